import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Disk } from './disk.ts';
import { codeOf } from './fs-error.ts';

/** Interviews are confidential: other users of the computer have no business here. */
export const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;

const TEMPORARY = /\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/;

/** A name beside the path that nobody else uses. */
export const temporaryPath = (path: string): string => `${path}.${randomUUID()}.tmp`;

export const isTemporary = (name: string): boolean => TEMPORARY.test(name);

/** Writes or replaces a file: on disk when resolved, and whole or not at all whatever happens. */
export async function writeDurably(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  const temporary = temporaryPath(path);
  try {
    await writeSynced(disk, temporary, bytes);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(disk, dirname(path));
}

/** Writes a file that must not exist yet; its content is on disk when resolved, its name is not. */
export async function writeSynced(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', FILE_MODE);
  try {
    await disk.write(file, bytes, 0);
    await disk.sync(file);
  } finally {
    await file.close();
  }
}

/** Makes the names in a folder durable. */
export async function syncFolder(disk: Disk, path: string): Promise<void> {
  // Windows can neither open nor sync a folder, and keeps its names durable by itself.
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await disk.sync(folder);
  } finally {
    await folder.close();
  }
}

/** Makes a folder, and those it lies in, durably; one that is there is left as it is. */
export async function makeFolder(disk: Disk, path: string): Promise<void> {
  try {
    await mkdir(path, { mode: FOLDER_MODE });
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return;
    if (codeOf(error) !== 'ENOENT' || dirname(path) === path) throw error;
    await makeFolder(disk, dirname(path));
    return makeFolder(disk, path);
  }
  await syncFolder(disk, dirname(path));
}
