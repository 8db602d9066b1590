import { expect, it } from 'vitest';
import type { ProjectId } from '../../src/domain/ids.ts';
import { makeFolder, openStore } from './data-folder.ts';
import { codedAfter, journalOfLength } from './journal-events.ts';

const ID = 'project-1' as ProjectId;
const EVENTS = 2_400;

it('A step of thousands of events, written in turns with other work, stays before the next', async () => {
  const store = await openStore(await makeFolder());
  const large = store.append(ID, 0, journalOfLength(EVENTS));
  const next = store.append(ID, EVENTS, codedAfter(EVENTS));
  await Promise.all([large, next]);
  const revisions = (await store.events(ID, 1)).map(({ revision }) => revision);
  expect(revisions).toEqual(Array.from({ length: EVENTS + 1 }, (_, i) => i + 1));
  expect(await store.verifyJournal(ID)).toEqual({ events: EVENTS + 1 });
});
