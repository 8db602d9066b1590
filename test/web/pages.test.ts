import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
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

let p: string;
let t: string;
beforeEach(async () => {
  p = String((await api.post('/projects', { name: 'Gradu <1>', language: 'fi' })).body.id);
  t = String(
    (await api.upload(`/projects/${p}/transcripts`, { 'H1.txt': INTERVIEW })).body.imported[0].id,
  );
});

const browser = () => request(app.base);
const page = (path: string, language = 'fi') =>
  browser().get(path).set('Accept-Language', language);
const form = (path: string, fields: Readonly<Record<string, string>> = {}) =>
  browser().post(path).type('form').set('Accept-Language', 'fi').send(fields);
const themeNamed = async (name: string, more: object = {}) =>
  String((await api.post(`/projects/${p}/themes`, { name, ...more })).body.id);
const code = async (quote: string, more: object) => {
  const start = INTERVIEW.indexOf(quote);
  const span = { transcriptId: t, start, end: start + quote.length };
  return String((await api.post(`/projects/${p}/excerpts`, { ...span, ...more })).body.id);
};

describe('every page', () => {
  const paths = () => [
    '/',
    '/projects/new',
    `/projects/${p}`,
    `/projects/${p}/themes`,
    `/projects/${p}/types`,
    `/projects/${p}/types/profiles`,
    `/projects/${p}/types/profiles?values=presence`,
    `/projects/${p}/types/outside`,
    `/projects/${p}/report`,
  ];

  it('is drawn in each language, without a word missing', async () => {
    const themeId = await themeNamed('Luottamus', { label: '1', definition: 'Mitä se on' });
    await code('luottamus on se ykkönen', { themeIds: [themeId], deviant: true });
    await api.post(`/projects/${p}/types`, { name: 'Kumppani' });
    for (const path of paths())
      for (const language of ['fi', 'en', 'sv']) {
        const { status, text } = await page(path, language);
        expect([path, status]).toEqual([path, 200]);
        expect(text).toContain(`<html lang="${language}"`);
      }
  });

  it('shows what people wrote as text', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    const themeId = await themeNamed(evil, { definition: evil });
    await code('luottamus on se ykkönen', {
      themeIds: [themeId],
      deviantReason: evil,
      deviant: true,
    });
    await api.post(`/projects/${p}/types`, { name: evil, description: evil });
    await api.put(`/projects/${p}/report`, { introduction: evil, texts: { [themeId]: evil } });
    await api.patch(`/projects/${p}/transcripts/${t}`, { title: evil, caseName: evil });
    for (const path of paths()) expect((await page(path)).text).not.toContain('<img');
  });

  it('tells what happened, what was kept and what to do where something is missing', async () => {
    const { status, text } = await page('/projects/none/report');
    expect(status).toBe(404);
    expect(text).toContain('Tällaista projektia ei ole');
    expect((await page('/nowhere')).status).toBe(404);
  });
});

describe('home', () => {
  it('makes a project and leads to it', async () => {
    const { status, headers } = await form('/projects', {
      name: '  Työn   merkitys ',
      language: 'sv',
      approach: 'data-driven',
      researchQuestions: 'Mitä?\r\n\r\nMiksi?',
    });
    expect(status).toBe(303);
    const id = String(headers['location']).replace('/projects/', '');
    expect((await api.get(`/projects/${id}`)).body).toMatchObject({
      name: 'Työn merkitys',
      language: 'sv',
      approach: 'data-driven',
      researchQuestions: ['Mitä?', 'Miksi?'],
    });
  });

  it('keeps what was written when the name is missing', async () => {
    const { status, text } = await form('/projects', {
      name: ' ',
      language: 'fi',
      approach: 'theory-driven',
      researchQuestions: 'Miten luottamus syntyy?',
    });
    expect(status).toBe(422);
    expect(text).toContain('Projekti tarvitsee nimen');
    expect(text).toContain('Miten luottamus syntyy?');
    expect(text).toMatch(/value="theory-driven" checked/);
  });

  it('says which field is to blame', async () => {
    const { status, text } = await form('/projects', {
      name: 'Gradu',
      language: 'fi',
      approach: 'data-driven',
      researchQuestions: 'x'.repeat(201),
    });
    expect(status).toBe(422);
    expect(text).toContain('Tutkimuskysymys saa olla enintään 200 merkkiä');
  });

  it('opens the example in the language of the page', async () => {
    const { headers } = await browser().post('/projects/example').set('Accept-Language', 'sv');
    const { body } = await api.get(`/${String(headers['location']).slice(1)}`);
    expect(body.language).toBe('sv');
    expect(body.excerptCount).toBeGreaterThan(10);
  });

  it('removes a project, offers the way back, and restores it', async () => {
    const removed = await form(`/projects/${p}/remove`);
    expect(removed.headers['location']).toBe(`/?removed=${p}`);
    const home = await page(`/?removed=${p}`);
    expect(home.text).toContain('Projekti ”Gradu &lt;1&gt;” poistettiin.');
    expect((await page(`/projects/${p}`)).status).toBe(404);
    await form(`/projects/${p}/restore`);
    expect((await page(`/projects/${p}`)).status).toBe(200);
  });
});

describe('transcripts', () => {
  it('takes files from a form and tells which were refused and why', async () => {
    const { status, text } = await browser()
      .post(`/projects/${p}/transcripts`)
      .set('Accept-Language', 'fi')
      .attach('files', Buffer.from(INTERVIEW.replaceAll('H1', 'H2')), 'toinen.txt')
      .attach('files', Buffer.from(''), 'tyhjä.txt')
      .attach('files', Buffer.from([0, 1, 2, 3]), 'kuva.png');
    expect(status).toBe(200);
    expect(text).toContain('1 haastattelu lisättiin. 2 tiedostoa ei kelvannut.');
    expect(text).toContain('tyhjä.txt on tyhjä');
    expect(text).toContain('Tiedostoa kuva.png ei osata lukea');
  });

  it('answers a form without files and a reload of an answer', async () => {
    const none = await browser().post(`/projects/${p}/transcripts`).field('nothing', '');
    expect(none.status).toBe(422);
    const reloaded = await page(`/projects/${p}/import`);
    expect([reloaded.status, reloaded.headers['location']]).toEqual([303, `/projects/${p}`]);
  });

  it('renames a transcript and its case, and keeps the case’s place', async () => {
    const before = (await api.get(`/projects/${p}/cases`)).body.cases as { id: string }[];
    await form(`/projects/${p}/transcripts/${t}`, { title: 'Ensimmäinen', caseName: 'Aino' });
    const { cases } = (await api.get(`/projects/${p}/cases`)).body as { cases: object[] };
    expect(cases).toMatchObject([{ id: before[0]?.id, name: 'Aino' }]);
    expect((await page(`/projects/${p}`)).text).toContain('Ensimmäinen');
  });

  it('joins two transcripts of one person under one case', async () => {
    const second = await api.upload(`/projects/${p}/transcripts`, { 'H2.txt': `${INTERVIEW}.` });
    const id = String(second.body.imported[0].id);
    await form(`/projects/${p}/transcripts/${id}`, { title: 'H2', caseName: 'Toinen' });
    await form(`/projects/${p}/transcripts/${id}`, { title: 'H2', caseName: 'h1' });
    expect((await api.get(`/projects/${p}/cases`)).body.cases).toHaveLength(1);
    // One of two with a new name leaves the other alone.
    await form(`/projects/${p}/transcripts/${id}`, { title: 'H2', caseName: 'Aino' });
    const names = ((await api.get(`/projects/${p}/cases`)).body.cases as { name: string }[]).map(
      ({ name }) => name,
    );
    expect(names).toEqual(['H1', 'Aino']);
  });

  it('removes one, and undo brings it back to the page the form stood on', async () => {
    await form(`/projects/${p}/transcripts/${t}/remove`);
    expect((await api.get(`/projects/${p}/transcripts`)).body.transcripts).toEqual([]);
    const undone = await form(`/projects/${p}/undo`).set(
      'Referer',
      `${app.base}/projects/${p}/themes`,
    );
    expect(undone.headers['location']).toBe(`/projects/${p}/themes`);
    expect((await api.get(`/projects/${p}/transcripts`)).body.transcripts).toHaveLength(1);
  });

  it('is led back to no other site', async () => {
    await themeNamed('Luottamus');
    const undone = await form(`/projects/${p}/undo`).set('Referer', 'http://evil.example/x');
    expect(undone.headers['location']).toBe(`/projects/${p}`);
  });

  it('imports codings and lists every row that was left out', async () => {
    const csv =
      'transcript,quote,theme\nH1,luottamus on se ykkönen,Luottamus\nH1,ei sanottu,Luottamus\nH9,x,Y\n';
    const { text } = await browser()
      .post(`/projects/${p}/import`)
      .set('Accept-Language', 'fi')
      .attach('file', Buffer.from(csv), 'codings.csv');
    expect(text).toContain('Tuotiin 1 rivi: 1 ote. Uutta: 1 teema, 0 tyyppiä.');
    expect(text).toContain('2 riviä jäi pois');
    expect(text).toMatch(/<th[^>]*>3<\/th><td>Haastattelussa H1 ei ole näitä sanoja/);
    expect(text).toContain('Haastattelua tai haastateltavaa ”H9” ei ole');
  });

  it('changes the settings, and keeps what was written when they cannot be', async () => {
    const settings = { language: 'fi', approach: 'data-driven', researchQuestions: 'Mitä?' };
    await form(`/projects/${p}/settings`, { name: 'Uusi nimi', ...settings });
    expect((await api.get(`/projects/${p}`)).body).toMatchObject({
      name: 'Uusi nimi',
      approach: 'data-driven',
    });
    const refused = await form(`/projects/${p}/settings`, { name: '', ...settings });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Projekti tarvitsee nimen');
  });
});

describe('themes', () => {
  const outline = async () =>
    ((await api.get(`/projects/${p}/themes`)).body.themes as { name: string; depth: number }[]).map(
      ({ name, depth }) => '  '.repeat(depth) + name,
    );

  it('makes, changes, moves and deletes', async () => {
    const made = await form(`/projects/${p}/themes`, {
      name: 'Luottamus',
      label: '1',
      parentId: '',
    });
    const id = String(made.headers['location']).split('#theme-')[1]!;
    await form(`/projects/${p}/themes`, { name: 'Ennakointi', parentId: id, definition: 'a\r\nb' });
    await form(`/projects/${p}/themes`, { name: 'Arki' });
    expect(await outline()).toEqual(['Luottamus', '  Ennakointi', 'Arki']);
    const changed = {
      name: 'Luottaminen',
      label: '',
      definition: 'x',
      include: '',
      exclude: '',
      colour: '7',
    };
    await form(`/projects/${p}/themes/${id}`, changed);
    expect((await api.get(`/projects/${p}/themes`)).body.themes[0]).toMatchObject({
      name: 'Luottaminen',
      label: null,
      colour: 7,
    });
    expect((await api.get(`/projects/${p}/themes`)).body.themes[1].definition).toBe('a\nb');
    await form(`/projects/${p}/themes/${id}/move`, { to: 'down' });
    expect(await outline()).toEqual(['Arki', 'Luottaminen', '  Ennakointi']);
    await form(`/projects/${p}/themes/${id}/move`, { to: 'down' });
    expect(await outline()).toEqual(['Arki', 'Luottaminen', '  Ennakointi']);
    await form(`/projects/${p}/themes/${id}/remove`);
    expect(await outline()).toEqual(['Arki', 'Ennakointi']);
  });

  it('counts what is coded, with sub-themes and without', async () => {
    const parentId = await themeNamed('Luottamus');
    const child = await themeNamed('Ennakointi', { parentId });
    await code('luottamus on se ykkönen', { themeIds: [parentId] });
    await code('hoidetaan mitä luvataan', { themeIds: [child] });
    const { text } = await page(`/projects/${p}/themes?theme=${parentId}`);
    expect(text).toContain('2 otetta · 1/1 haastateltavaa – suoraan tässä 1 ote');
    expect(text).toContain('>2 · 1/1<');
  });
});

describe('types', () => {
  it('makes, changes, moves and deletes', async () => {
    const add = (name: string) => form(`/projects/${p}/types`, { name, kind: 'authentic' });
    const id = String((await add('Kumppani')).headers['location']).split('/types/')[1]!;
    await add('Kertaostaja');
    await form(`/projects/${p}/types/${id}/move`, { to: 'down' });
    const names = async () =>
      ((await api.get(`/projects/${p}/types`)).body.types as { name: string }[]).map(
        ({ name }) => name,
      );
    expect(await names()).toEqual(['Kertaostaja', 'Kumppani']);
    await form(`/projects/${p}/types/${id}/move`, { to: 'down' });
    expect(await names()).toEqual(['Kertaostaja', 'Kumppani']);
    const changes = { name: 'Kumppanuus', kind: 'broadest', description: 'Laaja', colour: '3' };
    await form(`/projects/${p}/types/${id}`, changes);
    expect((await api.get(`/projects/${p}/types`)).body.types[1]).toMatchObject({
      name: 'Kumppanuus',
      kind: 'broadest',
      colour: 3,
    });
    await form(`/projects/${p}/types/${id}/remove`);
    expect(await names()).toEqual(['Kertaostaja']);
  });
});

describe('report', () => {
  it('has nothing to show at first, and says what to do', async () => {
    expect((await page(`/projects/${p}/report`)).text).toContain('Raportti syntyy koodauksista');
  });

  it('shows the table, each theme’s text and its quotes with their places', async () => {
    const themeId = await themeNamed('Luottamus', { label: '1' });
    const id = await code('luottamus on se ykkönen', { themeIds: [themeId] });
    await code('hoidetaan mitä luvataan', { memo: 'Mieti tätä' });
    await form(`/projects/${p}/report`, {
      title: 'Tulokset',
      introduction: 'Yksi **haastattelu**.',
    });
    const saved = await form(`/projects/${p}/report/texts/${themeId}`, {
      text: '# Oma\r\n\r\nTeksti',
    });
    expect(saved.headers['location']).toBe(`/projects/${p}/report#t-${themeId}`);
    const { text } = await page(`/projects/${p}/report`);
    expect(text).toMatch(/<h1>\s*Tulokset\s*<\/h1>/);
    expect(text).toContain('Yksi <strong>haastattelu</strong>.');
    expect(text).toContain('<h4>Oma</h4>');
    expect(text).toContain('<td class="h2">1</td>');
    expect(text).toContain(`href="/projects/${p}/code/${t}#e-${id}"`);
    expect(text).toContain('(H1)');
    expect(text).toContain('Muistio: Mieti tätä');
    for (const extension of ['docx', 'html', 'md', 'csv', 'json'])
      expect(text).toContain(`/api/v1/projects/${p}/report.${extension}"`);
  });

  it('runs no script and fetches nothing that a text brings in', async () => {
    const introduction =
      '[x](javascript:alert(1)) ![bild](http://evil.example/x.png) <script>alert(1)</script> [y](https://example.org)';
    await themeNamed('Luottamus');
    await api.put(`/projects/${p}/report`, { introduction });
    const { text } = await page(`/projects/${p}/report`);
    const [, prose] = /<div class="prose">([\s\S]*?)<\/div>/.exec(text)!;
    expect(prose).not.toMatch(/javascript:|<img|<script/);
    expect(prose).toContain('<a href="https://example.org">y</a>');
  });

  it('writes the sheet in the report’s language and the controls in the reader’s', async () => {
    await themeNamed('Luottamus');
    const { text } = await page(`/projects/${p}/report`, 'en');
    expect(text).toContain('<article class="sheet" lang="fi">');
    expect(text).toContain('Teemat haastateltavittain');
    expect(text).toContain('Download Word');
  });
});
