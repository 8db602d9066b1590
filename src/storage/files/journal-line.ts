import { createHash } from 'node:crypto';
import { JournalBroken, type JournalFault } from '../../app/errors.ts';
import type { ProjectId } from '../../domain/ids.ts';
import type { JournalEvent } from '../../domain/project/events.ts';

/** A place between two lines of a journal: what stands before it is fixed by `hash`. */
export interface Mark {
  /** The last revision before it, which is also the number of lines. */
  readonly revision: number;
  readonly hash: string;
  readonly bytes: number;
}

export interface JournalLine {
  readonly event: JournalEvent;
  /** The place after the line. */
  readonly mark: Mark;
}

/** Where a journal begins: the project's id stands in for the hash of a line before the first. */
export const origin = (id: ProjectId): Mark => ({ revision: 0, hash: id, bytes: 0 });

const SEAL = /^,"hash":"([0-9a-f]{64})"\}$/;
const SEAL_LENGTH = ',"hash":"'.length + 64 + '"}'.length;

const chainHash = (previous: string, json: string): string =>
  createHash('sha256').update(previous).update(json).digest('hex');

/** The line of an event, newline included, and the place after it. */
export function sealLine(previous: Mark, json: string): { line: string; mark: Mark } {
  const hash = chainHash(previous.hash, json);
  const line = `${json.slice(0, -1)},"hash":"${hash}"}\n`;
  const bytes = previous.bytes + Buffer.byteLength(line);
  return { line, mark: { revision: previous.revision + 1, hash, bytes } };
}

/**
 * The event of a line, newline excluded, that stands at `previous` and is `length` bytes long.
 *
 * @throws JournalBroken when the line is not what was written there
 */
export function openLine(file: string, previous: Mark, line: string, length: number): JournalLine {
  const revision = previous.revision + 1;
  const fail = (why: string, fault: JournalFault) => new JournalBroken(file, revision, why, fault);
  const hash = SEAL.exec(line.slice(-SEAL_LENGTH))?.[1];
  if (hash === undefined) throw fail('it is not a whole event', 'cut');
  const json = `${line.slice(0, -SEAL_LENGTH)}}`;
  const event = parseEvent(json);
  if (!event) throw fail('it cannot be read', 'unreadable');
  if (event.revision !== revision)
    throw fail(`it holds revision ${event.revision} where ${revision} belongs`, 'misplaced');
  if (chainHash(previous.hash, json) !== hash) throw fail('it does not match its hash', 'altered');
  return { event, mark: { revision, hash, bytes: previous.bytes + length + 1 } };
}

function parseEvent(json: string): JournalEvent | null {
  try {
    return JSON.parse(json) as JournalEvent;
  } catch {
    return null;
  }
}
