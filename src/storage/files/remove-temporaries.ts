import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { orNull } from './fs-error.ts';
import { isTemporary } from './write-durably.ts';

/** Removes what writes that a crash cut short left behind; for the folder's only user. */
export async function removeTemporaries(data: string): Promise<void> {
  const parents = ['projects', 'removed'].map((name) => join(data, name));
  const projects = (await Promise.all(parents.map(foldersIn))).flat();
  const contents = projects.flatMap((folder) => [join(folder, 'texts'), join(folder, 'originals')]);
  await Promise.all([data, ...projects, ...contents].map(removeIn));
}

async function foldersIn(parent: string): Promise<string[]> {
  const entries = (await orNull(readdir(parent, { withFileTypes: true }))) ?? [];
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(parent, name));
}

async function removeIn(folder: string): Promise<void> {
  const names = (await orNull(readdir(folder))) ?? [];
  await Promise.all(
    names.filter(isTemporary).map((name) => rm(join(folder, name), { force: true })),
  );
}
