import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { apiOf, INTERVIEW } from '../support/client.ts';
import { startApp, type RunningApp } from '../support/start-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await app.close();
  expect(app.logged).toEqual([]);
});

let p: string;
let api: ReturnType<typeof apiOf>;
let transcriptId: string;
beforeEach(async () => {
  api = apiOf(app.base);
  const made = await api.post('/projects', { name: 'Testi', researchQuestions: ['Miksi?'] });
  p = `/projects/${String(made.body.id)}`;
  const { body } = await api.upload(`${p}/transcripts`, { 'H1.txt': INTERVIEW });
  transcriptId = String(body.imported[0].id);
});

const theme = async (name: string, more: object = {}) =>
  String((await api.post(`${p}/themes`, { name, ...more }).expect(201)).body.id);
const code = async (start: number, ...themeIds: string[]) =>
  String(
    (await api.post(`${p}/excerpts`, { transcriptId, start, end: start + 8, themeIds }).expect(201))
      .body.id,
  );
const themesNow = async () =>
  (await api.get(`${p}/themes`)).body.themes as Record<string, unknown>[];
const codedWith = async (id: string) =>
  Number((await api.get(`${p}/excerpts?theme=${id}`)).body.total);

describe('merging', () => {
  it('is told beforehand, done in one step and undone in one', async () => {
    const [a, b] = [await theme('A', { definition: 'd' }), await theme('B')];
    await theme('A1', { parentId: a });
    await code(60, a);
    await code(80, a, b);
    const preview = await api.get(`${p}/themes/${a}/merge-preview?into=${b}`).expect(200);
    expect(preview.body).toMatchObject({ excerptCount: 2, bothCount: 1, words: true });
    expect(preview.body.subThemes).toMatchObject([{ title: 'A1' }]);
    const merged = await api.post(`${p}/themes/${a}/merge`, { into: b }).expect(200);
    expect(merged.body).toEqual({ revision: expect.any(Number), moved: 2 });
    expect((await themesNow()).map(({ name }) => name)).toEqual(['B', 'A1']);
    expect(await codedWith(b)).toBe(2);
    await api.post(`${p}/undo`).expect(200);
    expect([await codedWith(a), await codedWith(b)]).toEqual([2, 1]);
  });

  it('with itself, or with what is not there, is refused in words', async () => {
    const a = await theme('A');
    const self = await api.post(`${p}/themes/${a}/merge`, { into: a }).expect(422);
    expect(self.body.detail).toContain('A');
    await api.post(`${p}/themes/${a}/merge`, { into: 'x' }).expect(404);
    await api.get(`${p}/themes/${a}/merge-preview?into=x`).expect(404);
    await api.get(`${p}/themes/${a}/merge-preview`).expect(400);
  });
});

it('splits chosen excerpts off to a new theme', async () => {
  const a = await theme('A');
  const [first] = [await code(60, a), await code(80, a)];
  const split = { name: 'Osa', excerptIds: [first] };
  const { body } = await api.post(`${p}/themes/${a}/split`, split).expect(201);
  expect(body).toMatchObject({ name: 'Osa', revision: expect.any(Number) });
  expect([await codedWith(a), await codedWith(String(body.id))]).toEqual([1, 1]);
  await api.post(`${p}/themes/${a}/split`, { name: 'Tyhjä', excerptIds: [] }).expect(400);
  await api.post(`${p}/themes/${a}/split`, split).expect(422);
});

it('confirms codings made under an older definition', async () => {
  const a = await theme('A');
  const excerptIds = [await code(60, a), await code(80, a)];
  await api.patch(`${p}/themes/${a}`, { definition: 'uusi' }).expect(200);
  const one = await api.post(`${p}/themes/${a}/confirm`, { excerptIds: [excerptIds[0]] });
  const rest = await api.post(`${p}/themes/${a}/confirm`);
  expect([one.body.moved, rest.body.moved]).toEqual([1, 1]);
  expect((await api.get(`${p}/excerpts`)).body.excerpts[1].appliedAt).toHaveProperty(a);
});

it('takes what else is said of a theme', async () => {
  const a = await theme('A');
  const anchorId = await code(60, a);
  const { body: project } = await api.get(p);
  const said = {
    ...{ memo: 'm', anchorId, level: 'upper', retired: true, origin: 'deductive' },
    researchQuestionIds: project.researchQuestionIds,
  };
  const { body } = await api.patch(`${p}/themes/${a}`, said).expect(200);
  expect(body).toMatchObject(said);
  await api.patch(`${p}/themes/${a}`, { researchQuestionIds: ['x'] }).expect(404);
  await api.patch(`${p}/themes/${a}`, { anchorId: 'x' }).expect(404);
  await api.patch(`${p}/themes/${a}`, { relation: 'x' }).expect(400);
});

it('names the levels as the project wants', async () => {
  const levelNames = { upper: 'Kokoava luokka' };
  expect((await api.patch(p, { levelNames }).expect(200)).body.levelNames).toEqual(levelNames);
  await api.patch(p, { levelNames: { highest: 'x' } }).expect(400);
});

describe('versions', () => {
  it('keep the codebook as it was and tell what changed since', async () => {
    const a = await theme('A', { definition: 'vanha määritelmä' });
    const b = await theme('B');
    const { body: first } = await api.post(`${p}/versions`, { name: 'Eka' }).expect(201);
    await api.patch(`${p}/themes/${a}`, { name: 'Ä', definition: 'uusi määritelmä' });
    await api.delete(`${p}/themes/${b}`);
    await code(60, await theme('C', { parentId: a }));
    const { body: second } = await api.post(`${p}/versions`, { name: 'Toka', note: 'n' });
    await api.patch(`${p}/themes/${a}`, { retired: true });

    const diff = async (query: string) =>
      (await api.get(`${p}/versions/diff?${query}`).expect(200)).body;
    const between = await diff(`from=${String(first.id)}&to=${String(second.id)}`);
    expect(between).toMatchObject({
      from: first.revision,
      to: second.revision,
      added: [{ title: 'C', parent: 'Ä' }],
      removed: [{ title: 'B' }],
      changed: [{ id: a, renamed: { from: 'A', to: 'Ä' }, retired: null }],
    });
    expect(between.changed[0].redefined[0].parts).toEqual([
      { kind: 'removed', text: 'vanha' },
      { kind: 'added', text: 'uusi' },
      { kind: 'same', text: ' määritelmä' },
    ]);
    expect(await diff(`from=${String(second.id)}`)).toMatchObject({
      added: [],
      changed: [{ retired: 'retired' }],
    });
    expect(await diff('from=now&to=1')).toMatchObject({
      removed: [{ title: 'Ä' }, { title: 'C' }],
    });
    expect((await api.get(`${p}/versions`)).body.versions).toMatchObject([
      { name: 'Toka', note: 'n' },
      { name: 'Eka', note: null },
    ]);
  });

  it('are renamed, deleted and missed', async () => {
    const { body } = await api.post(`${p}/versions`, { name: 'Eka' });
    const at = `${p}/versions/${String(body.id)}`;
    expect((await api.patch(at, { note: 'x' }).expect(200)).body).toMatchObject({ note: 'x' });
    await api.delete(at).expect(200);
    await api.delete(at).expect(404);
    await api.get(`${p}/versions/diff?from=x`).expect(404);
    await api.get(`${p}/versions/diff?from=0`).expect(404);
    await api.get(`${p}/versions/diff?from=999999`).expect(404);
    await api.post(`${p}/versions`, { name: ' ' }).expect(400);
  });
});
