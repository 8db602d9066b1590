import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { apiOf, INTERVIEW } from '../support/client.ts';
import { startApp, type RunningApp } from '../support/start-app.ts';

let app: RunningApp;
let api: ReturnType<typeof apiOf>;
let p: string;
beforeAll(async () => {
  app = await startApp(undefined, {
    references: {
      extensions: ['bib'],
      read: (_name, bytes) => ({
        sources: new TextDecoder()
          .decode(bytes)
          .split('\n')
          .map((title) => ({ title, year: '2009' })),
        problems: [],
      }),
    },
  });
  api = apiOf(app.base);
});
afterAll(async () => {
  await app.close();
  expect(app.logged).toEqual([]);
});
beforeEach(async () => {
  const project = { name: 'Testi', language: 'fi', approach: 'theory-guided' };
  p = `/projects/${String((await api.post('/projects', project)).body.id)}`;
});

const PILLARS = {
  name: 'Pilarit',
  citation: 'Hollyoake 2009, 148–149',
  concepts: [
    { id: 'trust', name: 'Luottamus', definition: 'Lupaukset pidetään.' },
    { id: 'promise', name: 'Lupaus', parentId: 'trust' },
    { id: 'unity', name: 'Yhtenäisyys' },
  ],
};
const made = async (body: object = PILLARS) =>
  (await api.post(`${p}/frameworks`, body).expect(201)).body;
const names = (list: readonly { name: string; depth?: number }[]) =>
  list.map(({ name, depth = 0 }) => '  '.repeat(depth) + name);

describe('frameworks', () => {
  it('are made with their concepts, changed, moved, removed and brought back', async () => {
    const { id, ...framework } = await made();
    expect(framework).toMatchObject({ name: 'Pilarit', dimensions: ['Pilarit'], libraryId: null });
    expect(names(framework.concepts)).toEqual(['Luottamus', '  Lupaus', 'Yhtenäisyys']);
    const other = await made({ name: 'Toinen' });
    await api.post(`${p}/frameworks/${other.id}/move`, { index: 0 }).expect(200);
    await api.patch(`${p}/frameworks/${id}`, { citation: '', note: 'Huom.' }).expect(200);
    const { body } = await api.get(`${p}/frameworks`).expect(200);
    expect(names(body.frameworks)).toEqual(['Toinen', 'Pilarit']);
    expect(body.frameworks[1]).toMatchObject({ citation: null, note: 'Huom.' });
    const { revision } = (await api.delete(`${p}/frameworks/${id}`).expect(200)).body;
    expect(revision).toBeGreaterThan(body.frameworks.length);
    await api.get(`${p}/frameworks/${id}`).expect(404);
    await api.post(`${p}/undo`).expect(200);
    const back = await api.get(`${p}/frameworks/${id}`).expect(200);
    expect(names(back.body.concepts)).toEqual(['Luottamus', '  Lupaus', 'Yhtenäisyys']);
  });

  it('refuse what is no framework and a revision that is gone', async () => {
    await api.post(`${p}/frameworks`, { name: ' ' }).expect(400);
    await api.post(`${p}/frameworks`, { name: 'A', dimensions: ['x', 'x'] }).expect(422);
    const { id } = await made();
    const stale = await api
      .patch(`${p}/frameworks/${id}`, { name: 'B' })
      .set('If-Match', '"1"')
      .expect(409);
    expect(stale.body.detail).toMatch(/\S/);
  });

  it('come from the library, once, with sources that are not doubled', async () => {
    const list = (await api.get('/library/frameworks').set('Accept-Language', 'en')).body
      .frameworks;
    expect(list.length).toBeGreaterThan(20);
    const look = await api.get('/library/frameworks/lemon-verhoef').set('Accept-Language', 'sv');
    expect(look.body).toMatchObject({ dimensions: ['Fas', 'Ägare'] });
    await api.get('/library/frameworks/none').expect(404);
    const libraryId = 'lemon-verhoef';
    const { body } = await api.post(`${p}/frameworks/from-library`, { libraryId }).expect(201);
    expect(body).toMatchObject({ libraryId, dimensions: ['Vaihe', 'Omistaja'] });
    const sources = (await api.get(`${p}/sources`)).body.sources;
    expect(body.sourceIds).toEqual(sources.map(({ id }: { id: string }) => id));
    const twice = await api.post(`${p}/frameworks/from-library`, { libraryId }).expect(409);
    expect(twice.body.detail).toContain(body.name);
    await api.delete(`${p}/frameworks/${body.id}`).expect(200);
    await api.post(`${p}/frameworks/from-library`, { libraryId }).expect(201);
    expect((await api.get(`${p}/sources`)).body.sources).toHaveLength(sources.length);
  });
});

describe('concepts', () => {
  it('are added, changed, moved and removed, and only by the address of their framework', async () => {
    const { id } = await made();
    const at = `${p}/frameworks/${id}/concepts`;
    const concepts = [
      { id: 'talk', name: 'Puhe' },
      { name: 'Sävy', parentId: 'talk' },
    ];
    await api.post(at, { concepts }).expect(201);
    await api.patch(`${at}/talk`, { name: 'Kommunikaatio' }).expect(200);
    await api.post(`${at}/unity/move`, { parentId: 'trust', index: 0 }).expect(200);
    await api.post(`${at}/trust/move`, { parentId: 'unity', index: 0 }).expect(422);
    await api.delete(`${at}/promise`).expect(200);
    const tree = ['Luottamus', '  Yhtenäisyys', 'Kommunikaatio', '  Sävy'];
    expect(names((await api.get(at).expect(200)).body.concepts)).toEqual(tree);
    const other = await made({ name: 'Toinen' });
    await api.patch(`${p}/frameworks/${other.id}/concepts/talk`, { name: 'X' }).expect(404);
    await api.delete(`${p}/frameworks/${other.id}/concepts/talk`).expect(404);
    expect(names((await api.get(at)).body.concepts)).toEqual(tree);
  });
});

describe('themes from a framework', () => {
  it('are made in one step, not twice, and answered by what is coded', async () => {
    const { id } = await made();
    const at = `${p}/frameworks/${id}`;
    const first = await api.post(`${at}/themes`, { conceptIds: ['trust', 'unity'] }).expect(201);
    expect(first.body).toMatchObject({ typeIds: [], skipped: [] });
    const { themes } = (await api.get(`${p}/themes`)).body;
    expect(themes[0]).toMatchObject({
      name: 'Luottamus',
      definition: 'Lupaukset pidetään.',
      conceptId: 'trust',
      origin: 'deductive',
      linkPage: '148–149',
    });
    const second = (await api.post(`${at}/themes`).expect(201)).body;
    expect(second.themeIds).toHaveLength(1);
    expect(second.skipped.map(({ id }: { id: string }) => id)).toEqual(['trust', 'unity']);
    const up = await api.upload(`${p}/transcripts`, { 'H1.txt': INTERVIEW }).expect(200);
    const start = INTERVIEW.indexOf('hoidetaan');
    const passage = { transcriptId: up.body.imported[0].id, start, end: start + 9 };
    await api.post(`${p}/excerpts`, { ...passage, themeIds: second.themeIds }).expect(201);
    const { body } = await api.get(`${at}/answers`).expect(200);
    expect(
      body.concepts.map((one: { name: string; excerptCount: number; caseCount: number }) => [
        one.name,
        one.excerptCount,
        one.caseCount,
      ]),
    ).toEqual([
      ['Luottamus', 1, 1],
      ['Lupaus', 1, 1],
      ['Yhtenäisyys', 0, 0],
    ]);
    expect(body).toMatchObject({ gaps: ['unity'], matrix: null });
    await api.post(`${at}/themes`, { conceptIds: [] }).expect(422);
  });

  it('and types of the other dimension give a table', async () => {
    const two = [
      { id: 'before', name: 'Ennen' },
      { id: 'brand', name: 'Brändi', dimension: 1 },
    ];
    const { id } = await made({ name: 'Polku', dimensions: ['Vaihe', 'Omistaja'], concepts: two });
    const { body } = await api.post(`${p}/frameworks/${id}/themes`, { typesFrom: 1 }).expect(201);
    expect([body.themeIds.length, body.typeIds.length]).toEqual([1, 1]);
    const answers = (await api.get(`${p}/frameworks/${id}/answers`)).body;
    expect(answers.matrix).toEqual({ rows: ['before'], columns: ['brand'], cells: [[0]] });
    await api.post(`${p}/undo`).expect(200);
    const types = (await api.get(`${p}/types`)).body.types;
    expect([(await api.get(`${p}/themes`)).body.themes, types]).toEqual([[], []]);
  });
});

describe('what is open', () => {
  it('lists concepts in use whose framework cites nobody', async () => {
    const { id } = await made({ ...PILLARS, citation: null });
    await api.post(`${p}/frameworks/${id}/themes`, { conceptIds: ['unity'] }).expect(201);
    const { body } = await api.get(`${p}/analysis/theory`).expect(200);
    expect(names(body.conceptsWithoutSource)).toEqual(['Yhtenäisyys']);
    expect(body.linksWithoutReason).toEqual([]);
  });
});

describe('sources', () => {
  it('are added, changed, removed and brought back', async () => {
    const source = { title: 'Pillars', authors: ['Hollyoake, M.'], year: '2009' };
    const { body } = await api.post(`${p}/sources`, source).expect(201);
    expect(body).toMatchObject({ ...source, key: 'hollyoake-2009', doi: null });
    await api.patch(`${p}/sources/${body.id}`, { doi: '10.1/x' }).expect(200);
    await api.delete(`${p}/sources/${body.id}`).expect(200);
    await api.post(`${p}/undo`).expect(200);
    expect((await api.get(`${p}/sources`)).body.sources).toMatchObject([{ doi: '10.1/x' }]);
    await api.post(`${p}/sources`, { title: '' }).expect(400);
  });

  it('are imported from a bibliography, those that are there already left out', async () => {
    const file = { 'a.bib': 'One\nTwo\nOne' };
    const first = await api.upload(`${p}/import/sources`, file, 'file').expect(200);
    expect(first.body).toMatchObject({ known: ['One'], misses: [] });
    expect(first.body.sourceIds).toHaveLength(2);
    const again = await api.upload(`${p}/import/sources`, file, 'file').expect(200);
    expect(again.body).toMatchObject({ sourceIds: [], known: ['One', 'Two', 'One'] });
  });
});
