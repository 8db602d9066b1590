import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeFileTools } from '../../src/file-tools.ts';
import { ProjectThreads } from '../../src/threads/project-threads.ts';
import { tableQuery } from '../../src/web/api/schemas-frequencies.ts';
import { matrixOptions, matrixQuery } from '../../src/web/api/schemas-matrix.ts';
import type { FileTask } from '../../src/web/files/file-task.ts';
import { makeFile } from '../../src/web/files/make-file.ts';
import { buildProject } from '../support/build-project.ts';
import { root } from '../support/start-app.ts';

const BUILT = buildProject({
  settings: { language: 'fi' },
  texts: [
    { title: 'H1', text: 'H1: Se ei vaan toiminut. Siksi luovutin.' },
    { title: 'H2', text: 'H2: Minulle se toimi oikein hyvin “heti”.' },
  ],
  codings: [
    { transcript: 'H1', quote: 'Se ei vaan toiminut.', themes: ['Kaupat', 'Luottamus'] },
    { transcript: 'H2', quote: 'toimi oikein hyvin “heti”', themes: ['Luottamus'], memo: 'Äh' },
  ],
});

const query = tableQuery.parse({ unit: 'words' });
const options = matrixOptions(matrixQuery.parse({}));
const TASKS: readonly FileTask[] = [
  ...['docx', 'html', 'md', 'xlsx', 'csv', 'json'].map((extension): FileTask => ({
    ...{ kind: 'report', extension },
  })),
  { kind: 'report-answer' },
  { kind: 'frequencies', extension: 'xlsx', query },
  { kind: 'frequencies', extension: 'csv', query },
  { kind: 'matrix', extension: 'docx', options },
  { kind: 'reductions', extension: 'csv', filter: {} },
  { kind: 'codebook', extension: 'qdc' },
  { kind: 'codebook', extension: 'docx' },
  { kind: 'codings' },
  { kind: 'attributes' },
];

let dist: string;
let threads: ProjectThreads<FileTask>;

beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'teema-test-'));
  await build({
    entryPoints: ['src/file-worker.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outdir: dist,
    splitting: true,
    external: ['@resvg/resvg-js'],
    banner: {
      js: "import { createRequire as make } from 'node:module'; const require = make(import.meta.url);",
    },
  });
  await writeFile(join(dist, 'package.json'), '{"type":"module"}');
  threads = new ProjectThreads(pathToFileURL(join(dist, 'file-worker.js')), {
    ...{ workers: 1, seconds: 60, heapMegabytes: 512 },
    workerData: { root },
  });
});
afterAll(() => rm(dist, { recursive: true }));

const { project, textOf } = BUILT;
const texts = new Map([...project.transcripts.keys()].map((id) => [id, textOf(id)]));

/** What stands in a file: of a zip in its parts, without the time it was made. */
function contentOf(file: Uint8Array): unknown {
  if (file[0] !== 0x50 || file[1] !== 0x4b) return Buffer.from(file).toString();
  const parts = Object.entries(unzipSync(file)).filter(([name]) => name !== 'docProps/core.xml');
  return parts.map(([name, part]) => [name, Buffer.from(part).toString()]);
}

describe('a file made in a thread', () => {
  it.each(TASKS.map((task) => [JSON.stringify(task).slice(0, 60), task] as const))(
    'is the one that is made without it: %s',
    async (_name, task) => {
      const { tools } = await composeFileTools(root);
      const here = await makeFile(tools, task, { project, textOf });
      const there = await threads.make(task, { project, texts });
      expect(contentOf(there)).toEqual(contentOf(Buffer.from(here)));
    },
  );

  it('says in the thread’s own words why it was not made, and the next one is', async () => {
    const unknown: FileTask = { kind: 'report', extension: 'exe' };
    await expect(threads.make(unknown, { project, texts })).rejects.toThrow(/ends in exe/);
    const csv = await threads.make({ kind: 'attributes' }, { project, texts });
    expect(contentOf(csv)).toContain('H1');
  });

  it('is not made where nobody waits for it any more', async () => {
    const making = threads.make({ kind: 'codings' }, { project, texts }, AbortSignal.abort());
    await expect(making).rejects.toMatchObject({ code: 'making-cancelled' });
  });
});
