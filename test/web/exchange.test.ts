import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { apiOf } from '../support/client.ts';
import { startApp, type RunningApp } from '../support/start-app.ts';

let app: RunningApp;
let p: string;
let api: ReturnType<typeof apiOf>;
beforeAll(async () => {
  app = await startApp();
  api = apiOf(app.base);
});
afterAll(() => app.close());
beforeEach(async () => {
  p = String((await api.post('/projects', { name: 'Työ', language: 'fi' })).body.id);
});

const formOf = (name: string, content: string): FormData => {
  const form = new FormData();
  form.set('file', new Blob([content]), name);
  return form;
};
const send = async (path: string, name: string, content: string): Promise<Response> =>
  fetch(`${app.base}${path}`, { method: 'POST', body: formOf(name, content) });
const names = async (): Promise<string[]> =>
  ((await api.get(`/projects/${p}/themes`)).body.themes as { name: string; depth: number }[]).map(
    ({ name, depth }) => '  '.repeat(depth) + name,
  );

const TABLE = 'nimi;yläteema;määritelmä\nTyö;;Mitä tehdään\nKiire;Työ;\n';

describe('the import of a codebook', () => {
  it('only tells what it would do when asked to, then does it as one step', async () => {
    const path = `/api/v1/projects/${p}/import/codebook`;
    const preview = await (await send(`${path}?preview=true`, 'koodit.csv', TABLE)).json();
    expect(preview).toMatchObject({ themes: 2, types: 0, same: 0, conflicts: [], warnings: [] });
    expect(await names()).toEqual([]);
    await send(path, 'koodit.csv', TABLE);
    expect(await names()).toEqual(['Työ', '  Kiire']);
    await api.post(`/projects/${p}/undo`);
    expect(await names()).toEqual([]);
  });

  it.each([
    ['<a', 'koodit.qdc', 'xml-broken'],
    ['<!DOCTYPE a [<!ENTITY b "c">]><CodeBook/>', 'koodit.qdc', 'xml-entities'],
    ['<Project/>', 'koodit.qdc', 'qdc-root'],
    ['', 'koodit.csv', 'file-empty'],
  ])('refuses %j with its reason, and keeps what was there', async (content, name, code) => {
    await send(`/api/v1/projects/${p}/import/codebook`, 'ok.csv', TABLE);
    const answer = await send(`/api/v1/projects/${p}/import/codebook`, name, content);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ type: `urn:teema:problem:${code}` });
    expect(await names()).toEqual(['Työ', '  Kiire']);
  });

  it('comes back whole from every format that can be taken in again', async () => {
    await send(`/api/v1/projects/${p}/import/codebook`, 'koodit.csv', TABLE);
    for (const ending of ['qdc', 'csv']) {
      const file = await fetch(`${app.base}/api/v1/projects/${p}/export/codebook.${ending}`);
      expect(file.headers.get('content-disposition')).toContain(`.${ending}`);
      const path = `/api/v1/projects/${p}/import/codebook?preview=true`;
      const again = await (await send(path, `again.${ending}`, await file.text())).json();
      expect(again).toMatchObject({ themes: 0, same: 2, conflicts: [] });
    }
  });

  it.each(['docx', 'md'])('is written for the appendix as %s', async (ending) => {
    await send(`/api/v1/projects/${p}/import/codebook`, 'koodit.csv', TABLE);
    const file = await fetch(`${app.base}/api/v1/projects/${p}/export/codebook.${ending}`);
    const bytes = Buffer.from(await file.arrayBuffer());
    expect(file.status).toBe(200);
    if (ending === 'docx') expect(bytes.subarray(0, 2).toString()).toBe('PK');
    else expect(bytes.toString()).toContain('Mitä tehdään');
  });

  it('shows the differences on the page, and takes what was chosen', async () => {
    await send(`/api/v1/projects/${p}/import/codebook`, 'koodit.csv', TABLE);
    const page = await (
      await send(`/projects/${p}/exchange`, 'uusi.csv', TABLE.replace('tehdään', '<b>teemme</b>'))
    ).text();
    expect(page).toContain('Mitä &lt;b&gt;teemme&lt;/b&gt;');
    const token = /name="token" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const take = (choice: string): Promise<Response> =>
      fetch(`${app.base}/projects/${p}/exchange/take`, {
        method: 'POST',
        body: new URLSearchParams({ token, choice }),
      });
    expect((await take('take')).status).toBe(200);
    const [theme] = (await api.get(`/projects/${p}/themes`)).body.themes as object[];
    expect(theme).toMatchObject({ definition: 'Mitä <b>teemme</b>' });
    expect((await take('take')).status).toBe(409);
  });
});

describe('the import of sources', () => {
  const BIB = `@article{lemon, author={Lemon, Katherine N. and Verhoef, Peter C.}, title={Understanding Customer Experience}, year=2016, journal={Journal of Marketing}}
@book{broken, title={No end`;

  it('adds what is new, names what is there, and tells the line of what is damaged', async () => {
    const page = await (await send(`/projects/${p}/theory/sources/import`, 'a.bib', BIB)).text();
    expect(page).toContain('Understanding Customer Experience');
    expect(page).toContain('rivi 2');
    const again = await (await send(`/api/v1/projects/${p}/import/sources`, 'a.bib', BIB)).json();
    expect(again).toMatchObject({ sourceIds: [], known: ['Understanding Customer Experience'] });
    const { sources } = (await api.get(`/projects/${p}/sources`)).body;
    expect(sources[0]).toMatchObject({
      authors: ['Lemon, Katherine N.', 'Verhoef, Peter C.'],
      year: '2016',
    });
  });
});

describe('the reduction chain', () => {
  it.each(['docx', 'csv'])('goes out as %s', async (ending) => {
    const file = await fetch(`${app.base}/api/v1/projects/${p}/export/reductions.${ending}`);
    expect(file.status).toBe(200);
    expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(20);
  });
});
