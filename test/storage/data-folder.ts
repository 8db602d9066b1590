import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { FileStore } from '../../src/storage/files/file-store.ts';
import { openFileStore, type FileStoreOptions } from '../../src/storage/files/open-file-store.ts';

/** An empty folder that is gone when the test is over. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'teema-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A store that is closed when the test is over. */
export async function openStore(folder: string, options?: FileStoreOptions): Promise<FileStore> {
  const store = await openFileStore(folder, options);
  onTestFinished(() => store.close());
  return store;
}
