import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JournalBroken } from '../../src/app/errors.ts';
import type { ProjectId } from '../../src/domain/ids.ts';
import type { JournalEvent } from '../../src/domain/project/events.ts';
import type { FileStore } from '../../src/storage/files/file-store.ts';
import { projectPaths } from '../../src/storage/files/project-paths.ts';
import { readProject } from '../../src/storage/files/read-project.ts';
import { makeFolder, openStore } from './data-folder.ts';
import { codedAfter, creation, journalOf, journalOfLength, themeAdded } from './journal-events.ts';

const ID = 'project-1' as ProjectId;
const NAME = `projects/${ID}/journal.jsonl`;

interface Kept {
  readonly folder: string;
  readonly journal: string;
  /** The journal's lines, newlines included. */
  readonly lines: readonly string[];
}

/** A closed store with one project. */
async function kept(events: readonly JournalEvent[], snapshotAt?: number): Promise<Kept> {
  const folder = await makeFolder();
  const store = await openStore(folder);
  const [before, after] = [events.slice(0, snapshotAt), events.slice(snapshotAt ?? events.length)];
  await store.append(ID, 0, before);
  if (snapshotAt !== undefined) await store.saveSnapshot(ID);
  if (after.length > 0) await store.append(ID, before.length, after);
  await store.close();
  const journal = join(folder, NAME);
  return { folder, journal, lines: linesOf(await readFile(journal, 'utf8')) };
}

const linesOf = (text: string): string[] => text.split(/(?<=\n)/);

async function inStore<T>(folder: string, work: (store: FileStore) => Promise<T>): Promise<T> {
  const store = await openStore(folder);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

const pathsIn = (folder: string) => projectPaths(join(folder, 'projects'), ID);

const load = (folder: string) => inStore(folder, (store) => store.load(ID));

const tornFiles = async (folder: string): Promise<string[]> =>
  (await readdir(join(folder, 'projects', ID))).filter((name) => name.startsWith('journal.torn'));

describe('a journal file', () => {
  it('holds an event per line, chained by hashes that anybody can check', async () => {
    const { lines } = await kept(journalOfLength(5));
    let previous: string = ID;
    for (const [i, line] of lines.entries()) {
      const { hash, ...event } = JSON.parse(line) as JournalEvent & { hash: string };
      expect(event).toEqual(journalOfLength(5)[i]);
      const hashed = createHash('sha256')
        .update(previous + JSON.stringify(event))
        .digest('hex');
      expect(hash).toBe(hashed);
      expect(line).toBe(`${JSON.stringify({ ...event, hash })}\n`);
      previous = hash;
    }
  });
});

describe('a torn end', () => {
  const events = journalOfLength(4);

  it('is found wherever in the last line it was torn', async () => {
    const { folder, journal, lines } = await kept(events);
    const whole = Buffer.from(lines.slice(0, 3).join(''));
    const last = Buffer.from(lines[3]!);
    for (let length = 1; length < last.length; length++) {
      await writeFile(journal, Buffer.concat([whole, last.subarray(0, length)]));
      const { head, project, tornBytes } = await readProject(pathsIn(folder), ID);
      expect([head.bytes, project.revision, tornBytes]).toEqual([whole.length, 3, length]);
    }
  });

  it.each([1, 100, -2, -1])('is cut off, kept beside and reported (at byte %d)', async (at) => {
    const { folder, journal, lines } = await kept(events);
    const whole = lines.slice(0, 3).join('');
    const tail = Buffer.from(lines[3]!).subarray(0, at);
    await writeFile(journal, Buffer.concat([Buffer.from(whole), tail]));
    const loaded = await load(folder);
    expect(loaded!.project.revision).toBe(3);
    expect(loaded!.repairs).toEqual([{ kind: 'torn-tail', line: 4, bytes: tail.length }]);
    expect(await readFile(journal, 'utf8')).toBe(whole);
    expect(await readFile(join(folder, 'projects', ID, 'journal.torn-1'))).toEqual(tail);
  });

  it('is reported once, and written over', async () => {
    const { folder, journal, lines } = await kept(events);
    await writeFile(journal, lines.join('').slice(0, -1));
    await inStore(folder, async (store) => {
      expect((await store.load(ID))!.repairs).toHaveLength(1);
      expect((await store.load(ID))!.repairs).toEqual([]);
      await store.append(ID, 3, codedAfter(3));
      expect(await store.verifyJournal(ID)).toEqual({ events: 4 });
    });
    expect((await load(folder))!.repairs).toEqual([]);
  });

  it('is also a command that did not come to its end', async () => {
    const command = journalOf([[themeAdded(1, 'a'), themeAdded(2, 'b'), themeAdded(3, 'c')]], 4);
    const { folder, journal, lines } = await kept([...events, ...command]);
    for (const cut of [
      lines.slice(0, 6).join(''),
      lines.slice(0, 5).join(''),
      lines.slice(0, 6).join('') + lines[6]!.slice(0, 20),
    ]) {
      await writeFile(journal, cut);
      const loaded = await load(folder);
      const whole = lines.slice(0, 4).join('');
      expect(loaded!.project.revision).toBe(4);
      const bytes = Buffer.byteLength(cut) - Buffer.byteLength(whole);
      expect(loaded!.repairs).toEqual([{ kind: 'torn-tail', line: 5, bytes }]);
      expect(await readFile(journal, 'utf8')).toBe(whole);
    }
    expect(await tornFiles(folder)).toHaveLength(3);
  });

  it('is mended by an append, too, when nobody loaded the project before', async () => {
    const { folder, journal, lines } = await kept(events);
    await writeFile(journal, lines.join('').slice(0, -3));
    await inStore(folder, async (store) => {
      await store.append(ID, 3, codedAfter(3));
      const loaded = await store.load(ID);
      expect(loaded!.project.revision).toBe(4);
      expect(loaded!.repairs).toHaveLength(1);
    });
  });

  it('of a project that was only being created leaves none', async () => {
    const { folder, journal, lines } = await kept(events);
    await writeFile(journal, lines[0]!.slice(0, 50));
    await inStore(folder, async (store) => {
      expect((await store.list()).projects).toEqual([]);
      expect(await store.load(ID)).toBeNull();
      await store.append(ID, 0, journalOf([[creation('Uusi')]]));
      expect((await store.load(ID))!.project.settings.name).toBe('Uusi');
    });
  });

  it('is found behind a snapshot, too', async () => {
    const { folder, journal, lines } = await kept(events, 3);
    await writeFile(journal, lines.join('').slice(0, -10));
    const loaded = await load(folder);
    expect(loaded!.repairs).toMatchObject([{ line: 4 }]);
    expect(loaded!.project.revision).toBe(3);
  });
});

describe('a journal that cannot be trusted', () => {
  const events = journalOfLength(8);

  /** What `load` answers, having left every file alone. */
  async function refusal({ folder, journal }: Kept, text: string): Promise<JournalBroken> {
    await writeFile(journal, text);
    const error = await load(folder).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(JournalBroken);
    expect(await readFile(journal, 'utf8')).toBe(text);
    expect(await tornFiles(folder)).toEqual([]);
    expect((error as JournalBroken).file).toBe(NAME);
    return error as JournalBroken;
  }

  it('names the line in which a byte was changed', async () => {
    const keptOne = await kept(events);
    const whole = Buffer.from(keptOne.lines.join(''));
    await fc.assert(
      fc.asyncProperty(
        // The last newline's loss is a torn end.
        fc.integer({ min: 0, max: whole.length - 2 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, flip) => {
          const bytes = Buffer.from(whole);
          bytes[at]! ^= flip;
          await writeFile(keptOne.journal, bytes);
          const error = await readProject(pathsIn(keptOne.folder), ID).catch((e: unknown) => e);
          const line = whole.subarray(0, at).filter((byte) => byte === 0x0a).length + 1;
          expect(error).toMatchObject({ name: 'JournalBroken', file: NAME, line });
        },
      ),
      { numRuns: 200 },
    );
  });

  it.each([1, 2, 5, 7])('names line %d when it was deleted', async (line) => {
    const keptOne = await kept(events);
    const text = keptOne.lines.filter((_, i) => i !== line - 1).join('');
    expect(await refusal(keptOne, text)).toMatchObject({
      line,
      why: `it holds revision ${line + 1} where ${line} belongs`,
    });
  });

  it.each([
    ['swapped lines', (l: string[]) => [l[0]!, l[2]!, l[1]!, ...l.slice(3)], 2],
    ['a line twice', (l: string[]) => [...l.slice(0, 4), l[3]!, ...l.slice(4)], 5],
    ['an empty line', (l: string[]) => [...l.slice(0, 4), '\n', ...l.slice(4)], 5],
    ['a line without a hash', (l: string[]) => [...l.slice(0, 7), '{"revision":8}\n'], 8],
    ['something else as its last line', (l: string[]) => [...l, 'moi\n'], 9],
    [
      'an event with its revision changed',
      (l: string[]) => [l[0]!, l[1]!.replace('"revision":2', '"revision":3'), ...l.slice(2)],
      2,
    ],
  ])('names the line of %s', async (_, change, line) => {
    const keptOne = await kept(events);
    expect(await refusal(keptOne, change([...keptOne.lines]).join(''))).toMatchObject({ line });
  });

  it('names a line whose text was changed and hashed anew, by the one behind it', async () => {
    const keptOne = await kept(events);
    const previous = hashIn(keptOne.lines[2]!);
    const json = withoutHash(keptOne.lines[3]!).replace('ote 3', 'oma 3');
    const hash = createHash('sha256')
      .update(previous + json)
      .digest('hex');
    const forged = `${json.slice(0, -1)},"hash":"${hash}"}\n`;
    const text = [...keptOne.lines.slice(0, 3), forged, ...keptOne.lines.slice(4)].join('');
    expect(await refusal(keptOne, text)).toMatchObject({ line: 5 });
  });

  it('is one of another project', async () => {
    const keptOne = await kept(events);
    const previous = 'project-2';
    const json = withoutHash(keptOne.lines[0]!);
    const hash = createHash('sha256')
      .update(previous + json)
      .digest('hex');
    const text = `${json.slice(0, -1)},"hash":"${hash}"}\n`;
    expect(await refusal(keptOne, text)).toMatchObject({ line: 1 });
  });

  it('takes no appends, and can be removed and put right', async () => {
    const { folder, journal, lines } = await kept(events);
    await writeFile(journal, lines.filter((_, i) => i !== 3).join(''));
    const store = await openStore(folder);
    await expect(store.append(ID, 8, codedAfter(8))).rejects.toBeInstanceOf(JournalBroken);
    await expect(store.events(ID, 1)).rejects.toBeInstanceOf(JournalBroken);
    await expect(store.saveSnapshot(ID)).rejects.toBeInstanceOf(JournalBroken);
    expect((await store.list()).projects).toEqual([{ id: ID, summary: null }]);
    await store.remove(ID);
    await store.restore(ID);
    await writeFile(journal, lines.join(''));
    expect((await store.load(ID))!.project.revision).toBe(8);
  });

  it('is found by a check of every line where a snapshot spares them', async () => {
    const { folder, journal, lines } = await kept(events, 6);
    await writeFile(journal, lines.join('').replace('ote 2', 'oma 2'));
    await inStore(folder, async (store) => {
      expect((await store.load(ID))!.project.revision).toBe(8);
      await expect(store.verifyJournal(ID)).rejects.toMatchObject({ file: NAME, line: 3 });
      await expect(store.events(ID, 1, 5)).rejects.toMatchObject({ file: NAME, line: 3 });
    });
  });

  it('is one that lost whole lines of which a snapshot tells', async () => {
    const keptOne = await kept(events, 6);
    expect(await refusal(keptOne, keptOne.lines.slice(0, 5).join(''))).toMatchObject({ line: 6 });
    expect(await refusal(keptOne, '')).toMatchObject({ line: 1 });
    await writeFile(keptOne.journal, keptOne.lines.slice(0, 6).join(''));
    expect((await load(keptOne.folder))!.project.revision).toBe(6);
  });

  it('is listed even when no line of it is whole any more', async () => {
    const { folder, journal } = await kept(events, 6);
    await writeFile(journal, Buffer.alloc(500));
    await inStore(folder, async (store) => {
      expect((await store.list()).projects).toEqual([{ id: ID, summary: null }]);
      await expect(store.load(ID)).rejects.toBeInstanceOf(JournalBroken);
    });
  });

  it('is one that shrinks while it is open', async () => {
    const { folder, journal, lines } = await kept(events);
    await inStore(folder, async (store) => {
      await store.load(ID);
      await writeFile(journal, lines.slice(0, 5).join(''));
      await expect(store.load(ID)).rejects.toMatchObject({ file: NAME, line: 6 });
      await expect(store.events(ID, 1)).rejects.toMatchObject({ file: NAME, line: 6 });
    });
  });
});

describe('a long journal', () => {
  it('is read across the places where it is read in pieces', async () => {
    const long = 'ä'.repeat(300_000);
    const events = journalOf([
      [creation('Pitkä')],
      ...Array.from({ length: 6 }, (_, i) => [themeAdded(i, `${long}${i}`)]),
    ]);
    const { folder } = await kept(events, 4);
    await inStore(folder, async (store) => {
      expect((await store.load(ID))!.project.themes.size).toBe(6);
      expect(await store.verifyJournal(ID)).toEqual({ events: 7 });
      for (let r = 1; r <= 7; r++)
        expect(await store.events(ID, r, r)).toEqual(events.slice(r - 1, r));
      expect((await store.list()).projects).toEqual([{ id: ID, summary: null }]);
    });
  });

  it('gives any range of its events, from its snapshot too', async () => {
    const events = journalOfLength(800);
    const { folder } = await kept(events, 500);
    const revision = fc.integer({ min: 0, max: 900 });
    await inStore(folder, (store) =>
      fc.assert(
        fc.asyncProperty(revision, revision, async (from, to) => {
          expect(await store.events(ID, from, to)).toEqual(
            events.filter(({ revision: r }) => from <= r && r <= to),
          );
        }),
        { numRuns: 20 },
      ),
    );
  });
});

const hashIn = (line: string): string => (JSON.parse(line) as { hash: string }).hash;
const withoutHash = (line: string): string => line.replace(/,"hash":"[0-9a-f]{64}"\}\n$/, '}');
