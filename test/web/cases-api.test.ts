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
  const { body } = await api.post('/projects', { name: 'Testi', language: 'fi' }).expect(201);
  p = `/projects/${String(body.id)}`;
});

const NPS = { kind: 'nps', min: 0, max: 10 };

async function attribute(fields: object): Promise<string> {
  return String((await api.post(`${p}/attributes`, fields).expect(201)).body.id);
}
async function person(name: string): Promise<string> {
  return String((await api.post(`${p}/cases`, { name }).expect(201)).body.id);
}

describe('cases', () => {
  it('are made, listed with what they have, renamed, merged and removed', async () => {
    await api.upload(`${p}/transcripts`, { 'H1.txt': INTERVIEW }).expect(200);
    const [first, second] = [await person('H2'), await person('H3')];
    await api.patch(`${p}/cases/${first}`, { name: 'Maija' }).expect(200);
    const twin = await api.patch(`${p}/cases/${second}`, { name: 'maija' }).expect(409);
    expect(twin.body).toMatchObject({ type: 'urn:teema:problem:case-of-that-name' });
    await api.patch(`${p}/cases/${first}`, { name: 'MAIJA' }).expect(200);
    await api.patch(`${p}/cases/${first}`, { name: 'Maija' }).expect(200);
    const { body } = await api.get(`${p}/cases`).expect(200);
    expect(body.cases).toMatchObject([
      { name: 'H1', transcriptIds: [expect.any(String)], excerptCount: 0 },
      { name: 'Maija', transcriptIds: [] },
      { name: 'H3' },
    ]);
    await api.post(`${p}/cases/${second}/merge`, { into: first }).expect(200);
    await api.delete(`${p}/cases/${first}`).expect(200);
    await api.delete(`${p}/cases/${String(body.cases[0].id)}`).expect(409);
    expect((await api.get(`${p}/cases`).expect(200)).body.cases).toHaveLength(1);
  });
});

describe('attributes', () => {
  it('are made, changed, moved and removed', async () => {
    const age = await attribute({ name: 'Ikä', kind: 'number' });
    const town = await attribute({ name: 'Paikka', kind: 'choice', choices: ['Oulu', 'Turku'] });
    await api.post(`${p}/attributes/${town}/move`, { index: 0 }).expect(200);
    await api.patch(`${p}/attributes/${age}`, { name: 'Ikä vuosina' }).expect(200);
    const { body } = await api.get(`${p}/attributes`).expect(200);
    expect(body.attributes).toMatchObject([
      { id: town, kind: 'choice', choices: ['Oulu', 'Turku'] },
      { id: age, name: 'Ikä vuosina', kind: 'number' },
    ]);
    await api.delete(`${p}/attributes/${age}`).expect(200);
    await api.delete(`${p}/attributes/${age}`).expect(404);
  });

  it('say the groups of their cases in the language of the reader', async () => {
    const nps = await attribute({ name: 'NPS', kind: 'measure', measure: NPS });
    const [a, b] = [await person('A'), await person('B')];
    const values = [{ caseId: a, attributeId: nps, value: '9' }];
    await api.put(`${p}/attributes/values`, { values }).expect(200);
    const { body } = await api
      .get(`${p}/attributes/${nps}/groups`)
      .set('Accept-Language', 'fi')
      .expect(200);
    expect(body.groups).toMatchObject([
      { id: 'measure:promoter', name: 'Suosittelijat', caseIds: [a] },
      { id: 'measure:passive', caseIds: [] },
      { id: 'measure:detractor', caseIds: [] },
      { id: 'missing', name: 'Ei tietoa', caseIds: [b] },
    ]);
  });

  it('refuse a value that is none, with its case, and keep everything', async () => {
    const nps = await attribute({ name: 'NPS', kind: 'measure', measure: NPS });
    const a = await person('Maija');
    const values = [{ caseId: a, attributeId: nps, value: 11 }];
    const { body } = await api
      .put(`${p}/attributes/values`, { values })
      .set('Accept-Language', 'fi')
      .expect(422);
    expect(body.detail).toContain('Maija');
    expect(body.detail).toContain('0–10');
  });
});

describe('measures', () => {
  it('tell score, groups, n and missing, or why there is no score', async () => {
    const nps = await attribute({ name: 'NPS', kind: 'measure', measure: NPS });
    const ease = { kind: 'ces', min: 1, max: 7, easyEnd: 'low' };
    await attribute({ name: 'Vaivattomuus', kind: 'measure', measure: ease });
    const answers = [10, 9, 8, 3];
    const ids: string[] = [];
    for (const i of [...answers.keys(), 4]) ids.push(await person(`V${i}`));
    const values = answers.map((value, i) => ({ caseId: ids[i], attributeId: nps, value }));
    await api.put(`${p}/attributes/values`, { values }).expect(200);
    const { body } = await api.get(`${p}/analysis/measures`).expect(200);
    expect(body.measures).toMatchObject([
      {
        name: 'NPS',
        score: { value: 25 },
        n: 4,
        missing: 1,
        groups: [
          { group: 'promoter', count: 2 },
          { group: 'passive', count: 1 },
          { group: 'detractor', count: 1 },
        ],
      },
      { name: 'Vaivattomuus', score: { value: null, reason: 'no-answers' }, n: 0, missing: 5 },
    ]);
  });
});
