import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { REPORT_ENDINGS } from '../../src/cli/report-command.ts';
import { REPORT_FORMATS } from '../../src/formats/reports/registry.ts';
import { openFileStore } from '../../src/storage/files/open-file-store.ts';
import { INTERVIEW } from '../support/client.ts';
import { root } from '../support/start-app.ts';

const CODINGS =
  'transcript,quote,theme\nH1,hoidetaan mitä luvataan,Vastuu\nH1,ei ole siellä,Vastuu\n';

let folder: string;
let data: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'teema-cli-'));
  data = path.join(folder, 'data');
  await writeFile(path.join(folder, 'H1.txt'), INTERVIEW);
  await writeFile(path.join(folder, 'codings.csv'), CODINGS);
  await writeFile(path.join(folder, 'broken.docx'), 'no document');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const start = (args: readonly string[], env: Record<string, string> = {}): ChildProcess =>
  spawn(process.execPath, [path.join(root, 'dist/main.js'), ...args], {
    cwd: folder,
    env: { ...process.env, DATA_DIR: data, NO_OPEN: '1', LC_ALL: 'en_US.UTF-8', ...env },
  });

/** Runs a command to its end, as a shell would. */
const teema = (...args: string[]): ReturnType<typeof teemaIn> => teemaIn({}, ...args);

async function teemaIn(
  env: Record<string, string>,
  ...args: string[]
): Promise<{ code: number; out: Buffer; said: string }> {
  const child = start(args, env);
  const out: Buffer[] = [];
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, out: Buffer.concat(out), said };
}

it('writes reports in every format there is', () => {
  expect(REPORT_ENDINGS).toEqual(REPORT_FORMATS.map(({ extension }) => extension));
});

describe('the command line', { timeout: 60_000 }, () => {
  it('imports, lists and reports without a browser', async () => {
    const imported = await teema(
      ...['import', '--project', 'Opinnäyte', '--create', 'codings.csv', 'H1.txt'],
    );
    expect(imported.said).toContain('H1: ');
    expect(imported.code).toBe(1);
    expect(imported.said).toContain('row 3');

    const listed = await teema('list');
    expect(listed.out.toString()).toMatch(/^[\w-]+\ttranscripts 1, excerpts 1\tOpinnäyte\n$/);

    const report = await teema('report', '-p', 'opinnäyte', '--out', 'luku.md');
    expect(report.said).toContain('luku.md');
    expect(report.code).toBe(0);
    expect(await readFile(path.join(folder, 'luku.md'), 'utf8')).toContain(
      'hoidetaan mitä luvataan',
    );

    const piped = await teema('report', '-p', 'Opinnäyte', '--format', 'json', '--out', '-');
    expect(JSON.parse(piped.out.toString())).toMatchObject({ projectName: 'Opinnäyte' });
    expect(piped.said).toBe('');

    await teema('report', '-p', 'Opinnäyte');
    const word = await readFile(path.join(folder, 'Opinnäyte.docx'));
    expect(word.subarray(0, 2).toString()).toBe('PK');
  });

  it('keeps what it can and names each file that was refused', async () => {
    const { code, said } = await teema(
      ...['import', '--project', 'X', '--create', 'H1.txt', 'broken.docx'],
    );
    expect(code).toBe(1);
    expect(said).toContain('Not imported: broken.docx');
    expect((await teema('list')).out.toString()).toContain('transcripts 1,');
  });

  it('says what went wrong and what there is', async () => {
    const nothing = await teema('report', '--project', 'X');
    expect(nothing.code).toBe(1);
    expect(nothing.said).toContain('no projects yet');
    await teema('import', '--project', 'Thesis', '--create', 'H1.txt');
    const other = await teema('report', '--project', 'Tesis');
    expect(other.said).toContain('no project “Tesis”');
    expect(other.said).toContain('Thesis');
    const folderNamed = await teema('import', '--project', 'Thesis', '.');
    expect(folderNamed.said).toContain('is a folder');
    const gone = await teema('import', '--project', 'Thesis', 'none.txt');
    expect(gone.said).toContain('none.txt');
    const unwritable = await teema('report', '-p', 'Thesis', '-o', 'no/such/folder/x.md');
    expect(unwritable.code).toBe(1);
    expect(unwritable.said).toContain('cannot be written');
  });

  it.each([
    [['reprot'], 'no command'],
    [['report'], '--project'],
    [['report', '--projekt', 'X'], 'not understood'],
    [['report', '--project', 'X', '--format', 'pptx'], 'docx, html, md, xlsx, csv, json'],
    [['report', '--project', 'X', '--out', 'chapter.pdf'], 'printing the report’s page'],
    [['import', '--project', 'X'], 'Name the files'],
    [['import', '--project', 'X', '--as', 'pictures', 'H1.txt'], 'transcripts, codings'],
    [['import', '--project', 'X', '--language', 'de', 'H1.txt'], 'fi, en, sv'],
  ])('%j is not understood, and told so', async (args, words) => {
    const { code, said, out } = await teema(...args);
    expect(code).toBe(2);
    expect(said).toContain(words);
    expect(said).toContain('teema help');
    expect(out.toString()).toBe('');
  });

  it('makes a project in the language of its transcripts, or the one that is named', async () => {
    const finnish = path.join(root, 'src/example/fi/H1.txt');
    const make = async (...args: string[]): Promise<string> =>
      (await teema('import', '--create', '--project', ...args, finnish)).said;
    expect(await make('Luettu')).toContain('The project’s language is Finnish.');
    await make('Nimetty', '--language', 'sv');
    expect(await make('Nimetty')).not.toContain('language');
    const { out } = await teema('report', '--project', 'Luettu', '--format', 'md', '--out', '-');
    expect(out.toString()).toContain('Aineisto ja menetelmä');
    const named = await teema('report', '--project', 'Nimetty', '--format', 'md', '--out', '-');
    expect(named.out.toString()).toContain('Material och metod');
  });

  it('helps in the language of the terminal', async () => {
    expect((await teema('help')).out.toString()).toContain('teema report');
    expect((await teema('report', '--help')).out.toString()).toContain('--out');
    const child = start(['help'], { LC_ALL: 'fi_FI.UTF-8' });
    let out = '';
    child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()));
    await once(child, 'close');
    expect(out).toContain('projektin raportti');
  });

  it('asks the app that is running', async () => {
    const app = start([], { PORT: '45327' });
    try {
      const [line] = (await once(app.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
      expect(line.toString()).toContain('45327');
      const imported = await teema('import', '--project', 'Live', '--create', 'H1.txt');
      expect(imported.said).toContain('H1: ');
      const answer = await fetch('http://127.0.0.1:45327/api/v1/projects');
      expect(await answer.json()).toMatchObject({ projects: [{ name: 'Live' }] });
    } finally {
      app.kill();
      await once(app, 'close');
    }
    expect((await teema('list')).out.toString()).toContain('Live');
  });

  it('needs a key where everybody signs in', { timeout: 120_000 }, async () => {
    const base = 'http://127.0.0.1:45328';
    const app = start(['--team'], { PORT: '45328' });
    try {
      let said = '';
      app.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
      await expect
        .poll(() => /with the code ([\w-]+)/.exec(said)?.[1], { timeout: 60_000 })
        .toBeTruthy();
      const code = /with the code ([\w-]+)/.exec(said)![1]!;
      const setup = new URLSearchParams({ name: 'Anna', password: 'three words in a row', code });
      const made = await fetch(`${base}/setup`, {
        method: 'POST',
        body: setup,
        redirect: 'manual',
      });
      const cookie = made.headers.get('set-cookie')!.split(';')[0]!;
      const answer = await fetch(`${base}/api/v1/me/tokens`, {
        method: 'POST',
        headers: { cookie, 'Content-Type': 'application/json' },
        body: JSON.stringify({ name: 'terminal' }),
      });
      const { token } = (await answer.json()) as { token: string };
      const keyless = await teema('list');
      expect(keyless.code).toBe(1);
      expect(keyless.said).toContain('TEEMA_TOKEN=');
      const guessed = await teemaIn({ TEEMA_TOKEN: 'guessed' }, 'list');
      expect([guessed.code, guessed.out.toString()]).toEqual([1, '']);
      const args = ['import', '--project', 'Ours', '--create', 'H1.txt'];
      const { code: exit } = await teemaIn({ TEEMA_TOKEN: token }, ...args);
      expect(exit).toBe(0);
      const listed = await teemaIn({ TEEMA_TOKEN: token }, 'list');
      expect(listed.out.toString()).toContain('Ours');
      expect(listed.out.toString() + listed.said).not.toContain(token);
    } finally {
      app.kill();
      await once(app, 'close');
    }
  });

  it('does not open a folder that another process holds', async () => {
    const store = await openFileStore(data);
    try {
      const { code, said } = await teema('list');
      expect(code).toBe(1);
      expect(said).toContain(`${process.pid}`);
    } finally {
      await store.close();
    }
  });
});
