import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { openFileStore } from '../../src/storage/files/open-file-store.ts';
import { storeContract } from './contract.ts';

let parent: string;
let count = 0;

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'teema-test-'));
});
afterAll(() => rm(parent, { recursive: true }));

storeContract('FileStore', async () => {
  const folder = join(parent, `data-${count++}`);
  let store = await openFileStore(folder);
  const reopen = async () => {
    await store.close();
    return (store = await openFileStore(folder));
  };
  return { store, reopen };
});
