import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { apiOf } from '../support/client.ts';
import { startApp, type RunningApp } from '../support/start-app.ts';

let app: RunningApp;
let api: ReturnType<typeof apiOf>;
beforeAll(async () => {
  app = await startApp();
  api = apiOf(app.base);
});
afterAll(async () => {
  await app.close();
  expect(app.logged).toEqual([]);
});

let p: string;
let ids: Record<'trust' | 'speed' | 'partner' | 'H1' | 'H2' | 'H3' | 'e1', string>;

const textOf = (name: string) =>
  `Interviewer: What matters?\n\n${name}: We keep our promises.\n\nInterviewer: What else?\n\n${name}: We answer fast.\n`;

beforeEach(async () => {
  const made = async (path: string, body: object): Promise<string> =>
    String((await api.post(path, body).expect(201)).body.id);
  p = `/projects/${await made('/projects', { name: 'Types' })}`;
  const names = ['H1', 'H2', 'H3'] as const;
  const files = Object.fromEntries(names.map((name) => [`${name}.txt`, textOf(name)]));
  const { body } = await api.upload(`${p}/transcripts`, files).expect(200);
  const imported = body.imported as { id: string; title: string; caseId: string }[];
  const trust = await made(`${p}/themes`, { name: 'Trust' });
  const speed = await made(`${p}/themes`, { name: 'Speed' });
  const code = (name: string, quote: string, themeIds: string[]) => {
    const start = textOf(name).indexOf(quote);
    const transcriptId = imported.find(({ title }) => title === name)!.id;
    return made(`${p}/excerpts`, { transcriptId, start, end: start + quote.length, themeIds });
  };
  const e1 = await code('H1', 'We keep our promises', [trust]);
  await code('H1', 'We answer fast', [speed]);
  await code('H2', 'We keep our promises', [trust]);
  await code('H3', 'We answer fast', [speed]);
  const partner = await made(`${p}/types`, { name: 'Partner' });
  const cases = Object.fromEntries(imported.map(({ title, caseId }) => [title, caseId]));
  ids = { trust, speed, partner, e1, ...(cases as Record<'H1' | 'H2' | 'H3', string>) };
});

const theCase = async (name: 'H1' | 'H2' | 'H3') => {
  const { body } = await api.get(`${p}/cases`).expect(200);
  return (body.cases as { id: string }[]).find(({ id }) => id === ids[name]);
};

describe('cases', () => {
  it('take a name, types, the reason they stand outside and a memo, in one step', async () => {
    const changes = {
      name: 'Maija',
      typeIds: [ids.partner],
      deviantReason: 'The only one who left',
      memo: 'In a hurry',
    };
    const { body } = await api.patch(`${p}/cases/${ids.H1}`, changes).expect(200);
    expect(body).toMatchObject(changes);
    await api.post(`${p}/undo`).expect(200);
    expect(await theCase('H1')).toMatchObject({ name: 'H1', typeIds: [], memo: null });
  });

  it('keep a type only if it is there', async () => {
    const { body } = await api.patch(`${p}/cases/${ids.H1}`, { typeIds: ['gone'] }).expect(404);
    expect(body.type).toContain('type-not-found');
  });
});

describe('a type', () => {
  it('has members, drafts of each kind and checks', async () => {
    await api.put(`${p}/types/${ids.partner}/cases`, { caseIds: [ids.H1, ids.H2] }).expect(200);
    const { body } = await api.get(`${p}/types/${ids.partner}?share=1`).expect(200);
    expect(body.members.cases.map(({ name }: { name: string }) => name)).toEqual(['H1', 'H2']);
    const drafted = Object.fromEntries(
      (body.drafts as { kind: string; features: { themeId: string }[] }[]).map((draft) => [
        draft.kind,
        draft.features.map(({ themeId }) => themeId),
      ]),
    );
    expect(drafted).toEqual({
      authentic: [ids.trust, ids.speed],
      general: [ids.trust],
      broadest: [ids.trust, ids.speed],
    });
    expect(body.checks).toEqual([]);
  });

  it('takes a draft over in one step, and gives it back in one', async () => {
    await api.put(`${p}/types/${ids.partner}/cases`, { caseIds: [ids.H1, ids.H2] });
    const { body } = await api
      .post(`${p}/types/${ids.partner}/draft`, { kind: 'broadest' })
      .expect(200);
    expect(body.features).toHaveLength(2);
    const undone = await api.post(`${p}/undo`).expect(200);
    expect(undone.body.undone.kind).toBe('draft-features');
    const after = await api.get(`${p}/types/${ids.partner}`).expect(200);
    expect(after.body.features).toEqual([]);
  });

  it('refuses a draft without features', async () => {
    const { body } = await api
      .post(`${p}/types/${ids.partner}/draft`, { kind: 'general' })
      .expect(422);
    expect(body.type).toContain('draft-empty');
  });

  it('has features with evidence and a note, and an exemplar', async () => {
    const path = `${p}/types/${ids.partner}/features/${ids.trust}`;
    await api.put(path, { evidenceIds: [ids.e1], note: 'Said first' }).expect(200);
    const kept = await api.put(path, { note: 'Said first by all' }).expect(200);
    expect(kept.body.features).toEqual([
      { themeId: ids.trust, evidenceIds: [ids.e1], note: 'Said first by all' },
    ]);
    const { body } = await api
      .patch(`${p}/types/${ids.partner}`, { exemplarExcerptId: ids.e1, memo: 'Check again' })
      .expect(200);
    expect(body).toMatchObject({ exemplarExcerptId: ids.e1, memo: 'Check again' });
    expect((await api.delete(path).expect(200)).body.features).toEqual([]);
  });

  it.each([
    { path: 'features/gone', body: {}, code: 'theme-not-found' },
    { path: 'cases', body: { caseIds: ['gone'] }, code: 'case-not-found' },
  ])('is refused $code', async ({ path, body, code }) => {
    const answer = await api.put(`${p}/types/${ids.partner}/${path}`, body).expect(404);
    expect(answer.body.type).toContain(code);
  });
});

describe('the profiles', () => {
  it('are counts, distances, a tree and how far each case is from the others', async () => {
    const { body } = await api.get(`${p}/analysis/profiles?tree=presence`).expect(200);
    expect(body.cases.map(({ name }: { name: string }) => name)).toEqual(['H1', 'H2', 'H3']);
    expect(body.themes.map(({ name }: { name: string }) => name)).toEqual(['Trust', 'Speed']);
    expect(body.counts).toEqual([
      [1, 1],
      [1, 0],
      [0, 1],
    ]);
    expect(body.jaccard).toEqual([
      [0, 0.5, 0.5],
      [0.5, 0, 1],
      [0.5, 1, 0],
    ]);
    expect(body.tree).toMatchObject({ values: 'presence', strength: 'reading-aid' });
    expect(body.tree.merges).toHaveLength(2);
    expect(body.deviance).toHaveLength(3);
  });
});

describe('what lies outside', () => {
  it('is deviant excerpts, cases without a type and turns nobody coded', async () => {
    await api.patch(`${p}/excerpts/${ids.e1}`, { deviant: true, typeIds: [ids.partner] });
    const { body } = await api.get(`${p}/analysis/outside`).expect(200);
    expect(body.deviant.map(({ id }: { id: string }) => id)).toEqual([ids.e1]);
    expect(body.cases.map(({ id }: { id: string }) => id)).toEqual([ids.H2, ids.H3]);
    expect(body.turns.map(({ uncoded }: { uncoded: number[] }) => uncoded)).toEqual([[], [4], [2]]);
  });
});
