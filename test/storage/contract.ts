import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StaleRevision, StorageFailed } from '../../src/app/errors.ts';
import type { ProjectStore, ProjectSummary } from '../../src/app/ports.ts';
import type { ProjectId } from '../../src/domain/ids.ts';
import type { JournalEvent } from '../../src/domain/project/events.ts';
import { evolve } from '../../src/domain/project/evolve.ts';
import { emptyProject, type Project } from '../../src/domain/project/project.ts';
import {
  byCommand,
  codedAfter,
  created,
  creation,
  excerptAdded,
  journalOf,
  journalOfLength,
  themeAdded,
} from './journal-events.ts';
import { someCommands } from './some-commands.ts';

export interface StoreUnderTest {
  readonly store: ProjectStore;
  /** Closes the store and opens what it kept anew; left out where nothing is kept. */
  readonly reopen?: () => Promise<ProjectStore>;
}

const ID = '0197a000-aaaa-7000-8000-000000000001' as ProjectId;
const OTHER = '0197a000-bbbb-7000-8000-000000000002' as ProjectId;

/** What every store does alike. */
export function storeContract(name: string, makeStore: () => Promise<StoreUnderTest>): void {
  describe(`${name}, by the contract of a project store`, () => {
    let made: StoreUnderTest;
    let store: ProjectStore;

    beforeEach(async () => {
      made = await makeStore();
      store = made.store;
    });
    afterEach(() => store.close());

    async function reopened(): Promise<ProjectStore> {
      if (made.reopen) store = await made.reopen();
      return store;
    }

    async function keep(events: readonly JournalEvent[], id = ID): Promise<void> {
      for (const command of byCommand(events))
        await store.append(id, command[0]!.revision - 1, command);
    }

    const loaded = async (id = ID): Promise<Project | undefined> => (await store.load(id))?.project;

    describe('load', () => {
      it('knows nothing of a project nobody created', async () => {
        expect(await store.load(ID)).toBeNull();
        expect(await store.load(ID)).toBeNull();
      });

      it('is the fold of what was appended', async () => {
        const events = journalOfLength(30);
        await keep(events);
        expect(await loaded()).toEqual(fold(events));
      });

      it('hands out a project of its own each time', async () => {
        await keep(created());
        const [one, two] = [await loaded(), await loaded()];
        evolve(one!, codedAfter(1)[0]!);
        expect(two!.excerpts.size).toBe(0);
        expect((await loaded())!.revision).toBe(1);
      });

      it('tells several who ask at once the same', async () => {
        await keep(journalOfLength(5));
        await reopened();
        const projects = await Promise.all([loaded(), loaded(), loaded()]);
        for (const project of projects) expect(project).toEqual(fold(journalOfLength(5)));
        expect(new Set(projects).size).toBe(3);
      });

      it('keeps whatever a string can hold', async () => {
        const odd = 'ä\u0000\n\r\u2028\ud83d\ude00 \ud800 "\\ \u00e9e\u0301 __proto__';
        await keep(journalOf([[creation(odd)], [excerptAdded(2, odd)]]));
        await reopened();
        expect((await loaded())!.settings.name).toBe(odd);
      });

      it('is the same after any commands, snapshots and reopenings', async () => {
        let run = 0;
        const steps = fc.array(fc.constantFrom('snapshot', 'reopen', 'nothing'), { maxLength: 13 });
        await fc.assert(
          fc.asyncProperty(someCommands, steps, async (commands, between) => {
            const id = `run-${run++}` as ProjectId;
            const events = journalOf(commands);
            for (const [i, command] of byCommand(events).entries()) {
              await store.append(id, command[0]!.revision - 1, command);
              if (between[i] === 'snapshot') await store.saveSnapshot(id);
              if (between[i] === 'reopen') await reopened();
            }
            expect(await loaded(id)).toEqual(fold(events, id));
            expect(await store.events(id, 1)).toEqual(events);
          }),
          { numRuns: 25 },
        );
      });
    });

    describe('append', () => {
      it('takes a command of several events whole', async () => {
        const events = journalOf([[creation('A')], [themeAdded(1, 'a'), themeAdded(2, 'b')]]);
        await store.append(ID, 0, events.slice(0, 1));
        await store.append(ID, 1, events.slice(1));
        await reopened();
        expect(await loaded()).toEqual(fold(events));
      });

      it('shares nothing with what was written or read', async () => {
        const events = created();
        const appended = store.append(ID, 0, events);
        (events[0] as { actor: string }).actor = 'somebody else';
        await appended;
        const [read] = await store.events(ID, 1);
        expect(read!.actor).toBe('anna');
        (read as { actor: string }).actor = 'somebody else';
        expect((await store.events(ID, 1))[0]!.actor).toBe('anna');
      });

      it('refuses a writer who believes another revision, and keeps nothing of it', async () => {
        await keep(journalOfLength(3));
        for (const believed of [0, 2, 4]) {
          const refused = store.append(ID, believed, codedAfter(believed));
          await expect(refused).rejects.toEqual(new StaleRevision(believed, 3));
        }
        expect(await loaded()).toEqual(fold(journalOfLength(3)));
        await expect(store.append(OTHER, 7, codedAfter(7))).rejects.toEqual(
          new StaleRevision(7, 0),
        );
        expect(await store.load(OTHER)).toBeNull();
      });

      it('lets calls overlap, in the order they were made', async () => {
        const events = journalOfLength(100);
        const order: number[] = [];
        await Promise.all(
          events.map(async (event) => {
            await store.append(ID, event.revision - 1, [event]);
            order.push(event.revision);
          }),
        );
        expect(order).toEqual(events.map(({ revision }) => revision));
        await reopened();
        expect(await loaded()).toEqual(fold(events));
      });

      it('keeps the order also of calls made while the project is still being opened', async () => {
        await keep(created());
        await reopened();
        const events = journalOfLength(20).slice(1);
        const loading = loaded();
        await Promise.all(events.map((event) => store.append(ID, event.revision - 1, [event])));
        expect((await loading)!.revision).toBeGreaterThan(0);
        expect((await loaded())!.revision).toBe(20);
      });

      it('lets exactly one of those win who write at the same revision', async () => {
        await keep(created());
        const writers = Array.from({ length: 10 }, (_, i) =>
          store.append(ID, 1, codedAfter(1, `writer ${i}`)),
        );
        const outcomes = await Promise.allSettled(writers);
        expect(outcomes.map(({ status }) => status)).toEqual([
          'fulfilled',
          ...Array<string>(9).fill('rejected'),
        ]);
        for (const outcome of outcomes.slice(1))
          expect(outcome).toHaveProperty('reason', new StaleRevision(1, 2));
        expect(await store.events(ID, 2)).toEqual(codedAfter(1, 'writer 0'));
      });

      it('refuses a stale call without those around it', async () => {
        const [first, second, third] = journalOfLength(3) as [
          JournalEvent,
          JournalEvent,
          JournalEvent,
        ];
        const outcomes = await Promise.allSettled([
          store.append(ID, 0, [first]),
          store.append(ID, 1, [second]),
          store.append(ID, 0, [first]),
          store.append(ID, 2, [third]),
        ]);
        expect(outcomes.map(({ status }) => status)).toEqual([
          'fulfilled',
          'fulfilled',
          'rejected',
          'fulfilled',
        ]);
        expect(await loaded()).toEqual(fold([first, second, third]));
      });

      it('keeps projects apart', async () => {
        const ids = Array.from({ length: 20 }, (_, i) => `project-${i}` as ProjectId);
        await Promise.all(ids.map((id) => store.append(id, 0, created(id))));
        await Promise.all(ids.map((id) => store.append(id, 1, codedAfter(1, id))));
        await reopened();
        for (const id of ids) expect((await loaded(id))!.settings.name).toBe(id);
      });

      it('takes no events for no change', async () => {
        await store.append(ID, 0, []);
        expect(await store.load(ID)).toBeNull();
        expect((await store.list()).projects).toEqual([]);
        await keep(created());
        await store.append(ID, 1, []);
        await expect(store.append(ID, 0, [])).rejects.toBeInstanceOf(StaleRevision);
        expect((await loaded())!.revision).toBe(1);
      });

      it.each([
        ['a gap in the revisions', 0, journalOf([[creation('A')]], 1)],
        ['a revision twice', 0, [...created(), ...created()]],
        [
          'a command that does not end',
          0,
          journalOf([[creation('A'), themeAdded(1, 'a')]]).slice(0, 1),
        ],
        ['a revision that is none', -1, journalOf([[creation('A')]], -1)],
      ])('is not to be called with %s', async (_, revision, events) => {
        await expect(store.append(ID, revision, events)).rejects.toBeInstanceOf(RangeError);
        expect(await store.load(ID)).toBeNull();
      });
    });

    describe('events', () => {
      const events = journalOfLength(300);

      it.each([
        [1, 300],
        [1, 1],
        [64, 66],
        [128, 129],
        [300, 300],
        [299, 400],
        [301, 400],
        [0, 2],
        [-5, 1],
        [20, 10],
      ])('from %d to %d', async (from, to) => {
        await store.append(ID, 0, events);
        const inRange = events.filter(({ revision: r }) => from <= r && r <= to);
        expect(await store.events(ID, from, to)).toEqual(inRange);
        await store.saveSnapshot(ID);
        await reopened();
        expect(await store.events(ID, from, to)).toEqual(inRange);
      });

      it('goes to the end when none is named', async () => {
        await store.append(ID, 0, events);
        expect(await store.events(ID, 290)).toEqual(events.slice(289));
      });

      it('has none of a project nobody created', async () => {
        expect(await store.events(ID, 1)).toEqual([]);
      });
    });

    describe('a snapshot', () => {
      it('changes nothing that is loaded', async () => {
        const events = journalOfLength(50);
        await keep(events.slice(0, 30));
        await store.saveSnapshot(ID);
        await reopened();
        expect(await loaded()).toEqual(fold(events.slice(0, 30)));
        await keep(events.slice(30));
        expect(await loaded()).toEqual(fold(events));
        await reopened();
        expect(await loaded()).toEqual(fold(events));
      });

      it('is made while appends go on, several asked for at once', async () => {
        const events = journalOfLength(200);
        await keep(events.slice(0, 100));
        const saving = [store.saveSnapshot(ID), store.saveSnapshot(ID)];
        const appending = events
          .slice(100)
          .map((event) => store.append(ID, event.revision - 1, [event]));
        await Promise.all([...appending, ...saving, store.saveSnapshot(ID)]);
        await reopened();
        expect(await loaded()).toEqual(fold(events));
      });

      it('of a project nobody created is none', async () => {
        await store.saveSnapshot(ID);
        expect(await store.load(ID)).toBeNull();
        expect((await store.list()).projects).toEqual([]);
      });
    });

    describe('list', () => {
      it('is empty at first', async () => {
        expect(await store.list()).toEqual({ projects: [], removed: [] });
      });

      it('tells a summary while it is of the newest revision', async () => {
        await keep(created());
        expect((await store.list()).projects).toEqual([{ id: ID, summary: null }]);
        await store.saveSummary(summary(1));
        expect((await store.list()).projects).toEqual([{ id: ID, summary: summary(1) }]);
        await reopened();
        expect((await store.list()).projects).toEqual([{ id: ID, summary: summary(1) }]);
        await keep(codedAfter(1));
        expect((await store.list()).projects).toEqual([{ id: ID, summary: null }]);
        await reopened();
        expect((await store.list()).projects).toEqual([{ id: ID, summary: null }]);
      });

      it('keeps the last of several summaries', async () => {
        await keep(journalOfLength(3));
        await Promise.all([1, 2, 3].map((revision) => store.saveSummary(summary(revision))));
        expect((await store.list()).projects).toEqual([{ id: ID, summary: summary(3) }]);
      });

      it('ignores the summary of a project that is not there', async () => {
        await store.saveSummary(summary(1));
        expect(await store.list()).toEqual({ projects: [], removed: [] });
        expect(await store.load(ID)).toBeNull();
      });

      it('names every project, and none for its texts alone', async () => {
        await keep(created());
        await keep(created(), OTHER);
        await store.putText('texts-only' as ProjectId, 'Ennen projektia.');
        expect((await store.list()).projects.map(({ id }) => id).sort()).toEqual([ID, OTHER]);
      });
    });

    describe('remove and restore', () => {
      const events = journalOfLength(10);
      let text: string;

      beforeEach(async () => {
        await keep(events);
        text = await store.putText(ID, 'H1: Ei minuun sattunut.');
        await store.saveSummary(summary(10));
      });

      it('takes a project off the list and brings it back whole', async () => {
        await store.remove(ID);
        const head = { id: ID, summary: summary(10) };
        expect(await store.list()).toEqual({ projects: [], removed: [head] });
        expect(await store.load(ID)).toBeNull();
        expect(await store.events(ID, 1)).toEqual([]);
        expect(await store.getText(ID, text)).toBeNull();
        await reopened();
        expect(await store.list()).toEqual({ projects: [], removed: [head] });

        await store.restore(ID);
        expect(await store.list()).toEqual({ projects: [head], removed: [] });
        expect(await loaded()).toEqual(fold(events));
        expect(await store.getText(ID, text)).toBe('H1: Ei minuun sattunut.');
        await keep(codedAfter(10));
        await reopened();
        expect((await loaded())!.revision).toBe(11);
      });

      it('keeps a removed project as it was', async () => {
        await store.remove(ID);
        await expect(store.append(ID, 0, created())).rejects.toBeInstanceOf(StorageFailed);
        await expect(store.append(ID, 10, codedAfter(10))).rejects.toBeInstanceOf(StaleRevision);
        await expect(store.putText(ID, 'Lisää.')).rejects.toBeInstanceOf(StorageFailed);
        await store.saveSummary(summary(11));
        await store.saveSnapshot(ID);
        await store.restore(ID);
        expect(await loaded()).toEqual(fold(events));
      });

      it('waits for what was called before', async () => {
        const appended = store.append(ID, 10, codedAfter(10));
        const removed = store.remove(ID);
        const late = store.append(ID, 11, codedAfter(11));
        await appended;
        await removed;
        await expect(late).rejects.toBeInstanceOf(StaleRevision);
        await store.restore(ID);
        expect((await loaded())!.revision).toBe(11);
      });

      it('again and again', async () => {
        for (let i = 0; i < 3; i++) {
          await store.remove(ID);
          await store.restore(ID);
          await keep(codedAfter(10 + i));
        }
        expect((await loaded())!.revision).toBe(13);
      });

      it('is not to be called for a project that is not there', async () => {
        await expect(store.restore(ID)).rejects.toBeInstanceOf(RangeError);
        await expect(store.remove(OTHER)).rejects.toBeInstanceOf(RangeError);
        await store.remove(ID);
        await expect(store.remove(ID)).rejects.toBeInstanceOf(RangeError);
      });
    });

    describe('texts and originals', () => {
      it('are found by the SHA-256 of their bytes', async () => {
        const hash = await store.putText(ID, 'abc');
        expect(hash).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
        expect(await store.putOriginal(ID, Buffer.from('abc'))).toBe(hash);
        await reopened();
        expect(await store.getText(ID, hash)).toBe('abc');
        expect([...(await store.getOriginal(ID, hash))!]).toEqual([0x61, 0x62, 0x63]);
      });

      it.each(['', '\ufeffalku', 'ä\u0000ö\r\n\u2028😀', 'x'.repeat(5_000)])(
        'come back as they were (%#)',
        async (text) => {
          expect(await store.getText(ID, await store.putText(ID, text))).toBe(text);
          const bytes = new Uint8Array(Buffer.from(text, 'utf16le'));
          const kept = await store.getOriginal(ID, await store.putOriginal(ID, bytes));
          expect(new Uint8Array(kept!)).toEqual(bytes);
        },
      );

      it('are kept once, however often they come', async () => {
        const puts = Array.from({ length: 8 }, () => store.putText(ID, 'Sama teksti.'));
        expect(new Set(await Promise.all(puts)).size).toBe(1);
        const hash = await store.putText(ID, 'Sama teksti.');
        expect(await store.getText(ID, hash)).toBe('Sama teksti.');
      });

      it('do not change with what was handed in or out', async () => {
        const bytes = Uint8Array.of(1, 2, 3);
        const hash = await store.putOriginal(ID, bytes);
        bytes[0] = 9;
        (await store.getOriginal(ID, hash))![1] = 9;
        expect([...(await store.getOriginal(ID, hash))!]).toEqual([1, 2, 3]);
      });

      it('belong to one project', async () => {
        const hash = await store.putText(ID, 'Luottamuksellinen.');
        expect(await store.getText(OTHER, hash)).toBeNull();
        expect(await store.getOriginal(ID, hash)).toBeNull();
      });

      it.each(['', '..', '../journal.jsonl', 'a'.repeat(64), 'constructor', '\0'])(
        'are not found under %j',
        async (hash) => {
          await store.putText(ID, 'abc');
          expect(await store.getText(ID, hash)).toBeNull();
          expect(await store.getOriginal(ID, hash)).toBeNull();
        },
      );

      it('refuses a text that UTF-8 cannot hold', async () => {
        await expect(store.putText(ID, 'a\ud800b')).rejects.toBeInstanceOf(RangeError);
      });
    });

    describe('ids', () => {
      const strange = [
        '',
        '.',
        '..',
        '../x',
        'a/b',
        'a\\b',
        'a b',
        'ä',
        'a\n',
        'x'.repeat(65),
        '\0',
      ];

      it.each(strange as ProjectId[])('%j names nothing', async (id) => {
        expect(await store.load(id)).toBeNull();
        const calls = [
          store.append(id, 0, created()),
          store.events(id, 1),
          store.saveSnapshot(id),
          store.saveSummary({ ...summary(1), id }),
          store.remove(id),
          store.restore(id),
          store.putText(id, 'a'),
          store.getText(id, 'a'.repeat(64)),
          store.putOriginal(id, Uint8Array.of(1)),
          store.getOriginal(id, 'a'.repeat(64)),
        ];
        for (const outcome of await Promise.allSettled(calls))
          expect(outcome).toHaveProperty('reason', expect.any(RangeError));
        expect(await store.list()).toEqual({ projects: [], removed: [] });
      });

      it.each(['__proto__', 'constructor', 'toString', '-', '_', 'x'.repeat(64)] as ProjectId[])(
        '%j names a project like any other',
        async (id) => {
          expect(await store.load(id)).toBeNull();
          await keep(created(), id);
          const hash = await store.putText(id, 'abc');
          await reopened();
          expect(await loaded(id)).toEqual(fold(created(), id));
          expect(await store.getText(id, hash)).toBe('abc');
          expect((await store.list()).projects).toEqual([{ id, summary: null }]);
          await store.remove(id);
          await store.restore(id);
          expect(await loaded(id)).toEqual(fold(created(), id));
        },
      );
    });
  });
}

const fold = (events: readonly JournalEvent[], id = ID): Project =>
  (JSON.parse(JSON.stringify(events)) as JournalEvent[]).reduce(evolve, emptyProject(id));

const summary = (revision: number): ProjectSummary => ({
  id: ID,
  name: 'Kuntoutus',
  language: 'fi',
  revision,
  createdAt: '2026-03-01T10:00:00.000Z',
  changedAt: '2026-03-01T10:00:00.000Z',
  transcriptCount: 0,
  excerptCount: 0,
  themeCount: 0,
  codedShare: null,
});
