import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiOf } from '../support/client.ts';
import { root, startApp, type RunningApp } from '../support/start-app.ts';

const corpus = path.join(root, '../shared/corpus/kt-interior');
const isThere = existsSync(corpus);
if (!isThere)
  process.stderr.write('corpus kt-interior is not beside the project: its tests are skipped\n');

interface Expected {
  readonly columns: string[];
  readonly rows: Record<string, number[]>;
  readonly total: number;
  readonly words: Record<string, number>;
}

describe.runIf(isThere)('seven real interviews, 62 codings', () => {
  let app: RunningApp;
  let api: ReturnType<typeof apiOf>;
  let p: string;
  let expected: Expected;
  let imported: { title: string; caseName: string; words: number; turns: number }[];

  beforeAll(async () => {
    app = await startApp();
    api = apiOf(app.base);
    expected = JSON.parse(readFileSync(path.join(corpus, 'expected.json'), 'utf8')) as Expected;
    p = String((await api.post('/projects', { name: 'KT Interior', language: 'fi' })).body.id);
    const names = [1, 2, 3, 4, 5, 6, 7].map((i) => `H${i}.txt`);
    const files = Object.fromEntries(
      names.map((name) => [name, readFileSync(path.join(corpus, name))]),
    );
    imported = (await api.upload(`/projects/${p}/transcripts`, files)).body.imported;
  });
  afterAll(() => app.close());

  it('become cases H1…H7 with the words their interviewees speak', () => {
    expect(imported.map(({ caseName }) => caseName)).toEqual(expected.columns);
    expect(Object.fromEntries(imported.map(({ caseName, words }) => [caseName, words]))).toEqual(
      expected.words,
    );
    expect(imported.map(({ turns }) => turns)).toEqual([19, 20, 12, 23, 22, 13, 10]);
  });

  it('take all codings, and the table is the author’s own', async () => {
    const { body } = await api
      .upload(
        `/projects/${p}/import/codings`,
        { 'codings.csv': readFileSync(path.join(corpus, 'codings.csv')) },
        'file',
      )
      .expect(200);
    expect(body).toMatchObject({ rows: 62, excerpts: 62, themes: 8, misses: [], warnings: [] });
    const { body: table } = await api.get(
      `/projects/${p}/analysis/frequencies?rows=theme&columns=case&unit=excerpts`,
    );
    const rows = Object.fromEntries(
      table.rows.map((row: { label: string }, i: number) => [row.label, table.cells[i]]),
    );
    expect(rows).toEqual(expected.rows);
    expect(table.total).toBe(expected.total);
    const { body: words } = await api.get(`/projects/${p}/analysis/frequencies?unit=words`);
    expect(words.columnTotals).toEqual(expected.columns.map((name) => expected.words[name]));
  });

  it('keep every anchor true to its text', async () => {
    const { excerpts } = (await api.get(`/projects/${p}/excerpts?limit=1000`)).body;
    const texts = new Map<string, string>();
    for (const { id } of (await api.get(`/projects/${p}/transcripts`)).body.transcripts)
      texts.set(id, (await api.get(`/projects/${p}/transcripts/${id}`)).body.text);
    expect(excerpts).toHaveLength(62);
    for (const { transcriptId, start, end, quote } of excerpts)
      expect(texts.get(transcriptId)?.slice(start, end)).toBe(quote);
  });

  it('go out as CSV and come into another project as they were', async () => {
    const { text: csv } = await api.get(`/projects/${p}/export/excerpts.csv`).expect(200);
    const other = String((await api.post('/projects', { name: 'Toinen', language: 'fi' })).body.id);
    const names = [1, 2, 3, 4, 5, 6, 7].map((i) => `H${i}.txt`);
    const files = Object.fromEntries(
      names.map((name) => [name, readFileSync(path.join(corpus, name))]),
    );
    await api.upload(`/projects/${other}/transcripts`, files);
    await api
      .upload(`/projects/${other}/import/codings`, { 'otteet.csv': csv }, 'file')
      .expect(200);
    const tables = await Promise.all(
      [p, other].map(
        async (id) => (await api.get(`/projects/${id}/analysis/frequencies`)).body.cells,
      ),
    );
    expect(tables[1]).toEqual(tables[0]);
  });

  it('import again without doubling anything', async () => {
    const { body } = await api
      .upload(
        `/projects/${p}/import/codings`,
        { 'codings.csv': readFileSync(path.join(corpus, 'codings.csv')) },
        'file',
      )
      .expect(200);
    expect(body).toMatchObject({ rows: 62, excerpts: 0, themes: 0 });
    expect((await api.get(`/projects/${p}/excerpts`)).body.total).toBe(62);
  });

  it('list what finds no place, with the row a spreadsheet shows', async () => {
    const csv =
      'transcript,quote,theme\nH1,näin kukaan ei sanonut,Uusi\nH9,jotain,Uusi\nH1,,Uusi\n';
    const { body } = await api
      .upload(`/projects/${p}/import/codings`, { 'x.csv': csv }, 'file')
      .expect(200);
    expect(body.rows).toBe(0);
    expect(body.misses.map(({ row, code }: { row: number; code: string }) => [row, code])).toEqual([
      [2, 'quote-not-found'],
      [3, 'transcript-unknown'],
      [4, 'quote-missing'],
    ]);
  });
});
