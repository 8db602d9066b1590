import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DataFolderInUse } from '../../src/app/errors.ts';
import type { ProjectId } from '../../src/domain/ids.ts';
import { newClaim, type LockClaim } from '../../src/storage/files/lock-claim.ts';
import { lockFolder } from '../../src/storage/files/lock-folder.ts';
import { openFileStore } from '../../src/storage/files/open-file-store.ts';
import { buildChild, Child } from './child.ts';
import { makeFolder, openStore } from './data-folder.ts';
import { created } from './journal-events.ts';

let built: string;
let script: string;

beforeAll(async () => {
  built = await mkdtemp(join(tmpdir(), 'teema-test-'));
  script = await buildChild(new URL('./children/hold-lock.ts', import.meta.url), built);
});
afterAll(() => rm(built, { recursive: true }));

const readLock = async (folder: string): Promise<LockClaim> =>
  JSON.parse(await readFile(join(folder, 'lock'), 'utf8')) as LockClaim;

const writeLock = (folder: string, claim: Partial<LockClaim>): Promise<void> =>
  writeFile(join(folder, 'lock'), JSON.stringify({ ...newClaim(), ...claim }));

async function askingChild(folder: string): Promise<Child> {
  const child = new Child(script, [folder]);
  expect(await child.line()).toBe('ready');
  return child;
}

async function holdingChild(folder: string): Promise<Child> {
  const child = await askingChild(folder);
  child.tell('go');
  expect(await child.line()).toBe('held');
  return child;
}

/** The number of a process that has come to its end. */
async function deadPid(): Promise<number> {
  const child = await askingChild(built);
  await child.kill();
  return child.pid;
}

describe('the lock of a data folder', () => {
  it('keeps a second store of the same process out, and goes when the first is closed', async () => {
    const folder = await makeFolder();
    const store = await openStore(folder);
    await expect(openFileStore(folder)).rejects.toEqual(new DataFolderInUse(folder, process.pid));
    expect((await stat(join(folder, 'lock'))).isFile()).toBe(true);
    await store.append('project-1' as ProjectId, 0, created());
    await store.close();
    await expect(stat(join(folder, 'lock'))).rejects.toMatchObject({ code: 'ENOENT' });
    await openStore(folder);
  });

  it('keeps out while another process runs, and no longer once it is killed', async () => {
    const folder = await makeFolder();
    const child = await holdingChild(folder);
    await expect(openFileStore(folder)).rejects.toEqual(new DataFolderInUse(folder, child.pid));
    const other = await askingChild(folder);
    other.tell('go');
    expect(await other.line()).toBe(`refused by ${child.pid}`);
    await child.kill();
    await openStore(folder);
    expect((await readLock(folder)).pid).toBe(process.pid);
    expect((await readdir(folder)).sort()).toEqual(['lock', 'projects', 'removed']);
  });

  it('is given up by a process that ends in order', async () => {
    const folder = await makeFolder();
    const child = await holdingChild(folder);
    await child.end();
    expect(await readdir(folder)).toEqual([]);
  });

  it('left by a process that is gone is taken over', async () => {
    const folder = await makeFolder();
    await writeLock(folder, { pid: await deadPid() });
    await openStore(folder);
    expect((await readLock(folder)).pid).toBe(process.pid);
  });

  it('left by an earlier process of the own number is taken over, as in a container', async () => {
    const folder = await makeFolder();
    await writeLock(folder, { processStart: 'another boot 1' });
    await (await openStore(folder)).close();
    await writeLock(folder, { processStart: null, startedAt: '2020-01-01T00:00:00.000Z' });
    await (await openStore(folder)).close();
    await writeLock(folder, { processStart: null });
    await expect(openFileStore(folder)).rejects.toBeInstanceOf(DataFolderInUse);
  });

  it.runIf(process.platform === 'linux')(
    'of a number that another process has by now is taken over',
    async () => {
      const folder = await makeFolder();
      const child = await holdingChild(await makeFolder());
      await writeLock(folder, { pid: child.pid });
      await openStore(folder);
    },
  );

  it.each(['', '{', 'null', '[]', '{"pid":1}', '{"pid":"1","token":"../../x"}', '{"pid":-1}', 'x'])(
    'that says nothing (%j) is taken over after a moment',
    async (text) => {
      const folder = await makeFolder();
      await writeFile(join(folder, 'lock'), text);
      if (text !== '') await utimes(join(folder, 'lock'), 1, 1);
      const release = await lockFolder(folder);
      expect((await readLock(folder)).pid).toBe(process.pid);
      await release();
      expect(await readdir(folder)).toEqual([]);
    },
  );

  it('is not released by one from whom it was taken', async () => {
    const folder = await makeFolder();
    const release = await lockFolder(folder);
    await writeLock(folder, {});
    await release();
    expect(await readdir(folder)).toEqual(['lock']);
  });

  it('goes to whoever followed on a dead holder, although that one died as well', async () => {
    const folder = await makeFolder();
    const dead = { ...newClaim(), pid: await deadPid() };
    const next = { ...newClaim(), pid: dead.pid };
    await writeLock(folder, dead);
    await writeFile(join(folder, `lock.after-${dead.token}`), JSON.stringify(next));
    const release = await lockFolder(folder);
    expect(await readdir(folder)).toEqual(['lock']);
    await release();
  });

  it('is not taken from whoever followed on a dead holder and lives', async () => {
    const folder = await makeFolder();
    const dead = { ...newClaim(), pid: await deadPid() };
    await writeLock(folder, dead);
    await writeFile(join(folder, `lock.after-${dead.token}`), JSON.stringify(newClaim()));
    await expect(lockFolder(folder)).rejects.toBeInstanceOf(DataFolderInUse);
  });

  it('goes to exactly one of those who find it left behind at the same time', async () => {
    const children = 5;
    const pid = await deadPid();
    for (let round = 0; round < 4; round++) {
      const folder = await makeFolder();
      if (round > 0) await writeLock(folder, { pid });
      const racers = await Promise.all(Array.from({ length: children }, () => askingChild(folder)));
      for (const racer of racers) racer.tell('go');
      const said = await Promise.all(racers.map((racer) => racer.line()));
      const winner = racers[said.indexOf('held')]!;
      expect(said.filter((line) => line !== 'held')).toEqual(
        Array(children - 1).fill(`refused by ${winner.pid}`),
      );
      expect((await readLock(folder)).pid).toBe(winner.pid);
      await Promise.all(racers.map((racer) => racer.end()));
      expect(await readdir(folder)).toEqual([]);
    }
  }, 30_000);

  it('goes to exactly one of many in one process, time after time', async () => {
    const folder = await makeFolder();
    const pid = await deadPid();
    for (let round = 0; round < 20; round++) {
      if (round % 2 === 0) await writeLock(folder, { pid });
      const outcomes = await Promise.allSettled(
        Array.from({ length: 12 }, () => lockFolder(folder)),
      );
      const won = outcomes.filter((outcome) => outcome.status === 'fulfilled');
      expect(won).toHaveLength(1);
      await won[0]!.value();
      expect(await readdir(folder)).toEqual([]);
    }
  });
});
