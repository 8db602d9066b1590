import type * as Fs from 'node:fs/promises';
import { link, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { DataFolderInUse } from '../../src/app/errors.ts';
import { newClaim } from '../../src/storage/files/lock-claim.ts';
import { lockFolder } from '../../src/storage/files/lock-folder.ts';
import { makeFolder } from './data-folder.ts';

// The moment between looking and taking is too short to be hit by chance: here it is held open.

vi.mock('node:fs/promises', async (importOriginal) => {
  const fs = await importOriginal<typeof Fs>();
  return { ...fs, link: vi.fn(fs.link) };
});

const { link: realLink } = await vi.importActual<typeof Fs>('node:fs/promises');

let folder: string;

beforeEach(async () => {
  folder = await makeFolder();
  vi.mocked(link).mockImplementation(realLink);
});

/** The lock of a process that is gone. */
const leaveLock = () =>
  writeFile(join(folder, 'lock'), JSON.stringify({ ...newClaim(), processStart: 'long ago' }));

const holder = async () => JSON.parse(await readFile(join(folder, 'lock'), 'utf8'));

/** One who has seen that the lock was left behind, and takes it when told to. */
async function hesitant() {
  let go = () => {};
  const told = new Promise<void>((resolve) => (go = resolve));
  const hesitates = new Promise<void>((resolve) => {
    vi.mocked(link).mockImplementationOnce(async (...paths) => {
      resolve();
      await told;
      await realLink(...paths);
    });
  });
  const outcome = lockFolder(folder).catch((error: unknown) => error);
  await hesitates;
  return { go, outcome };
}

it.each([true, false])('who hesitates finds the lock taken (left behind: %s)', async (left) => {
  if (left) await leaveLock();
  const late = await hesitant();
  const release = await lockFolder(folder);
  const { token } = await holder();
  late.go();
  expect(await late.outcome).toBeInstanceOf(DataFolderInUse);
  expect(await holder()).toMatchObject({ token });
  await release();
  expect(await readdir(folder)).toEqual([]);
});

it('who hesitates gets the lock that was taken and released meanwhile', async () => {
  await leaveLock();
  const late = await hesitant();
  await (
    await lockFolder(folder)
  )();
  late.go();
  const release = (await late.outcome) as () => Promise<void>;
  expect(await readdir(folder)).toEqual(['lock']);
  await expect(lockFolder(folder)).rejects.toBeInstanceOf(DataFolderInUse);
  await release();
  expect(await readdir(folder)).toEqual([]);
});

it('where there are no links the lock works all the same', async () => {
  vi.mocked(link).mockRejectedValue(Object.assign(new Error('no links'), { code: 'EPERM' }));
  await leaveLock();
  const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => lockFolder(folder)));
  const won = outcomes.filter((outcome) => outcome.status === 'fulfilled');
  expect(won).toHaveLength(1);
  await won[0]!.value();
  expect(await readdir(folder)).toEqual([]);
});
