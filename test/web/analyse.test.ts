import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readXlsx } from '../../src/formats/tables/read-xlsx.ts';
import { apiOf, INTERVIEW } from '../support/client.ts';
import { root, startApp, type RunningApp } from '../support/start-app.ts';

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

interface Table {
  rows: { id: string; name: string; label?: string; depth: number }[];
  columns: { id: string; name: string }[];
  cells: (number | null)[][];
  rowTotals: (number | null)[];
  columnTotals: (number | null)[];
  total: number | null;
}

const table = async (query = ''): Promise<Table> => {
  const { status, body } = await api.get(`${p}/analysis/frequencies${query}`);
  expect(status).toBe(200);
  return body as Table;
};
const page = (address: string) =>
  request(app.base)
    .get(p + address)
    .set('Cookie', 'lang=fi');
const binary = (address: string) =>
  request(`${app.base}/api/v1`)
    .get(p + address)
    .buffer(true)
    .parse((res, done) => {
      const parts: Buffer[] = [];
      res.on('data', (part: Buffer) => parts.push(part));
      res.on('end', () => done(null, Buffer.concat(parts)));
    });

const corpus = path.join(root, '../shared/corpus/kt-interior');

describe.runIf(existsSync(corpus))('the tables of a real thesis', () => {
  const read = (name: string): Buffer => readFileSync(path.join(corpus, name));
  let expected: { columns: string[]; rows: Record<string, number[]>; total: number };
  beforeAll(async () => {
    p = `/projects/${String((await api.post('/projects', { name: 'KT', language: 'fi' })).body.id)}`;
    const names = readdirSync(corpus).filter((name) => name.endsWith('.txt'));
    const files = Object.fromEntries(names.map((name) => [name, read(name)]));
    await api.upload(`${p}/transcripts`, files);
    await api.upload(`${p}/import/codings`, { 'codings.csv': read('codings.csv') }, 'file');
    expected = JSON.parse(read('expected.json').toString('utf8'));
  });

  it('are the author’s own, cell by cell, over the API', async () => {
    const { rows, columns, cells, total } = await table('?rows=theme&columns=case&unit=excerpts');
    expect(columns.map(({ name }) => name)).toEqual(expected.columns);
    expect(Object.fromEntries(rows.map(({ label }, i) => [label, cells[i]]))).toEqual(
      expected.rows,
    );
    expect(total).toBe(expected.total);
  });

  it('are the same in the spreadsheet and in the CSV, as numbers', async () => {
    const { body } = await binary('/analysis/frequencies.xlsx');
    const { rows: sheet } = await readXlsx('table.xlsx', body as Buffer);
    const header = sheet.findIndex((row) => row[1] === expected.columns[0]);
    expect(sheet[header]).toEqual(['Teemat', ...expected.columns, 'Yhteensä']);
    const rows = Object.values(expected.rows);
    expect(
      sheet.slice(header + 1, header + 1 + rows.length).map((row) => row.slice(1, -1)),
    ).toEqual(rows);
    const { text } = await api.get(`${p}/analysis/frequencies.csv`);
    const lines = text.split('\r\n').slice(0, -1);
    expect(lines[0]).toBe(
      `\ufeff"Teemat";${expected.columns.map((name) => `"${name}"`).join(';')};"Yhteensä"`,
    );
    expect(lines.at(-1)?.endsWith(`;${expected.total}`)).toBe(true);
  });

  it('cover every word, and say so in percent with the comma of the language', async () => {
    const { columnTotals } = await table('?unit=coverage');
    expect(columnTotals).toEqual(expected.columns.map(() => 1));
    const { text } = await api.get(`${p}/analysis/frequencies.csv?unit=coverage`);
    expect(text).toMatch(/;"\d+,\d";/);
  });

  it('are narrowed, sorted and cut by the address of the page, and so are their files', async () => {
    const { columns, rows } = await table();
    const only = `?case=${columns[0]?.id}&case=${columns[3]?.id}`;
    const narrowed = await table(only);
    expect(narrowed.columns.map(({ name }) => name)).toEqual(['H1', 'H4']);
    expect(narrowed.total).toBe(22);
    const html = (await page(`/analyse${only}&sort=total&hide=rows`)).text;
    expect(html).toContain('Haastateltavat: H1, H4');
    expect(html.indexOf('4.2 Asiakas')).toBeLessThan(html.indexOf('4.1.3 B2B'));
    const { text } = await api.get(`${p}/analysis/frequencies.csv${only}&sort=total`);
    expect(text.split('\r\n')[1]).toMatch(/^"4\.2 Asiakas/);
    expect(rows).toHaveLength(8);
  });

  it('open the quotes of a cell, a row, a column or all of them', async () => {
    const { columns, rows } = await table();
    const { text } = await page(`/analyse?r=${rows[3]?.id}&c=${columns[0]?.id}`);
    expect(text).toContain('4 otetta · 1 haastateltava');
    expect(text).toMatch(/href="\/projects\/[^"]+\/code\/[^"]+#e-[^"]+">\(H1\)/);
    expect((await page(`/analyse?r=${rows[3]?.id}`)).text).toContain(
      '13 otetta · 7 haastateltavaa',
    );
    expect((await page(`/analyse?c=${columns[0]?.id}`)).text).toContain('10 otetta · 1 haast');
    expect((await page('/analyse?r=*')).text).toContain('62 otetta · 7 haastateltavaa');
    expect((await page('/analyse?r=*&quotes=all')).text.match(/<blockquote>/g)).toHaveLength(62);
    const part = (await page(`/analyse/quotes?r=${rows[3]?.id}`)).text;
    expect(part).toMatch(/^<aside/);
    expect((await page('/analyse?r=gone')).text).toContain('Tätä lukua ei enää ole taulukossa');
  });
});

describe('the tables of the analysis', () => {
  beforeEach(async () => {
    p = `/projects/${String((await api.post('/projects', { name: 'Testi', language: 'fi' })).body.id)}`;
    await api.upload(`${p}/transcripts`, { 'H1.txt': INTERVIEW });
  });

  const code = async (quote: string, name: string): Promise<string> => {
    const { transcripts } = (await api.get(`${p}/transcripts`)).body;
    const { text } = (await api.get(`${p}/transcripts/${transcripts[0].id}`)).body;
    const start = (text as string).indexOf(quote);
    const span = { transcriptId: transcripts[0].id, start, end: start + quote.length };
    const { body } = await api.post(`${p}/excerpts`, { ...span, newTheme: { name } });
    return String(body.themeIds[0]);
  };

  it('say what to do while there is nothing to count', async () => {
    expect((await page('/analyse')).text).toContain('Ei vielä laskettavaa');
    expect((await page('/analyse/matrix')).text).toContain('Matriisia ei vielä ole');
  });

  it('show the usual table for an address that asks for what there is not', async () => {
    await code('luottamus on se ykkönen', 'Luottamus');
    const { status, text } = await page('/analyse?rows=nonsense&levels=many');
    expect(status).toBe(200);
    expect(text).toContain('Teemat × haastateltavat: otteiden määrä');
    expect((await api.get(`${p}/analysis/frequencies?rows=nonsense`)).status).toBe(400);
    expect((await api.get(`${p}/analysis/frequencies?columns=attribute:Nobody`)).status).toBe(404);
  });

  it('keep what people write from being HTML or a formula', async () => {
    await code('luottamus on se ykkönen', '=1+1<b onclick=x>');
    const { text } = await page('/analyse');
    expect(text).toContain('=1+1&lt;b onclick=x&gt;');
    expect(text).not.toContain('<b onclick');
    const { text: csv } = await api.get(`${p}/analysis/frequencies.csv`);
    expect(csv).toContain(`"'=1+1<b onclick=x>"`);
  });

  it('have presets for what the project has', async () => {
    await code('luottamus on se ykkönen', 'Luottamus');
    const presets = async (): Promise<string> =>
      /<nav class="presets".*?<\/nav>/s.exec((await page('/analyse')).text)?.[0] ?? '';
    expect(await presets()).not.toContain('Teemat × kysymykset');
    await api.put(`${p}/guide`, { text: '1. Mitä luottamus merkitsee?' });
    expect(await presets()).toContain('Teemat × kysymykset');
    expect((await page('/analyse?columns=question')).text).toContain(
      '<dd>Mitä luottamus merkitsee?</dd>',
    );
  });

  it('stand by an attribute’s groups, in the words of the language', async () => {
    await code('luottamus on se ykkönen', 'Luottamus');
    const made = await api.post(`${p}/attributes`, { name: 'Rooli', kind: 'text' });
    expect(made.status).toBe(201);
    const { columns, total } = await table('?columns=attribute:Rooli');
    expect([columns.map(({ id }) => id), total]).toEqual([['missing'], 1]);
    const { text } = await page(`/analyse?columns=attribute:${String(made.body.id)}`);
    expect(text).toContain('Teemat × Rooli');
    expect(text).toMatch(/<option value="attribute:[^"]+" selected>Rooli<\/option>/);
  });

  it('keep a summary for a theme and an interviewee, over the API and without a script', async () => {
    const themeId = await code('luottamus on se ykkönen', 'Luottamus');
    const matrix = async () => (await api.get(`${p}/analysis/matrix`)).body;
    const { cases, cells } = await matrix();
    expect(cells).toEqual([[{ excerptCount: 1, text: '', updatedAt: null }]]);
    const put = await api.put(`${p}/matrix/${themeId}/${cases[0].id}`, { text: 'Hoidetaan.' });
    expect([put.status, put.body.text]).toEqual([200, 'Hoidetaan.']);
    expect(await matrix()).toMatchObject({ writtenCount: 1, wantedCount: 1 });
    const cell = `/analyse/matrix?r=${themeId}&c=${cases[0].id}`;
    expect((await page(cell)).text).toMatch(/<textarea[^>]*>Hoidetaan\.<\/textarea>/);
    const action = `/analyse/matrix/${themeId}/${cases[0].id}?r=${themeId}&c=${cases[0].id}`;
    const sent = await request(app.base)
      .post(p + action)
      .type('form')
      .send({ text: 'Toisin.\r\nNäin.' });
    expect([sent.status, sent.headers['location']]).toEqual([303, p + cell]);
    expect((await matrix()).cells[0][0].text).toBe('Toisin.\nNäin.');
    await api.post(`${p}/undo`);
    expect((await matrix()).cells[0][0].text).toBe('Hoidetaan.');
    await api.put(`${p}/matrix/${themeId}/${cases[0].id}`, { text: ' ' });
    expect((await matrix()).writtenCount).toBe(0);
    expect((await api.put(`${p}/matrix/gone/${cases[0].id}`, { text: 'x' })).status).toBe(404);
  });

  it('write the matrix as a workbook and for Word', async () => {
    const themeId = await code('luottamus on se ykkönen', 'Luottamus');
    const { cases } = (await api.get(`${p}/analysis/matrix`)).body;
    await api.put(`${p}/matrix/${themeId}/${cases[0].id}`, { text: '=Hoidetaan 👍' });
    const { body } = await binary('/analysis/matrix.xlsx');
    expect((await readXlsx('matrix.xlsx', body as Buffer)).rows.slice(2)).toEqual([
      ['Teema', 'H1'],
      ['Luottamus', '=Hoidetaan 👍'],
    ]);
    const word = await binary('/analysis/matrix.docx');
    expect([word.status, (word.body as Buffer).subarray(0, 2).toString()]).toEqual([200, 'PK']);
  });
});
