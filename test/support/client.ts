import request from 'supertest';

/** The API of a running app, as a script would use it. */
export function apiOf(base: string) {
  const agent = request(`${base}/api/v1`);
  return {
    get: (path: string) => agent.get(path),
    post: (path: string, body: object = {}) => agent.post(path).send(body),
    patch: (path: string, body: object) => agent.patch(path).send(body),
    put: (path: string, body: object) => agent.put(path).send(body),
    delete: (path: string) => agent.delete(path),
    upload: (path: string, files: Readonly<Record<string, string | Buffer>>, field = 'files') => {
      let sending = agent.post(path);
      for (const [name, content] of Object.entries(files))
        sending = sending.attach(field, Buffer.from(content), name);
      return sending;
    },
  };
}

/** A short interview with a theme or two in it, in Finnish. */
export const INTERVIEW = `Haastattelija: 1. Mitä luottamus merkitsee?

H1: No kyllä se niinku luottamus on se ykkönen. Että hoidetaan mitä luvataan.

Haastattelija: 2. Miten se näkyy arjessa?

H1: Soitetaan ennen kuin asiakas ehtii kysyä. 👩‍👩‍👧 Perhekin tietää.
`;
