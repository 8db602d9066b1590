import { resolve, join } from 'node:path';
import { nodeDisk, type Disk } from './disk.ts';
import { FileStore } from './file-store.ts';
import { lockFolder } from './lock-folder.ts';
import { removeTemporaries } from './remove-temporaries.ts';
import { builtWorker } from './snapshot-maker.ts';
import { makeFolder } from './write-durably.ts';

export interface FileStoreOptions {
  /** Calls of the disk that stand in for Node's. */
  readonly disk?: Partial<Disk>;
  /** The built worker that makes snapshots, null for none; the one beside this module where left out. */
  readonly snapshotWorker?: URL | null;
}

/**
 * Opens a data folder, making it where it is not there, and keeps other processes out of it until
 * the store is closed.
 *
 * @throws DataFolderInUse when another process has it open
 */
export async function openFileStore(
  path: string,
  options: FileStoreOptions = {},
): Promise<FileStore> {
  const folder = resolve(path);
  const disk = { ...nodeDisk, ...options.disk };
  const { snapshotWorker = builtWorker(import.meta.url) } = options;
  await makeFolder(disk, folder);
  const release = await lockFolder(folder);
  try {
    for (const name of ['projects', 'removed']) await makeFolder(disk, join(folder, name));
    await removeTemporaries(folder);
    return new FileStore({ folder, disk, snapshotWorker, release });
  } catch (error) {
    await release();
    throw error;
  }
}
