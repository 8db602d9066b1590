import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { apiOf, INTERVIEW } from '../support/client.ts';
import { startApp, type RunningApp } from '../support/start-app.ts';

let app: RunningApp;
let api: ReturnType<typeof apiOf>;
let p: string;
beforeAll(async () => {
  app = await startApp();
  api = apiOf(app.base);
});
afterAll(async () => {
  await app.close();
  expect(app.logged).toEqual([]);
});
beforeEach(async () => {
  p = `/projects/${String((await api.post('/projects', { name: 'Testi', language: 'fi' })).body.id)}`;
  await api.upload(`${p}/transcripts`, { 'H1.txt': INTERVIEW });
});

interface GuideBody {
  parts: {
    id: string;
    name: string;
    questions: {
      id: string;
      number: string;
      text: string;
      askedCount: number;
      excerptCount: number;
    }[];
  }[];
  transcripts: {
    transcriptId: string;
    asked: { start: number; questionId: string; by: string }[];
  }[];
}
const TEXT =
  'Teema 1: Luottamus\n1. Mitä luottamus merkitsee?\nTeema 2: Arki\n2. Miten se näkyy arjessa?';
const guide = async (): Promise<GuideBody> => (await api.get(`${p}/guide`)).body as GuideBody;
const drawn = ({ parts }: GuideBody): string[] =>
  parts.flatMap(({ name, questions }) => [name, ...questions.map((q) => `${q.number} ${q.text}`)]);

async function code(quote: string): Promise<Record<string, unknown>> {
  const { transcripts } = (await api.get(`${p}/transcripts`)).body as {
    transcripts: { id: string }[];
  };
  const transcriptId = transcripts[0]!.id;
  const { text } = (await api.get(`${p}/transcripts/${transcriptId}`)).body as { text: string };
  const start = text.indexOf(quote);
  const body = { transcriptId, start, end: start + quote.length, newTheme: { name: quote } };
  return (await api.post(`${p}/excerpts`, body)).body as Record<string, unknown>;
}

describe('the guide in the API', () => {
  it('is put as text or as parts, and finds what is asked', async () => {
    expect((await api.put(`${p}/guide`, { text: TEXT })).status).toBe(200);
    const first = await guide();
    expect(drawn(first)).toEqual([
      ...['Teema 1: Luottamus', '1 Mitä luottamus merkitsee?'],
      ...['Teema 2: Arki', '2 Miten se näkyy arjessa?'],
    ]);
    expect(first.transcripts[0]?.asked.map(({ by }) => by)).toEqual(['number', 'number']);
    await api.put(`${p}/guide`, { parts: first.parts.toReversed() });
    const second = await guide();
    expect(second.parts).toEqual(first.parts.toReversed());
  });

  it('is added to, changed and taken from, question by question, and undone', async () => {
    await api.put(`${p}/guide`, { text: TEXT });
    const [one, two] = (await guide()).parts;
    await api.post(`${p}/guide`, { partId: two!.id, text: 'Entä sitten?' });
    await api.post(`${p}/guide`, { name: 'Lopuksi', questions: [] });
    await api.patch(`${p}/guide/${one!.questions[0]!.id}`, { text: 'Mitä luottamus on?' });
    await api.delete(`${p}/guide/${two!.questions[0]!.id}`);
    expect(drawn(await guide())).toEqual([
      ...['Teema 1: Luottamus', '1 Mitä luottamus on?'],
      ...['Teema 2: Arki', '3 Entä sitten?', 'Lopuksi'],
    ]);
    expect((await guide()).parts[0]!.questions[0]!.id).toBe(one!.questions[0]!.id);
    await api.delete(`${p}/guide`);
    expect((await guide()).parts).toEqual([]);
    for (let i = 0; i < 5; i++) await api.post(`${p}/undo`);
    expect(drawn(await guide())).toEqual(drawn({ parts: [one!, two!], transcripts: [] }));
  });

  it.each([
    [
      'two questions of one number',
      {
        parts: [
          {
            name: 'a',
            questions: [
              { number: '1', text: 'a' },
              { number: '1', text: 'b' },
            ],
          },
        ],
      },
      422,
      'guide-number-twice',
    ],
    [
      'a question without words',
      { parts: [{ name: 'a', questions: [{ number: '1', text: ' ' }] }] },
      400,
      'body-invalid',
    ],
  ])('refuses %s', async (_, body, status, type) => {
    const answer = await api.put(`${p}/guide`, body);
    expect([answer.status, String(answer.body.type).split(':').at(-1)]).toEqual([status, type]);
    expect((await guide()).parts).toEqual([]);
  });

  it('tells the question of an excerpt, and filters and counts by it', async () => {
    await api.put(`${p}/guide`, { text: TEXT });
    const first = await code('Että hoidetaan mitä luvataan.');
    const second = await code('Soitetaan ennen kuin asiakas ehtii kysyä.');
    const ids = (await guide()).parts.map(({ questions }) => questions[0]!.id);
    expect([first.questionId, second.questionId]).toEqual(ids);
    expect([first.question, second.question]).toEqual([null, null]);
    for (const question of ['2', ids[1]!]) {
      const { excerpts } = (await api.get(`${p}/excerpts?question=${question}`)).body;
      expect(excerpts.map(({ id }: { id: string }) => id)).toEqual([second.id]);
    }
    const { rows, rowTotals } = (
      await api.get(`${p}/analysis/frequencies?rows=question&columns=theme`)
    ).body;
    expect(rows.map(({ id }: { id: string }) => id)).toEqual(['1', '2']);
    expect(rowTotals).toEqual([1, 1]);
  });

  it('is corrected by hand, and the excerpts with it', async () => {
    await api.put(`${p}/guide`, { text: TEXT });
    const excerpt = await code('Soitetaan ennen kuin asiakas ehtii kysyä.');
    const { parts, transcripts } = await guide();
    const { transcriptId, asked } = transcripts[0]!;
    const start = asked[1]!.start;
    await api.post(`${p}/guide/asked`, {
      transcriptId,
      start,
      questionId: parts[0]!.questions[0]!.id,
    });
    const again = (await api.get(`${p}/excerpts/${String(excerpt.id)}`)).body;
    expect(again.questionId).toBe(parts[0]!.questions[0]!.id);
    const refused = await api.post(`${p}/guide/asked`, {
      transcriptId,
      start: 1,
      questionId: null,
    });
    expect(refused.status).toBe(404);
  });
});

describe('the guide page without a script', () => {
  const form = (path: string, fields: Record<string, string>): Promise<Response> =>
    fetch(`${app.base}${p}${path}`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      redirect: 'manual',
    });

  it('shows what is understood before it is kept', async () => {
    const page = await (await form('/guide/preview', { text: TEXT })).text();
    expect(page).toContain('Mitä luottamus merkitsee?');
    expect((await guide()).parts).toEqual([]);
    expect((await form('/guide', { text: TEXT })).status).toBe(303);
    expect((await guide()).parts).toHaveLength(2);
  });
});

describe('the reduction chain as CSV', () => {
  it('has a row for each excerpt and theme, and no formulas', async () => {
    const excerpt = await code('Että hoidetaan mitä luvataan.');
    await api.patch(`${p}/excerpts/${String(excerpt.id)}`, { reduction: '=1+1' });
    const answer = await api.get(`${p}/export/reductions.csv`);
    expect(answer.headers['content-type']).toContain('text/csv');
    expect(answer.text.replace(/^\uFEFF/, '').split('\r\n')).toEqual([
      '"Alkuperäinen ilmaus";"Haastateltava";"Pelkistetty ilmaus";"Alaluokka";"Yläluokka";"Pääluokka";"Yhdistävä luokka"',
      `"Että hoidetaan mitä luvataan.";"(H1)";"'=1+1";"Että hoidetaan mitä luvataan.";;;`,
      '',
    ]);
  });
});
