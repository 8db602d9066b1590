import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import request from 'supertest';
import { apiOf, INTERVIEW } from '../support/client.ts';
import { startApp, type RunningApp } from '../support/start-app.ts';

let app: RunningApp;
let api: ReturnType<typeof apiOf>;
let base: string;
beforeAll(async () => {
  app = await startApp();
  api = apiOf(app.base);
  base = await coded();
});
afterAll(async () => {
  await app.close();
  expect(app.logged).toEqual([]);
});

async function coded(): Promise<string> {
  const made = await api.post('/projects', { name: 'Gradu', language: 'fi' }).expect(201);
  const base = `/projects/${made.body.id}`;
  const up = await api.upload(`${base}/transcripts`, { 'H1.txt': INTERVIEW }).expect(200);
  const transcriptId = up.body.imported[0].id as string;
  const theme = await api.post(`${base}/themes`, { name: '=Luottamus' }).expect(201);
  const code = (coder: string, quote: string) => {
    const start = INTERVIEW.indexOf(quote);
    const span = { start, end: start + quote.length };
    return api
      .post(`${base}/excerpts`, { transcriptId, ...span, coder, themeIds: [theme.body.id] })
      .expect(201);
  };
  await code('Aino', 'luottamus on se ykkönen');
  await code('Bo, tohtori', 'se ykkönen');
  await code('Bo, tohtori', 'Soitetaan ennen');
  return base;
}

describe('agreement', () => {
  it('tells where coders differ, then each figure with what it is of', async () => {
    const { body } = await api.get(`${base}/analysis/agreement?unit=turns`).expect(200);
    expect(body.coders.map(({ name }: { name: string }) => name).sort()).toEqual([
      'Aino',
      'Bo, tohtori',
    ]);
    expect(body.disagreementCount).toBe(1);
    expect(body.transcripts).toMatchObject([{ title: 'H1', units: 4 }]);
    const [pair] = body.pooled.agreement.pairs;
    expect(pair.counts).toMatchObject({ both: 1, neither: 2 });
    expect(pair.interval95).toHaveLength(2);
    expect(body.pooled.agreement.krippendorffAlpha.value).toBeCloseTo(0.5333, 3);
    expect(body.definition).not.toBe('');
    expect(body.definitions.length).toBeGreaterThan(5);
    expect(body.paragraph).toMatch(/Cohen/);
  });

  it('takes coders by name or id, also with a comma in the name', async () => {
    const query = `${base}/analysis/agreement?coders=${encodeURIComponent('Bo, tohtori')}&coders=Aino`;
    const { body } = await api.get(query).expect(200);
    expect(body.coders).toHaveLength(2);
    expect(body.unit).toBe('characters');
    expect(body.pooled.agreement.pairs[0].interval95).toBeNull();
    const [a, b] = body.coders as [{ id: string }, { id: string }];
    await api.get(`${base}/analysis/agreement?coders=${a.id},${b.id}`).expect(200);
    const alone = await api.get(`${base}/analysis/agreement?coders=Aino`).expect(422);
    expect(alone.body.type).toBe('urn:teema:problem:coders-too-few');
    const nobody = await api.get(`${base}/analysis/agreement?coders=Aino,Cia`).expect(404);
    expect(nobody.body.detail).toContain('Cia');
    await api.get(`${base}/analysis/agreement?overlap=0`).expect(400);
  });

  it('is written as a table without formulas, and as a paragraph', async () => {
    const csv = await api.get(`${base}/analysis/agreement.csv?unit=segments`).expect(200);
    expect(csv.text.startsWith('\ufeff')).toBe(true);
    expect(csv.text).toContain('"\'=Luottamus";');
    const txt = await api.get(`${base}/analysis/agreement.txt?unit=segments&overlap=any`);
    expect(txt.text).toMatch(/mitä tahansa yhteistä tekstiä/);
    const xlsx = await api.get(`${base}/analysis/agreement.xlsx`).expect(200);
    expect(xlsx.headers['content-type']).toContain('spreadsheetml');
  });

  it('is a page in every language, in every unit, also where nobody coded', async () => {
    const empty = await api.post('/projects', { name: 'Tyhjä', language: 'fi' }).expect(201);
    for (const lang of ['fi', 'en', 'sv'])
      for (const unit of ['characters', 'turns', 'segments', 'nonsense'])
        for (const at of [base, `/projects/${empty.body.id}`]) {
          const page = await request(app.base)
            .get(`${at}/review/agreement?unit=${unit}&lang=${lang}&overlap=any&interviewer=no`)
            .expect(200);
          expect(page.text).not.toContain('undefined</td>');
        }
  });
});
