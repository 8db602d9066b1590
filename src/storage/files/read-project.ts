import { open, type FileHandle } from 'node:fs/promises';
import { JournalBroken } from '../../app/errors.ts';
import type { ProjectId } from '../../domain/ids.ts';
import type { JournalEvent } from '../../domain/project/events.ts';
import { evolve } from '../../domain/project/evolve.ts';
import { emptyProject, type Project } from '../../domain/project/project.ts';
import { fromSnapshot } from '../../domain/project/snapshot.ts';
import { codeOf, orNull } from './fs-error.ts';
import { JournalIndex } from './journal-index.ts';
import { origin, type Mark } from './journal-line.ts';
import type { ProjectPaths } from './project-paths.ts';
import { endsAt, readJournal } from './read-journal.ts';
import { readStoredSnapshot, type StoredSnapshot } from './stored-snapshot.ts';

export interface ReadProject {
  readonly project: Project;
  /** The place after the last whole command. */
  readonly head: Mark;
  readonly index: JournalIndex;
  /** Bytes after it: a torn line, or a command whose events are not all there. */
  readonly tornBytes: number;
}

/**
 * A project folded from its snapshot, where there is one that fits the journal, and the journal.
 * A project that is not there is empty, at revision 0. No file is changed.
 *
 * @param upTo reads no further; the journal's end where left out
 * @throws JournalBroken when the journal cannot be trusted, or not be read at all (as line 0)
 */
export async function readProject(
  paths: ProjectPaths,
  id: ProjectId,
  upTo?: Mark,
): Promise<ReadProject> {
  try {
    return await readFiles(paths, id, upTo);
  } catch (error) {
    const code = codeOf(error);
    throw code === undefined
      ? error
      : new JournalBroken(paths.journalName, 0, `it cannot be read (${code})`);
  }
}

async function readFiles(
  paths: ProjectPaths,
  id: ProjectId,
  upTo: Mark | undefined,
): Promise<ReadProject> {
  const stored = await readStoredSnapshot(paths, id);
  const file = await orNull(open(paths.journal, 'r'));
  try {
    const size = upTo?.bytes ?? (await file?.stat())?.size ?? 0;
    const base = file && stored && (await endsAt(file, stored.head)) ? stored : null;
    const read = await fold(file, paths.journalName, startingPoint(id, base), size);
    checkEnd(paths.journalName, read.head, upTo);
    if (!base) checkWitness(paths.journalName, read.head, stored);
    return { ...read, tornBytes: Math.max(0, size - read.head.bytes) };
  } finally {
    await file?.close();
  }
}

type Folded = Omit<ReadProject, 'tornBytes'>;

const startingPoint = (id: ProjectId, base: StoredSnapshot | null): Folded =>
  base
    ? {
        project: fromSnapshot(base.snapshot),
        head: base.head,
        index: new JournalIndex(base.points),
      }
    : { project: emptyProject(id), head: origin(id), index: new JournalIndex() };

/** Events of a command are folded when its last one is there. */
async function fold(
  file: FileHandle | null,
  name: string,
  { project, head: from, index }: Folded,
  size: number,
): Promise<Folded> {
  if (!file) return { project, head: from, index };
  let head = from;
  let command: JournalEvent[] = [];
  for await (const lines of readJournal(file, name, from, size)) {
    for (const { event, mark } of lines) {
      command.push(event);
      if (event.more) continue;
      for (const one of command) evolve(project, one);
      command = [];
      head = mark;
      index.note(mark);
    }
  }
  return { project, head, index };
}

function checkEnd(name: string, head: Mark, upTo: Mark | undefined): void {
  if (upTo && head.bytes < upTo.bytes)
    throw new JournalBroken(name, head.revision + 1, 'it was there, and is gone');
}

/**
 * A journal that lost whole lines at its end looks sound. An intact snapshot is a witness: it was
 * made from lines that were on disk.
 */
function checkWitness(name: string, head: Mark, stored: StoredSnapshot | null): void {
  if (!stored) return;
  const line = Math.min(head.revision + 1, stored.head.revision);
  const why = `project.json was made from a journal that went on differently up to revision ${stored.head.revision}`;
  throw new JournalBroken(name, line, why);
}
