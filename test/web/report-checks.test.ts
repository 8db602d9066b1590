import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { apiOf } from '../support/client.ts';
import { startApp, type RunningApp } from '../support/start-app.ts';

const SPEECH = 'Antti hoitaa sen, ja luottamus syntyy siitä.';
const interview = (name: string): string =>
  `Haastattelija: 1. Miten se syntyy?\n\n${name}: ${SPEECH}\n`;

interface Check {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly detail: string;
  readonly answer: string | null;
}

describe('the checks of a report', () => {
  let app: RunningApp;
  let api: ReturnType<typeof apiOf>;
  let p: string;
  let theme: string;
  beforeEach(async () => {
    app = await startApp();
    api = apiOf(app.base);
    p = String((await api.post('/projects', { name: 'P', language: 'fi' })).body.id);
    const files = { 'H1.txt': interview('H1'), 'H2.txt': interview('H2') };
    const { imported } = (await api.upload(`/projects/${p}/transcripts`, files)).body;
    theme = String((await api.post(`/projects/${p}/themes`, { name: 'Luottamus' })).body.id);
    const text = interview('H1');
    const start = text.indexOf(SPEECH);
    await api.post(`/projects/${p}/excerpts`, {
      transcriptId: imported[0].id,
      ...{ start, end: start + SPEECH.length, themeIds: [theme], typeIds: [] },
    });
    await api.put(`/projects/${p}/report`, {
      texts: { [theme]: 'Jokaisella haastateltavalla oli luottamusta.' },
    });
  });
  afterEach(() => app.close());

  const checks = async (): Promise<Check[]> =>
    (await api.get(`/projects/${p}/report/checks`).set('Accept-Language', 'fi')).body.checks;
  const form = (path: string, fields: Record<string, string>): Promise<Response> =>
    fetch(`${app.base}/projects/${p}/report/checks${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
      redirect: 'manual',
    });
  const page = async (): Promise<string> =>
    (await fetch(`${app.base}/projects/${p}/report/checks?lang=fi`)).text();

  it('tell in words what was found', async () => {
    const found = await checks();
    expect(found.map(({ kind }) => kind)).toEqual([
      ...['quantifier', 'identifiable', 'single-case', 'never-quoted'],
    ]);
    expect(found[0]).toMatchObject({
      title: '”Jokaisella haastateltavalla”',
      detail: 'Teemassa Luottamus on otteita 1/2 haastateltavalta (H1).',
    });
    expect(found[1]?.detail).toContain('etunimi');
    const html = await page();
    expect(html).toContain('Jokaisella haastateltavalla');
    expect(html).toContain('Peitä: [nimi]');
  });

  it('lead to where a name is changed', async () => {
    const [one] = (await api.get(`/projects/${p}/cases`)).body.cases as { id: string }[];
    await api.patch(`/projects/${p}/cases/${one?.id}`, { name: 'Antti' }).expect(200);
    expect(await page()).toContain(`href="/projects/${p}/cases/${one?.id}#case-name"`);
  });

  it('keep an answer, which can be undone and taken back', async () => {
    const [{ id }] = (await checks()) as [Check];
    const { body } = await api
      .put(`/projects/${p}/report/checks/${id}`, { answer: 'Kuulin sen tauolla.' })
      .expect(200);
    expect(body).toMatchObject({ id, answer: 'Kuulin sen tauolla.' });
    expect((await checks())[0]?.answer).toBe('Kuulin sen tauolla.');
    expect(await page()).toContain('Kuulin sen tauolla.');
    await api.post(`/projects/${p}/undo`).expect(200);
    expect((await checks())[0]?.answer).toBeNull();
    expect((await form(`/${id}`, { answer: 'Niin on.', from: 'checks' })).status).toBe(303);
    expect((await checks())[0]?.answer).toBe('Niin on.');
    await form(`/${id}`, { answer: '' });
    expect((await checks())[0]?.answer).toBeNull();
  });

  it('hide a name from the quote and leave what was said', async () => {
    const { id } = (await checks()).find(({ kind }) => kind === 'identifiable') as Check;
    const answer = await form(`/${id}/hide`, { word: 'nimi', from: 'report' });
    expect(answer.headers.get('location')).toBe(`/projects/${p}/report#checks`);
    expect((await checks()).map(({ kind }) => kind)).not.toContain('identifiable');
    const { text } = await api.get(`/projects/${p}/report.md`);
    expect(text).not.toContain('Antti');
    const { excerpts } = (await api.get(`/projects/${p}/excerpts`)).body;
    expect(excerpts[0].quote).toBe(SPEECH);
  });

  it('are not there any more once they were seen to', async () => {
    const [{ id }] = (await checks()) as [Check];
    await api.put(`/projects/${p}/report`, {
      texts: { [theme]: 'Yksi haastateltava (H1) puhui siitä.' },
    });
    const { body } = await api
      .put(`/projects/${p}/report/checks/${id}`, { answer: 'x' })
      .expect(404);
    expect(body.detail).not.toBe('');
    await api.put(`/projects/${p}/report/checks/__proto__`, { answer: 'x' }).expect(404);
  });

  it('are answered under both of their addresses, and none that was not found', async () => {
    const [{ id }] = (await checks()) as [Check];
    const { body } = await api
      .put(`/projects/${p}/report/answers/${id}`, { answer: 'Niin on.' })
      .expect(200);
    expect(body).toMatchObject({ key: id, answer: 'Niin on.' });
    expect((await checks())[0]?.answer).toBe('Niin on.');
    for (const key of ['no.such.key', '__proto__', 'constructor'])
      await api.put(`/projects/${p}/report/answers/${key}`, { answer: 'x' }).expect(404);
  });

  it('let an answer be taken back that is of what was found no more', async () => {
    const [{ id }] = (await checks()) as [Check];
    await api.put(`/projects/${p}/report/checks/${id}`, { answer: 'Niin on.' });
    await api.put(`/projects/${p}/report`, { texts: { [theme]: 'Yksi (H1) puhui siitä.' } });
    await api.put(`/projects/${p}/report/answers/${id}`, { answer: null }).expect(200);
    expect((await api.get(`/projects/${p}/report`)).body.answers).toEqual({});
    await api.put(`/projects/${p}/report/answers/${id}`, { answer: null }).expect(404);
  });
});
