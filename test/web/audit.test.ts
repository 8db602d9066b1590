import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import request from 'supertest';
import { openFileStore } from '../../src/storage/files/open-file-store.ts';
import { apiOf, INTERVIEW } from '../support/client.ts';
import { startApp, type RunningApp } from '../support/start-app.ts';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';

let folder: string;
let app: RunningApp;
let api: ReturnType<typeof apiOf>;
let p: string;
let themeId: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'teema-audit-'));
  app = await startApp(await openFileStore(folder));
  api = apiOf(app.base);
  p = String((await api.post('/projects', { name: 'Gradu', language: 'fi' })).body.id);
  themeId = (await api.post(`/projects/${p}/themes`, { name: 'Luottamus', label: '4.1' })).body.id;
  await api.patch(`/projects/${p}/themes/${themeId}`, { name: '=cmd|<b>x' }).expect(200);
});
afterEach(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

const shown = (query = '', language = 'en') =>
  request(app.base).get(`/projects/${p}/review/audit${query}`).set('Accept-Language', language);

describe('the audit trail', () => {
  it('tells who did what to which record, before and after', async () => {
    const { body } = await api.get(`/projects/${p}/audit`).expect(200);
    expect(body.steps[0]).toMatchObject({
      kind: 'change-theme',
      person: { id: 'local' },
      isUndone: false,
      changeCount: 1,
      changes: [
        {
          what: 'changed',
          record: 'theme',
          id: themeId,
          name: '4.1 =cmd|<b>x',
          fields: [{ field: 'name', before: 'Luottamus', after: '=cmd|<b>x' }],
        },
      ],
    });
    const { text } = await shown().expect(200);
    expect(text).toContain('This computer');
    expect(text).toContain('change of a theme');
    expect(text).toContain('name: Luottamus → =cmd|&lt;b&gt;x');
    expect(text).not.toContain('<b>x');
  });

  it('names passages, themes and interviews that ids stand for', async () => {
    const up = await api.upload(`/projects/${p}/transcripts`, { 'H1.txt': INTERVIEW });
    const transcriptId = up.body.imported[0].id as string;
    const start = INTERVIEW.indexOf('luottamus on');
    const span = { transcriptId, start, end: start + 23, themeIds: [themeId] };
    const made = await api.post(`/projects/${p}/excerpts`, span).expect(201);
    const other = (await api.post(`/projects/${p}/themes`, { name: 'Arki' })).body.id as string;
    await api.patch(`/projects/${p}/excerpts/${made.body.id}`, { themeIds: [other] }).expect(200);
    const { text } = await shown(`?record=${made.body.id}`, 'fi').expect(200);
    expect(text).toContain('luottamus on se ykkönen');
    expect(text).toContain('teemat: 4.1 =cmd|&lt;b&gt;x → Arki');
    await api.post(`/projects/${p}/undo`).expect(200);
    expect((await shown('', 'fi')).text).toContain('class="undone"');
  });

  it('is narrowed by its form, and takes empty fields and nonsense for none', async () => {
    const kinds = async (query: string): Promise<string[]> => {
      const { body } = await api.get(`/projects/${p}/audit${query}`).expect(200);
      return body.steps.map(({ kind }: { kind: string }) => kind);
    };
    expect(await kinds('?kind=add-theme')).toEqual(['add-theme']);
    expect(await kinds('?limit=1')).toEqual(['change-theme']);
    expect(await kinds('?to=2020-01-01')).toEqual([]);
    expect(await kinds('?from=2020-01-01&to=2999-01-01')).toHaveLength(3);
    await api.get(`/projects/${p}/audit?from=yesterday`).expect(400);
    await shown('?person=&kind=&from=&to=')
      .expect(200)
      .expect(/change of a theme/);
    await shown('?from=yesterday&before=x&verify=2')
      .expect(200)
      .expect(/change of a theme/);
    await shown('?person=nobody')
      .expect(200)
      .expect(/Nothing matches/);
  });

  it('is saved as a table that a spreadsheet of the language reads, without formulas', async () => {
    const { text, headers } = await request(app.base)
      .get(`/api/v1/projects/${p}/audit.csv`)
      .set('Accept-Language', 'fi')
      .buffer(true)
      .expect(200);
    expect(headers['content-disposition']).toContain('attachment');
    expect([...text].filter((c) => c === '\ufeff')).toHaveLength(1);
    expect(text.startsWith('\ufeff"Milloin";"Kuka"')).toBe(true);
    expect(text.trim().split('\r\n')).toHaveLength(4);
    for (const cell of text.split(/[;\n]/)) expect(cell).not.toMatch(/^"?[=+@-]/);
  });

  it('is verified against the files, to the line', async () => {
    const whole = await api.get(`/projects/${p}/audit/verify`).expect(200);
    expect(whole.body).toMatchObject({ holds: true, lines: 3, brokenLine: null });
    await shown('?verify=1').expect(/all 3 lines were read/);
    const journal = path.join(folder, 'projects', p, 'journal.jsonl');
    const text = await readFile(journal, 'utf8');
    await writeFile(journal, text.replace('"Luottamus"', '"Luottamys"'));
    const broken = await api.get(`/projects/${p}/audit/verify`).expect(200);
    expect(broken.body).toMatchObject({ holds: false, lines: 1, brokenLine: 2 });
    const page = await shown('?verify=1').expect(200);
    expect(page.text).toContain('The journal does not hold at line 2');
    const finnish = await shown('?verify=1', 'fi').expect(200);
    expect(finnish.text).toContain('riviä on muutettu');
    expect(finnish.text).not.toContain('hash');
  });

  it.each([
    ['cut', (lines: string[]) => lines[1]!.slice(0, 40), 'rivi on katkennut'],
    ['doubled', (lines: string[]) => lines[0]!, 'rivi on väärässä paikassa'],
  ])('says in the reader’s words what is wrong with a line that was %s', async (_, spoil, said) => {
    const journal = path.join(folder, 'projects', p, 'journal.jsonl');
    const lines = (await readFile(journal, 'utf8')).split('\n');
    lines[1] = spoil(lines);
    await writeFile(journal, lines.join('\n'));
    const { text } = await shown('?verify=1', 'fi').expect(200);
    expect(text).toContain(said);
  });

  it('names the section whose text was written', async () => {
    const form = request(app.base).post(`/projects/${p}/report/texts/${themeId}`).type('form');
    await form.send({ text: 'Luottamus on kaikki.' }).expect(303);
    const { text } = await shown('', 'fi').expect(200);
    expect(text).toContain('Luottamus on kaikki.');
    expect(text).toMatch(/Raportti<\/span>\s*4\.1/);
  });

  it('cannot be verified where nothing is kept', async () => {
    const other = await startApp();
    const there = apiOf(other.base);
    const id = String((await there.post('/projects', { name: 'X' })).body.id);
    const { body } = await there.get(`/projects/${id}/audit/verify`).expect(200);
    expect(body).toMatchObject({ holds: null, lines: null });
    await other.close();
  });
});
