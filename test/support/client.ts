import request from 'supertest';

/** The API of a running app, as a script would use it; with these headers, where any are given. */
export function apiOf(
  base: string | (() => string),
  headers: Readonly<Record<string, string>> = {},
) {
  const agent = () =>
    request.agent(`${typeof base === 'string' ? base : base()}/api/v1`).set(headers);
  const post = (path: string, body: object = {}) => agent().post(path).send(body);
  return {
    get: (path: string) => agent().get(path),
    post,
    /** Posts what the app is to make; its id. */
    make: async (path: string, body: object = {}): Promise<string> =>
      String((await post(path, body).expect(201)).body.id),
    patch: (path: string, body: object) => agent().patch(path).send(body),
    put: (path: string, body: object) => agent().put(path).send(body),
    delete: (path: string) => agent().delete(path),
    upload: (path: string, files: Readonly<Record<string, string | Buffer>>, field = 'files') => {
      let sending = agent().post(path);
      for (const [name, content] of Object.entries(files))
        sending = sending.attach(field, Buffer.from(content), name);
      return sending;
    },
  };
}

export type Api = ReturnType<typeof apiOf>;

/** A new project with nothing in it; its path, the same in the API and among the pages. */
export const newProject = async (api: Api, name = 'Testi', language = 'fi'): Promise<string> =>
  `/projects/${await api.make('/projects', { name, language })}`;

/** An interview in the project at `p`; the id of its transcript. */
export async function addInterview(api: Api, p: string, text = INTERVIEW, name = 'H1') {
  const { body } = await api.upload(`${p}/transcripts`, { [`${name}.txt`]: text }).expect(200);
  return String(body.imported[0].id);
}

/** Makes an excerpt of the first place of these words in the interview's text; its id. */
export async function codeWords(
  api: Api,
  p: string,
  transcriptId: string,
  words: string,
  coding: object,
): Promise<string> {
  const text = (await api.get(`${p}/transcripts/${transcriptId}`)).body.text as string;
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`nobody says ”${words}”`);
  const span = { transcriptId, start, end: start + words.length };
  return api.make(`${p}/excerpts`, { ...span, ...coding });
}

/** A short interview with a theme or two in it, in Finnish. */
export const INTERVIEW = `Haastattelija: 1. Mitä luottamus merkitsee?

H1: No kyllä se niinku luottamus on se ykkönen. Että hoidetaan mitä luvataan.

Haastattelija: 2. Miten se näkyy arjessa?

H1: Soitetaan ennen kuin asiakas ehtii kysyä. 👩‍👩‍👧 Perhekin tietää.
`;
