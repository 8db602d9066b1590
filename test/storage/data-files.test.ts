import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { JournalBroken, StorageFailed } from '../../src/app/errors.ts';
import type { ProjectSummary } from '../../src/app/ports.ts';
import type { ProjectId } from '../../src/domain/ids.ts';
import { HandlePool } from '../../src/storage/files/handle-pool.ts';
import { makeFolder, openStore } from './data-folder.ts';
import { codedAfter, created } from './journal-events.ts';

const ID = 'project-1' as ProjectId;

describe('a data folder', () => {
  it('is made where it is not there, for its user alone', async () => {
    const folder = join(await makeFolder(), 'uusi', 'data');
    const store = await openStore(folder);
    await store.append(ID, 0, created());
    await store.putText(ID, 'abc');
    await store.saveSnapshot(ID);
    await store.saveSummary({ id: ID, revision: 1 } as ProjectSummary);
    const paths = await readdir(folder, { recursive: true });
    expect(paths.length).toBeGreaterThan(8);
    for (const path of paths) {
      const { mode } = await stat(join(folder, path));
      expect(`${path} ${(mode & 0o077).toString(8)}`).toBe(`${path} 0`);
    }
  });

  it('loses what a crash left half-written, and nothing else', async () => {
    const folder = await makeFolder();
    const project = join(folder, 'projects', ID);
    const store = await openStore(folder);
    await store.append(ID, 0, created());
    await store.putText(ID, 'abc');
    await store.close();
    const temporary = () => `project.json.${randomUUID()}.tmp`;
    const left = [
      join(folder, temporary()),
      join(project, temporary()),
      join(project, 'texts', temporary()),
      join(project, 'originals', temporary()),
    ];
    const foreign = [
      join(folder, 'muistio.txt'),
      join(project, 'oma.tmp'),
      join(folder, 'projects', 'irrallinen.txt'),
    ];
    for (const path of [...left, ...foreign]) await writeFile(path, 'x');
    await (await openStore(folder)).close();
    for (const path of left) await expect(stat(path)).rejects.toMatchObject({ code: 'ENOENT' });
    for (const path of foreign) expect(await readFile(path, 'utf8')).toBe('x');
  });

  it('lists projects only', async () => {
    const folder = await makeFolder();
    const projects = join(folder, 'projects');
    const store = await openStore(folder);
    await store.append(ID, 0, created());
    await writeFile(join(projects, 'file'), 'x');
    for (const name of ['empty', 'not a project id', '.hidden', 'no-events'])
      await mkdir(join(projects, name));
    await writeFile(join(projects, 'no-events', 'journal.jsonl'), '');
    await symlink(join(projects, ID), join(projects, 'link'));
    expect(await store.list()).toEqual({ projects: [{ id: ID, summary: null }], removed: [] });
  });

  it('with a project that cannot be read gives the others', async () => {
    const folder = await makeFolder();
    const store = await openStore(folder);
    await store.append(ID, 0, created());
    const other = 'project-2' as ProjectId;
    await mkdir(join(folder, 'projects', other, 'journal.jsonl'), { recursive: true });
    await mkdir(join(folder, 'projects', ID, 'project.json'));
    await mkdir(join(folder, 'projects', ID, 'summary.json'));
    const heads = [ID, other].map((id) => ({ id, summary: null }));
    expect((await store.list()).projects).toEqual(heads);
    expect((await store.load(ID))!.project.revision).toBe(1);
    await expect(store.load(other)).rejects.toMatchObject({
      file: 'projects/project-2/journal.jsonl',
      line: 0,
      why: 'it cannot be read (EISDIR)',
    });
  });

  it('gives no summary that is of another project or was edited', async () => {
    const folder = await makeFolder();
    const store = await openStore(folder);
    await store.append(ID, 0, created());
    const path = join(folder, 'projects', ID, 'summary.json');
    const summary = { id: ID, name: 'Kuntoutus', revision: 1 } as ProjectSummary;
    await store.saveSummary(summary);
    const text = await readFile(path, 'utf8');
    const summaryGiven = async () => (await store.list()).projects[0]!.summary;
    for (const other of [
      '',
      '{}',
      '{',
      text.replace('Kuntoutus', 'Muu'),
      text.slice(0, -1),
      `${text} `,
    ]) {
      await writeFile(path, other);
      expect(await summaryGiven()).toBeNull();
    }
    await writeFile(path, text);
    expect(await summaryGiven()).toEqual(summary);
    const other = 'project-2' as ProjectId;
    await store.append(other, 0, created());
    await writeFile(join(folder, 'projects', other, 'summary.json'), text);
    expect((await store.list()).projects[1]).toEqual({ id: other, summary: null });
  });

  it('does not pass off a changed text or original as the one that was kept', async () => {
    const folder = await makeFolder();
    const store = await openStore(folder);
    await store.append(ID, 0, created());
    const hash = await store.putText(ID, 'H1: Ei.');
    await store.putOriginal(ID, Buffer.from('H1: Ei.'));
    const name = join('projects', ID, 'texts', `${hash}.txt`);
    await writeFile(join(folder, name), 'H1: Joo');
    await writeFile(join(folder, 'projects', ID, 'originals', hash), 'H1: Joo');
    await expect(store.getText(ID, hash)).rejects.toBeInstanceOf(JournalBroken);
    await expect(store.getOriginal(ID, hash)).rejects.toBeInstanceOf(JournalBroken);
    await store.putText(ID, 'H1: Ei.');
    expect(await store.getText(ID, hash)).toBe('H1: Ei.');
  });

  it('is left alone by a store that was closed', async () => {
    const folder = await makeFolder();
    const store = await openStore(folder);
    await store.append(ID, 0, created());
    const last = store.append(ID, 1, codedAfter(1));
    await Promise.all([store.close(), store.close()]);
    await last;
    await expect(store.append(ID, 2, codedAfter(2))).rejects.toBeInstanceOf(StorageFailed);
    await expect(store.load(ID)).rejects.toBeInstanceOf(StorageFailed);
    expect((await readdir(folder)).sort()).toEqual(['projects', 'removed']);
  });

  it('can be used by many projects at once', async () => {
    const folder = await makeFolder();
    const store = await openStore(folder);
    const ids = Array.from({ length: 150 }, (_, i) => `project-${i}` as ProjectId);
    await Promise.all(ids.map((id) => store.append(id, 0, created(id))));
    await Promise.all(ids.map((id) => store.append(id, 1, codedAfter(1))));
    if (process.platform === 'linux') {
      const open = await readdir('/proc/self/fd');
      expect(open.length).toBeLessThan(150);
    }
    for (const id of ids) expect((await store.load(id))!.project.revision).toBe(2);
  });
});

describe('HandlePool', () => {
  it('keeps those used last, and whatever is in use', async () => {
    const folder = await makeFolder();
    const paths = ['a', 'b', 'c', 'd'].map((name) => join(folder, name));
    for (const path of paths) await writeFile(path, path);
    const pool = new HandlePool(2);
    const read = (path: string) => pool.use(path, async (file) => (await file.stat()).size);
    await pool.use(paths[0]!, async (file) => {
      for (const path of paths) await read(path);
      expect((await file.stat()).size).toBeGreaterThan(0);
      await pool.discard(paths[0]!);
      expect((await file.stat()).size).toBeGreaterThan(0);
    });
    expect(pool.size).toBeLessThanOrEqual(2);
    for (const path of paths) expect(await read(path)).toBeGreaterThan(0);
    expect(pool.size).toBe(2);
    await expect(read(join(folder, 'none'))).rejects.toMatchObject({ code: 'ENOENT' });
    await pool.close();
    expect(pool.size).toBe(0);
  });
});
