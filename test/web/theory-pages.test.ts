import request from 'supertest';
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
beforeEach(async () => {
  p = String((await api.post('/projects', { name: 'Gradu', language: 'fi' })).body.id);
});
const theory = () => `/projects/${p}/theory`;
const page = (path: string, language = 'fi') =>
  request(app.base).get(path).set('Accept-Language', language);
const form = (path: string, fields: object = {}) =>
  request(app.base).post(path).type('form').set('Accept-Language', 'fi').send(fields);
const frameworks = async () =>
  (await api.get(`/projects/${p}/frameworks`)).body.frameworks as {
    id: string;
    name: string;
    dimensions: string[];
    concepts: { id: string; name: string; depth: number; dimension: number }[];
  }[];
const only = async () => (await frameworks())[0]!;
const drawn = async () =>
  (await only()).concepts.map(
    ({ name, depth, dimension }) => '  '.repeat(depth) + name + (dimension === 1 ? ' |' : ''),
  );
const TWO = {
  name: 'Polku',
  citation: 'Lemon & Verhoef 2016, 77',
  first: 'Vaihe',
  second: 'Omistaja',
  concepts: 'Ennen\r\n  Etsintä\r\nOsto',
  others: 'Brändi\r\nKumppani',
};

describe('the pages about theory, without a script', () => {
  it('are drawn in each language, without a word missing', async () => {
    await form(theory(), TWO).expect(303);
    const { id, concepts } = await only();
    await api.post(`/projects/${p}/sources`, { title: 'Journeys' });
    const query = `row=${concepts[0]?.id ?? ''}&column=${concepts[3]?.id ?? ''}&themes=2&types=1`;
    const paths = ['', '/library', `/${id}`, `/${id}?${query}`, `/${id}/themes`];
    for (const approach of ['data-driven', 'theory-driven', 'theory-guided']) {
      await api.patch(`/projects/${p}`, { approach });
      for (const path of paths)
        for (const language of ['fi', 'en', 'sv']) {
          const { status, text } = await page(theory() + path, language);
          expect([path, status]).toEqual([path, 200]);
          expect(text).toContain(`<html lang="${language}"`);
        }
    }
  });

  it('make a framework of two dimensions from outlines, and change it', async () => {
    const { headers } = await form(theory(), TWO).expect(303);
    const { id, dimensions } = await only();
    expect(headers['location']).toBe(`${theory()}/${id}`);
    expect(dimensions).toEqual(['Vaihe', 'Omistaja']);
    expect(await drawn()).toEqual(['Ennen', '  Etsintä', 'Osto', 'Brändi |', 'Kumppani |']);
    await form(`${theory()}/${id}`, { name: 'Matka', first: '', second: '' }).expect(303);
    expect(await only()).toMatchObject({ name: 'Matka', dimensions: ['Matka'] });
    expect(await drawn()).toEqual(['Ennen', '  Etsintä', 'Osto', 'Brändi', 'Kumppani']);
  });

  it('call an unnamed first dimension as the framework', async () => {
    await form(theory(), { ...TWO, first: '' }).expect(303);
    expect((await only()).dimensions).toEqual(['Polku', 'Omistaja']);
  });

  it('add, change, move and remove concepts', async () => {
    await form(theory(), TWO);
    const { id, concepts } = await only();
    const at = (name: string) => concepts.find((one) => one.name === name)?.id ?? '';
    const own = `${theory()}/${id}/concepts`;
    await form(own, { at: '1', concepts: 'Asiakas\n  Ystävä' }).expect(303);
    await form(own, { at: at('Osto'), concepts: 'Maksu' }).expect(303);
    await form(`${own}/${at('Etsintä')}`, { name: 'Haku', definition: 'x' }).expect(303);
    await form(`${own}/${at('Osto')}/move`, { to: 'up' }).expect(303);
    await form(`${own}/${at('Kumppani')}/move`, { to: 'other' }).expect(303);
    await form(`${own}/${at('Ennen')}/remove`).expect(303);
    expect(await drawn()).toEqual([
      ...['Osto', '  Maksu', 'Kumppani', 'Haku'],
      ...['Brändi |', 'Asiakas |', '  Ystävä |'],
    ]);
  });

  it('make themes and types of what is checked, tell how many, and take them back', async () => {
    await form(theory(), TWO);
    const { id, concepts } = await only();
    const own = `${theory()}/${id}`;
    const conceptIds = concepts.slice(0, 4).map((one) => one.id);
    const { headers } = await form(`${own}/themes`, { conceptIds, typesFrom: '1' }).expect(303);
    const told = await page(String(headers['location']));
    expect(told.text).toContain('Tehtiin 3 teemaa ja 1 tyyppi.');
    const list = (await page(`${own}/themes`)).text;
    expect(list).toContain('jo teemana: Ennen');
    expect(list.match(/type="checkbox"[^>]*disabled/g)).toHaveLength(4);
    await form(`/projects/${p}/undo`).expect(303);
    expect((await page(String(headers['location']))).text).not.toContain('Tehtiin');
    expect((await api.get(`/projects/${p}/themes`)).body.themes).toEqual([]);
  });

  it('show the frameworks of the library that hold the words, without a script', async () => {
    const { text } = await request(app.base).get(`${theory()}/library?q=HOLLYOAKE`).expect(200);
    expect(text.match(/<li class="card" id="library-[^"]*">/g)).toEqual([
      '<li class="card" id="library-hollyoake">',
    ]);
    await request(app.base).get(`${theory()}/library?q[]=a`).expect(200);
  });

  it('take a large framework of the library at once, once', async () => {
    await form(`${theory()}/library`, { libraryId: 'homburg' }).expect(303);
    const { id, concepts } = await only();
    await form(`${theory()}/${id}/concepts`, { at: '0', concepts: 'X\n'.repeat(60) }).expect(303);
    const conceptIds = (await only()).concepts.map((one) => one.id);
    expect(conceptIds.length).toBe(concepts.length + 60);
    await form(`${theory()}/${id}/themes`, { conceptIds }).expect(303);
    const { themes } = (await api.get(`/projects/${p}/themes`)).body;
    expect(themes).toHaveLength(conceptIds.length);
    await form(`${theory()}/library`, { libraryId: 'homburg' }).expect(409);
    expect((await page(`${theory()}/library`)).text).toContain(`href="${theory()}/${id}"`);
  });

  it('say in words what they cannot do', async () => {
    await form(theory(), TWO);
    const { id } = await only();
    const { status, text } = await form(`${theory()}/${id}/themes`);
    expect([status, text]).toEqual([422, expect.stringContaining('ei ollut valittuna')]);
    await page(`${theory()}/none`).expect(404);
  });

  it('order and remove frameworks and keep sources', async () => {
    for (const name of ['A', 'B']) await form(theory(), { name });
    const [, second] = await frameworks();
    await form(`${theory()}/${second?.id ?? ''}/move`, { to: 'up' }).expect(303);
    expect((await frameworks()).map(({ name }) => name)).toEqual(['B', 'A']);
    await form(`${theory()}/${second?.id ?? ''}/remove`).expect(303);
    expect((await frameworks()).map(({ name }) => name)).toEqual(['A']);
    const fields = { title: 'Kirja <b>', authors: 'Tuomi, J.\r\nSarajärvi, A.', year: '2018' };
    await form(`${theory()}/sources`, fields).expect(303);
    const { text } = await page(theory());
    expect(text).toContain('Tuomi, J., Sarajärvi, A. (2018). Kirja &lt;b&gt;');
    const [source] = (await api.get(`/projects/${p}/sources`)).body.sources;
    await form(`${theory()}/sources/${source.id}`, { ...fields, doi: '10.1/x' }).expect(303);
    const [changed] = (await api.get(`/projects/${p}/sources`)).body.sources;
    expect(changed).toMatchObject({ key: 'tuomi-2018', doi: '10.1/x' });
    await form(`${theory()}/sources/${source.id}/remove`).expect(303);
    expect((await api.get(`/projects/${p}/sources`)).body.sources).toEqual([]);
  });
});
