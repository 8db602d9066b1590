import { dirname, join } from 'node:path';
import type { FileHandle } from 'node:fs/promises';
import type { Repair } from '../../app/ports.ts';
import type { Disk } from './disk.ts';
import { codeOf } from './fs-error.ts';
import type { Mark } from './journal-line.ts';
import { readAt } from './read-journal.ts';
import { syncFolder, writeSynced } from './write-durably.ts';

/**
 * Cuts off what a crash left behind the last whole command. Nobody was told that it was kept, but
 * its bytes are, in a file of their own beside the journal.
 */
export async function cutTornTail(
  disk: Disk,
  file: FileHandle,
  journal: string,
  head: Mark,
  bytes: number,
): Promise<Repair> {
  await keepBeside(disk, journal, await readAt(file, head.bytes, bytes));
  await disk.truncate(file, head.bytes);
  await disk.sync(file);
  return { kind: 'torn-tail', line: head.revision + 1, bytes };
}

async function keepBeside(disk: Disk, journal: string, tail: Uint8Array): Promise<void> {
  const folder = dirname(journal);
  for (let number = 1; !(await isWritten(disk, join(folder, `journal.torn-${number}`), tail));)
    number++;
  await syncFolder(disk, folder);
}

/** False where a file of that name is there already. */
async function isWritten(disk: Disk, path: string, bytes: Uint8Array): Promise<boolean> {
  try {
    await writeSynced(disk, path, bytes);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}
