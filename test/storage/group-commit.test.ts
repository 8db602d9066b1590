import { readdir, readFile, rm, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { StaleRevision, StorageFailed } from '../../src/app/errors.ts';
import type { ProjectId } from '../../src/domain/ids.ts';
import { nodeDisk, type Disk } from '../../src/storage/files/disk.ts';
import type { FileStore } from '../../src/storage/files/file-store.ts';
import { makeFolder, openStore } from './data-folder.ts';
import { codedAfter, created, journalOfLength } from './journal-events.ts';

const ID = 'project-1' as ProjectId;

type DiskCall = keyof Disk;

/** A disk that counts its calls, and refuses those it is told to. */
class FaultyDisk implements Disk {
  readonly calls: DiskCall[] = [];
  readonly failing = new Set<DiskCall>();
  /** Of a write that fails, what reaches the file all the same. */
  halfWritten = 0;

  count(name: DiskCall): number {
    return this.calls.filter((call) => call === name).length;
  }

  async write(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
    this.calls.push('write');
    if (!this.failing.has('write')) return nodeDisk.write(file, bytes, position);
    await nodeDisk.write(file, bytes.subarray(0, this.halfWritten), position);
    throw full();
  }

  datasync = (file: FileHandle): Promise<void> =>
    this.#call('datasync', () => nodeDisk.datasync(file));
  sync = (file: FileHandle): Promise<void> => this.#call('sync', () => nodeDisk.sync(file));
  truncate = (file: FileHandle, length: number): Promise<void> =>
    this.#call('truncate', () => nodeDisk.truncate(file, length));

  async #call(name: DiskCall, work: () => Promise<void>): Promise<void> {
    this.calls.push(name);
    if (this.failing.has(name)) throw full();
    await work();
  }
}

const full = (): Error => Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });

let folder: string;
let journal: string;
let disk: FaultyDisk;
let store: FileStore;

beforeEach(async () => {
  folder = await makeFolder();
  journal = join(folder, 'projects', ID, 'journal.jsonl');
  disk = new FaultyDisk();
  const { write, datasync, sync, truncate } = disk;
  store = await openStore(folder, {
    disk: { write: write.bind(disk), datasync, sync, truncate },
  });
});

const appendAll = (from: number, to: number) =>
  Promise.allSettled(
    journalOfLength(to)
      .slice(from)
      .map((event) => store.append(ID, event.revision - 1, [event])),
  );

async function revisionsKept(): Promise<number> {
  await store.close();
  const again = await openStore(folder);
  const loaded = await again.load(ID);
  expect(loaded?.repairs ?? []).toEqual([]);
  const revision = loaded?.project.revision ?? 0;
  expect(await again.verifyJournal(ID)).toEqual({ events: revision });
  await again.close();
  return revision;
}

describe('appends', () => {
  it('that wait together share one write and one sync', async () => {
    await store.append(ID, 0, created());
    disk.calls.length = 0;
    await appendAll(1, 101);
    expect(disk.count('write')).toBeLessThanOrEqual(2);
    expect(disk.count('datasync')).toBe(disk.count('write'));
    expect(disk.count('sync')).toBe(0);
    expect(await revisionsKept()).toBe(101);
  });

  it('one after another cost one write and one sync each', async () => {
    await store.append(ID, 0, created());
    disk.calls.length = 0;
    for (let r = 1; r <= 5; r++) await store.append(ID, r, codedAfter(r));
    expect(disk.calls).toEqual(Array(5).fill(['write', 'datasync']).flat());
  });

  it('are not confirmed before the sync is done', async () => {
    await store.append(ID, 0, created());
    let synced = () => {};
    const blocked = new Promise<void>((resolve) => (synced = resolve));
    const original = disk.datasync;
    await store.close();
    store = await openStore(folder, {
      disk: {
        datasync: async (file) => {
          await blocked;
          await original(file);
        },
      },
    });
    let confirmed = false;
    const appended = store.append(ID, 1, codedAfter(1)).then(() => (confirmed = true));
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(confirmed).toBe(false);
    expect((await store.load(ID))!.project.revision).toBe(1);
    expect(await store.events(ID, 1)).toHaveLength(1);
    synced();
    await appended;
    expect((await store.load(ID))!.project.revision).toBe(2);
  });

  it('create a project with its folders synced', async () => {
    disk.calls.length = 0;
    await store.append(ID, 0, created());
    const order = disk.calls.join(' ');
    expect(order).toMatch(/^(sync )+write datasync sync$/);
  });
});

describe('a disk that fails', () => {
  const failures: [string, DiskCall, number][] = [
    ['to write anything', 'write', 0],
    ['half-way through a line', 'write', 37],
    ['after the line was written', 'write', 100_000],
    ['to sync', 'datasync', 0],
  ];

  it.each(failures)('%s keeps nothing, and can be written to again', async (_, call, half) => {
    await store.append(ID, 0, created());
    const before = await readFile(journal);
    disk.failing.add(call);
    disk.halfWritten = half;
    const outcomes = await appendAll(1, 12);
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({ reason: expect.any(StorageFailed) });
    expect((await store.load(ID))!.project.revision).toBe(1);

    disk.failing.clear();
    await expect(store.append(ID, 2, codedAfter(2))).rejects.toEqual(new StaleRevision(2, 1));
    if (call === 'write') expect(await readFile(journal)).toEqual(before);
    await store.append(ID, 1, codedAfter(1, 'Nyt se onnistuu.'));
    expect((await store.events(ID, 2))[0]).toMatchObject({ record: { quote: 'Nyt se onnistuu.' } });
    expect(await revisionsKept()).toBe(2);
  });

  it('also to take back what it wrote makes the next append begin with that', async () => {
    await store.append(ID, 0, created());
    const { size } = await stat(journal);
    disk.failing.add('datasync').add('truncate');
    await appendAll(1, 30);
    expect((await stat(journal)).size).toBeGreaterThan(size);
    expect((await store.load(ID))!.project.revision).toBe(1);
    disk.failing.delete('datasync');
    await expect(store.append(ID, 1, codedAfter(1))).rejects.toBeInstanceOf(StorageFailed);
    await store.saveSnapshot(ID);
    disk.failing.clear();
    await store.append(ID, 1, codedAfter(1));
    expect(await revisionsKept()).toBe(2);
  });

  it.each(['write', 'datasync', 'sync'] as const)(
    'when a project is created (%s) leaves none',
    async (call) => {
      disk.failing.add(call);
      disk.halfWritten = 50;
      await expect(store.append(ID, 0, created())).rejects.toBeInstanceOf(StorageFailed);
      disk.failing.clear();
      expect((await store.list()).projects).toEqual([]);
      expect(await store.load(ID)).toBeNull();
      await store.append(ID, 0, created());
      expect(await revisionsKept()).toBe(1);
    },
  );

  it('fails those of one project only', async () => {
    const other = 'project-2' as ProjectId;
    await store.append(ID, 0, created());
    await store.append(other, 0, created());
    disk.failing.add('datasync');
    await expect(store.append(ID, 1, codedAfter(1))).rejects.toBeInstanceOf(StorageFailed);
    disk.failing.clear();
    await store.append(other, 1, codedAfter(1));
    expect((await store.load(other))!.project.revision).toBe(2);
  });

  it.each(['write', 'sync'] as const)('(%s) keeps no half of a text', async (call) => {
    await store.append(ID, 0, created());
    await store.putText(ID, 'ensin');
    disk.failing.add(call);
    disk.halfWritten = 2;
    await expect(store.putText(ID, 'abc')).rejects.toBeInstanceOf(StorageFailed);
    await expect(store.putOriginal(ID, Buffer.from('abc'))).rejects.toBeInstanceOf(StorageFailed);
    disk.failing.clear();
    expect(await readdir(join(folder, 'projects', ID, 'texts'))).toHaveLength(1);
    expect(await readdir(join(folder, 'projects', ID, 'originals'))).toEqual([]);
    expect(await store.getText(ID, await store.putText(ID, 'abc'))).toBe('abc');
  });

  it('keeps the old snapshot and summary when it cannot take new ones', async () => {
    await store.append(ID, 0, created());
    await store.saveSnapshot(ID);
    await store.append(ID, 1, codedAfter(1));
    const before = await readFile(join(folder, 'projects', ID, 'project.json'));
    disk.failing.add('sync');
    await expect(store.saveSnapshot(ID)).rejects.toBeInstanceOf(StorageFailed);
    expect(await readFile(join(folder, 'projects', ID, 'project.json'))).toEqual(before);
    disk.failing.clear();
    await store.saveSnapshot(ID);
    expect(await revisionsKept()).toBe(2);
  });

  it('is one whose folder was deleted', async () => {
    await store.append(ID, 0, created());
    await rm(join(folder, 'projects', ID), { recursive: true });
    // The open handle still takes what is written; it is looked after once a second.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await expect(store.append(ID, 1, codedAfter(1))).rejects.toBeInstanceOf(StorageFailed);
    await expect(store.append(ID, 1, codedAfter(1))).rejects.toBeInstanceOf(StorageFailed);
  });
});
