import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StorageFailed } from '../../src/app/errors.ts';
import type { ProjectId } from '../../src/domain/ids.ts';
import { nodeDisk } from '../../src/storage/files/disk.ts';
import { builtWorker } from '../../src/storage/files/snapshot-maker.ts';
import { makeFolder, openStore } from './data-folder.ts';
import { journalOfLength } from './journal-events.ts';

const ID = 'project-1' as ProjectId;
const events = journalOfLength(100);

let dist: string;
let worker: URL | null;

beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'teema-test-'));
  await build({
    entryPoints: ['src/storage/files/snapshot-worker.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outdir: dist,
    outExtension: { '.js': '.js' },
  });
  await writeFile(join(dist, 'package.json'), '{"type":"module"}');
  worker = builtWorker(pathToFileURL(join(dist, 'main.js')).href);
});
afterAll(() => rm(dist, { recursive: true }));

describe('the worker of snapshots', () => {
  it('is the one that was built beside the module, or none', () => {
    expect(worker?.href).toBe(pathToFileURL(join(dist, 'snapshot-worker.js')).href);
    expect(builtWorker(import.meta.url)).toBeNull();
  });

  it('makes the snapshot that would be made without it', async () => {
    const snapshots = [];
    for (const snapshotWorker of [worker, null]) {
      const folder = await makeFolder();
      const store = await openStore(folder, { snapshotWorker });
      await store.append(ID, 0, events.slice(0, 60));
      await store.saveSnapshot(ID);
      await store.append(ID, 60, events.slice(60));
      await store.saveSnapshot(ID);
      snapshots.push(await readFile(snapshotPath(folder), 'utf8'));
    }
    expect(snapshots[0]).toBe(snapshots[1]);
    expect(JSON.parse(snapshots[0]!)).toMatchObject({ data: { snapshot: { revision: 100 } } });
  });

  it('leaves appends their way, and is done when the store is closed', async () => {
    const folder = await makeFolder();
    const store = await openStore(folder, { snapshotWorker: worker });
    await store.append(ID, 0, events.slice(0, 50));
    const saving = store.saveSnapshot(ID);
    await store.append(ID, 50, events.slice(50));
    await store.close();
    await saving;
    expect(JSON.parse(await readFile(snapshotPath(folder), 'utf8'))).toMatchObject({
      data: { head: { revision: expect.toSatisfy((r: number) => r === 50 || r === 100) } },
    });
    expect((await (await openStore(folder)).load(ID))!.project.revision).toBe(100);
  });

  it('loses nothing when it fails', async () => {
    const broken = join(dist, 'broken-worker.js');
    await writeFile(broken, 'throw new Error("no")');
    for (const url of [pathToFileURL(broken), pathToFileURL(join(dist, 'none.js'))]) {
      const store = await openStore(await makeFolder(), { snapshotWorker: url });
      await store.append(ID, 0, events);
      await expect(store.saveSnapshot(ID)).rejects.toBeInstanceOf(StorageFailed);
      expect((await store.load(ID))!.project.revision).toBe(100);
    }
  });
});

describe('a snapshot', () => {
  it('that cannot be believed is ignored', async () => {
    const folder = await makeFolder();
    const store = await openStore(folder);
    await store.append(ID, 0, events.slice(0, 60));
    await store.saveSnapshot(ID);
    await store.append(ID, 60, events.slice(60));
    const expected = (await store.load(ID))!.project;
    await store.close();
    const path = snapshotPath(folder);
    const text = await readFile(path, 'utf8');
    const data = JSON.stringify((JSON.parse(text) as { data: unknown }).data);
    for (const garbage of [
      '',
      'x',
      '{}',
      'null',
      data,
      text.slice(0, text.length / 2),
      text.replace('ote 7', 'oma 7'),
      text.replace(ID, 'project-2'),
    ]) {
      await writeFile(path, garbage);
      const again = await openStore(folder);
      const loaded = await again.load(ID);
      expect(loaded).toEqual({ project: expected, repairs: [] });
      await again.close();
    }
  });

  it('has a format that is raised when its shape changes: an old one must not be believed', async () => {
    const folder = await makeFolder();
    const store = await openStore(folder);
    await store.append(ID, 0, events);
    await store.saveSnapshot(ID);
    const { data } = JSON.parse(await readFile(snapshotPath(folder), 'utf8'));
    expect(data.format).toBe(7);
    expect(Object.keys(data.snapshot).join(' ')).toBe(
      [
        'id revision createdAt changedAt settings report guide undo redo',
        'transcripts cases coders themes types excerpts frameworks concepts sources attributes versions',
        'reviews comments meetings summaries rounds decisions',
      ].join(' '),
    );
  });

  it('of another project is ignored', async () => {
    const folder = await makeFolder();
    const other = 'project-2' as ProjectId;
    const store = await openStore(folder);
    await store.append(ID, 0, events.slice(0, 50));
    await store.append(other, 0, events);
    await store.saveSnapshot(other);
    await store.close();
    await copyFile(join(folder, 'projects', other, 'project.json'), snapshotPath(folder));
    expect((await (await openStore(folder)).load(ID))!.project.revision).toBe(50);
  });

  it('that is being made serves all who ask meanwhile', async () => {
    let written = 0;
    let goOn = () => {};
    const blocked = new Promise<void>((resolve) => (goOn = resolve));
    const folder = await makeFolder();
    const store = await openStore(folder, {
      disk: {
        write: async (file, bytes, position) => {
          if (bytes.subarray(0, 9).toString().startsWith('{"sha256"')) {
            written++;
            await blocked;
          }
          await nodeDisk.write(file, bytes, position);
        },
      },
    });
    await store.append(ID, 0, events.slice(0, 98));
    const saving = [store.saveSnapshot(ID)];
    for (const revision of [98, 99]) {
      await store.append(ID, revision, events.slice(revision, revision + 1));
      saving.push(store.saveSnapshot(ID));
    }
    goOn();
    await Promise.all(saving);
    expect(written).toBe(1);
    await store.saveSnapshot(ID);
    expect(written).toBe(2);
  });

  it('is not made again of the same revision, nor twice at once', async () => {
    let written = 0;
    const store = await openStore(await makeFolder(), {
      disk: {
        sync: (file) => {
          written++;
          return nodeDisk.sync(file);
        },
      },
    });
    await store.append(ID, 0, events);
    written = 0;
    await Promise.all(Array.from({ length: 5 }, () => store.saveSnapshot(ID)));
    await store.saveSnapshot(ID);
    // The file and its folder.
    expect(written).toBe(2);
  });
});

const snapshotPath = (folder: string): string => join(folder, 'projects', ID, 'project.json');
