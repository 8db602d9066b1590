import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { apiOf, INTERVIEW } from '../support/client.ts';
import { startApp, type RunningApp } from '../support/start-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const QUOTE = 'luottamus on se ykkönen';
let api: ReturnType<typeof apiOf>;
let report: string;
let themeId: string;
let excerptId: string;
beforeEach(async () => {
  api = apiOf(app.base);
  const p = String((await api.post('/projects', { name: 'Testi', language: 'fi' })).body.id);
  report = `/projects/${p}/report`;
  const { body } = await api.upload(`/projects/${p}/transcripts`, { 'H1.txt': INTERVIEW });
  themeId = String((await api.post(`/projects/${p}/themes`, { name: 'Luottamus' })).body.id);
  const start = INTERVIEW.indexOf(QUOTE);
  const passage = { transcriptId: body.imported[0].id, start, end: start + QUOTE.length };
  const coding = { ...passage, themeIds: [themeId], typeIds: [] };
  excerptId = String((await api.post(`/projects/${p}/excerpts`, coding)).body.id);
});

describe('the report by the API', () => {
  it('keeps what was written and chosen, setting by setting', async () => {
    const put = await api.put(report, {
      texts: { [themeId]: 'Teksti' },
      sections: { [themeId]: { figure: 'table' } },
      settings: { sectionsBy: 'question', appendices: ['guide', 'guide', 'codebook'] },
    });
    expect(put.status).toBe(200);
    await api.put(report, { settings: { counts: false } });
    const { body } = await api.get(report);
    expect(body.settings).toMatchObject({
      ...{ sectionsBy: 'question', counts: false, definitions: true },
      appendices: ['guide', 'codebook'],
    });
    expect(body.texts).toEqual({ [themeId]: 'Teksti' });
    expect(body.model.sections[1]).toMatchObject({ text: 'Teksti', figure: { kind: 'table' } });
    expect((await api.put(report, { ...body })).body.revision).toBe(body.revision);
  });

  it('edits a quote, keeps what was said, and takes each step back by itself', async () => {
    const edits = [{ kind: 'omit', start: 0, end: 'luottamus'.length }];
    const { body } = await api.put(`${report}/quotes/${excerptId}`, { edits });
    expect(body).toMatchObject({ verbatim: QUOTE, printed: '– – on se ykkönen' });
    await api.patch(`${report}/sections/${themeId}`, { text: 'Uusi', figure: 'table' });
    await api.post(report.replace('/report', '/undo'));
    const after = (await api.get(report)).body;
    expect([after.texts, after.sections]).toEqual([{}, {}]);
    expect(after.model.sections[0].quotes[0].printed).toBe('– – on se ykkönen');
    await api.post(report.replace('/report', '/undo'));
    expect((await api.get(report)).body.model.sections[0].quotes[0].printed).toBe(QUOTE);
  });

  it('moves a section among those beside it', async () => {
    const other = await api.post(report.replace('/report', '/themes'), { name: 'Arki' });
    const { body } = await api.post(`${report}/sections/${other.body.id}/move`, { index: 0 });
    expect(body.order).toEqual([other.body.id, themeId]);
    const { model } = (await api.get(report)).body;
    expect(model.sections.map(({ name }: { name: string }) => name)).toEqual(['Arki', 'Luottamus']);
  });

  it('drafts a sentence that says no more than is coded', async () => {
    const { model } = (await api.get(report)).body;
    expect(model.sections[0].sentence).toMatch(/H1/);
  });

  it('refuses an answer to a check that was not found', async () => {
    await api.put(`${report}/answers/one-case:x`, { answer: 'Tarkoituksella' }).expect(404);
    expect((await api.get(report)).body.answers).toEqual({});
  });

  it('tells at the foot of the page what it was told to', async () => {
    await api.put(report, { settings: { footnotes: 'omissions' } }).expect(200);
    expect((await api.get(report)).body.settings.footnotes).toBe('omissions');
    await api.put(report, { settings: { footnotes: 'all' } }).expect(400);
  });

  it.each([
    ['put', 'quotes/nobody', { edits: [] }, 404],
    ['patch', 'sections/nobody', { text: 'x' }, 404],
    ['post', 'sections/nobody/move', { index: 0 }, 404],
    ['patch', 'sections/table', { figure: 'pie' }, 400],
  ] as const)('refuses %s %s', async (method, path, body, status) => {
    expect((await api[method](`${report}/${path}`, body)).status).toBe(status);
  });

  it('refuses an edit outside the quote in words', async () => {
    const edits = [{ kind: 'omit', start: 0, end: 1000 }];
    const { status, body } = await api.put(`${report}/quotes/${excerptId}`, { edits });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body.detail).toMatch(/quote|sitaat/i);
  });
});
