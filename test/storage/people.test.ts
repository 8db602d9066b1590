import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PeopleStore } from '../../src/app/ports.ts';
import { NOBODY, type People } from '../../src/domain/people/people.ts';
import { PeopleFile } from '../../src/storage/files/people-file.ts';
import { MemoryPeople } from '../../src/storage/memory-people.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'teema-people-'));
});
afterAll(() => rm(folder, { recursive: true }));

const SOMEBODY: People = {
  ...NOBODY,
  accounts: [
    {
      id: 'a1' as People['accounts'][0]['id'],
      name: 'Äiti 👩‍👧',
      passwordHash: 'scrypt$1',
      isFirst: true,
      createdAt: '2026-01-01T00:00:00.000Z',
    },
  ],
};

const stores: [string, () => Promise<PeopleStore>][] = [
  ['in memory', async () => new MemoryPeople()],
  ['in a file', async () => new PeopleFile(await mkdtemp(join(folder, 'data-')))],
];

describe.each(stores)('accounts %s', (_name, make) => {
  it('are nobody at first, and what was saved last', async () => {
    const store = await make();
    expect(await store.load()).toEqual(NOBODY);
    await store.save(SOMEBODY);
    expect(await store.load()).toEqual(SOMEBODY);
    await store.save(NOBODY);
    expect(await store.load()).toEqual(NOBODY);
  });
});

describe('the file of accounts', () => {
  it('outlives the process, and leaves nothing else behind', async () => {
    const data = await mkdtemp(join(folder, 'data-'));
    await new PeopleFile(data).save(SOMEBODY);
    expect(await new PeopleFile(data).load()).toEqual(SOMEBODY);
    expect(await readdir(data)).toEqual(['people.json']);
  });

  it.each(['', '{}', 'null', 'edited'])('that is %j is not taken for none', async (damage) => {
    const data = await mkdtemp(join(folder, 'data-'));
    await new PeopleFile(data).save(SOMEBODY);
    const path = join(data, 'people.json');
    const text = await readFile(path, 'utf8');
    await writeFile(path, damage === 'edited' ? text.replace('Äiti', 'Isä') : damage);
    await expect(new PeopleFile(data).load()).rejects.toThrow('people.json');
  });
});
