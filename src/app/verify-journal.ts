import type { ProjectId } from '../domain/ids.ts';
import { JournalBroken, type JournalFault } from './errors.ts';
import type { ProjectStore } from './ports.ts';

export interface Verification {
  /** Null where the journal is not kept in files. */
  readonly holds: boolean | null;
  /** So many lines hold. */
  readonly lines: number | null;
  /** The first line that does not, and why; line 0 is the file itself. */
  readonly brokenLine: number | null;
  readonly why: string | null;
  readonly fault: JournalFault | null;
}

/** Checks the chain of hashes on the disk, from the first line on. */
export async function verifyJournal(store: ProjectStore, id: ProjectId): Promise<Verification> {
  try {
    const checked = await store.verifyJournal(id);
    const lines = checked?.events ?? null;
    return { holds: checked && true, lines, brokenLine: null, why: null, fault: null };
  } catch (error) {
    if (!(error instanceof JournalBroken)) throw error;
    const { line, why, fault } = error;
    return { holds: false, lines: Math.max(0, line - 1), brokenLine: line, why, fault };
  }
}
