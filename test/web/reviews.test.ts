import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiOf, INTERVIEW } from '../support/client.ts';
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

async function coded(): Promise<{ base: string; excerptId: string }> {
  const made = await api.post('/projects', { name: 'Gradu', language: 'fi' }).expect(201);
  const base = `/projects/${made.body.id}`;
  const up = await api.upload(`${base}/transcripts`, { 'H1.txt': INTERVIEW }).expect(200);
  const theme = await api.post(`${base}/themes`, { name: 'Luottamus' }).expect(201);
  const passage = { transcriptId: up.body.imported[0].id, themeIds: [theme.body.id] };
  const excerpt = await api.post(`${base}/excerpts`, { ...passage, start: 55, end: 80 });
  return { base, excerptId: excerpt.body.id };
}

describe('reviews', () => {
  it('are given, answered, resolved and opened again', async () => {
    const { base, excerptId } = await coded();
    const given = await api
      .post(`${base}/reviews`, {
        excerptId,
        verdict: 'dispute',
        reviewer: 'Siiri',
        comment: 'Onko tämä luottamusta? @Minä',
      })
      .expect(201);
    expect(given.body).toMatchObject({ verdict: 'dispute', open: true, older: false });
    expect(given.body.comments).toMatchObject([{ author: 'Siiri', mentions: ['Minä'] }]);
    const { id } = given.body;
    const answered = await api.post(`${base}/reviews/${id}/comments`, { text: 'On.' }).expect(201);
    expect(answered.body.comments).toHaveLength(2);
    const resolved = await api.patch(`${base}/reviews/${id}`, { resolved: true }).expect(200);
    expect(resolved.body).toMatchObject({ open: false, resolvedBy: 'Minä' });
    expect((await api.get(`${base}/reviews?state=open`)).body.reviews).toEqual([]);
    await api.patch(`${base}/reviews/${id}`, { resolved: false }).expect(200);
    const { body } = await api.get(`${base}/reviews?verdict=dispute&state=open`).expect(200);
    expect(body.reviews).toHaveLength(1);
    await api.delete(`${base}/reviews/${id}`).expect(200);
    expect((await api.get(`${base}/reviews`)).body.reviews).toEqual([]);
    await api.post(`${base}/undo`).expect(200);
    expect((await api.get(`${base}/reviews`)).body.reviews[0].comments).toHaveLength(2);
  });

  it('are told as a queue', async () => {
    const { base, excerptId } = await coded();
    const before = await api.get(`${base}/reviews/queue?reviewer=Siiri&show=waiting`).expect(200);
    expect(before.body.items).toMatchObject([{ excerptId, waiting: 'new', verdict: null }]);
    await api.post(`${base}/reviews`, { excerptId, verdict: 'accept', reviewer: 'Siiri' });
    const after = await api.get(`${base}/reviews/queue?reviewer=Siiri`).expect(200);
    expect(after.body.items).toMatchObject([{ waiting: 'done', verdict: 'accept' }]);
  });

  it.each([
    [{ verdict: 'maybe' }, 400],
    [{ verdict: 'accept', excerptId: 'nowhere' }, 404],
  ])('that make no sense are refused: %j', async (body, status) => {
    const { base, excerptId } = await coded();
    await api.post(`${base}/reviews`, { excerptId, ...body }).expect(status);
    await api.post(`${base}/reviews/nowhere/comments`, { text: 'x' }).expect(404);
    await api.patch(`${base}/reviews/nowhere`, { resolved: true, verdict: 'accept' }).expect(400);
  });
});

describe('meetings', () => {
  it('are kept with notes and decisions', async () => {
    const { base } = await coded();
    const made = await api
      .post(`${base}/meetings`, {
        name: 'Ohjaus 1',
        at: '2026-11-20T10:00:00Z',
        people: ['Siiri', 'Minä'],
        decisions: [{ text: 'Luottamus jaetaan kahtia', by: 'Siiri' }],
      })
      .expect(201);
    await api.patch(`${base}/meetings/${made.body.id}`, { notes: 'Puhuttiin.' }).expect(200);
    const { body } = await api.get(`${base}/meetings`).expect(200);
    expect(body.meetings).toMatchObject([{ name: 'Ohjaus 1', notes: 'Puhuttiin.' }]);
    await api.delete(`${base}/meetings/${made.body.id}`).expect(200);
    expect((await api.get(`${base}/meetings`)).body.meetings).toEqual([]);
  });
});

describe('minutes', () => {
  it('are written as Word and Markdown, what people wrote as text', async () => {
    const { base, excerptId } = await coded();
    const evil = '<script>alert(1)</script> [x](javascript:alert(1))';
    await api.post(`${base}/reviews`, {
      ...{ excerptId, verdict: 'dispute', reviewer: 'Siiri', comment: evil },
    });
    const made = await api.post(`${base}/meetings`, {
      ...{ name: 'Ohjaus 1', people: ['Siiri'], notes: `# Otsikko\n\n**lihava** ${evil}` },
      decisions: [{ text: 'Jaetaan kahtia', by: 'Siiri' }],
    });
    const file = `${base}/meetings/${made.body.id}/minutes`;
    const { text } = await api.get(`${file}.md`).expect(200);
    expect(text).toContain('# Ohjaus 1');
    expect(text).toContain('1. Jaetaan kahtia (Siiri)');
    expect(text).toContain('### Luottamus');
    expect(text).toContain('Siiri: kiistetty');
    expect(text).not.toMatch(/(?<!\\)<script|(?<!\\)\]\(javascript/);
    const word = await api.get(`${file}.docx`).responseType('blob').expect(200);
    const xml = strFromU8(unzipSync(word.body as Buffer)['word/document.xml']!);
    expect(xml).toContain('Jaetaan kahtia');
    expect(xml).toContain('&lt;script&gt;');
    expect(xml).not.toContain('<script');
    await api.get(`${base}/meetings/nowhere/minutes.docx`).expect(404);
  });
});
