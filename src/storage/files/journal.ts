import { open, type FileHandle } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { setImmediate as pause } from 'node:timers/promises';
import { JournalBroken, StaleRevision, StorageFailed } from '../../app/errors.ts';
import type { LoadedProject, Repair } from '../../app/ports.ts';
import type { ProjectId } from '../../domain/ids.ts';
import type { JournalEvent } from '../../domain/project/events.ts';
import type { Project } from '../../domain/project/project.ts';
import { cutTornTail } from './cut-torn-tail.ts';
import type { Disk } from './disk.ts';
import type { HandlePool } from './handle-pool.ts';
import { JournalIndex } from './journal-index.ts';
import { origin, sealLine, type Mark } from './journal-line.ts';
import type { ProjectPaths } from './project-paths.ts';
import { readJournal } from './read-journal.ts';
import { readProject } from './read-project.ts';
import { FILE_MODE, syncFolder } from './write-durably.ts';

interface Parts {
  readonly id: ProjectId;
  readonly paths: ProjectPaths;
  readonly disk: Disk;
  readonly handles: HandlePool;
  /** Makes the project's folder, durably, where it is not there. */
  readonly makeFolder: () => Promise<void>;
}

interface Call {
  readonly expectedRevision: number;
  /** The events as JSON. */
  readonly events: readonly string[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

interface Batch {
  readonly bytes: Uint8Array;
  readonly marks: readonly Mark[];
  /** What a call is answered when the batch is on disk; accepted where there is nothing. */
  readonly stale: ReadonlyMap<Call, StaleRevision>;
}

/** How often it is looked whether somebody deleted the journal under an open handle. */
const LOST_FILE_CHECK_MS = 1_000;

/** One project's journal: read when it is opened, written by one loop that groups what waits. */
export class Journal {
  /** Rejects with `JournalBroken` when the journal cannot be trusted. */
  readonly opened: Promise<void>;
  readonly #parts: Parts;
  #head: Mark;
  #index = new JournalIndex();
  /** Folded while opening; given away once, as whoever loads a project evolves it. */
  #fresh: Project | null = null;
  #repairs: readonly Repair[] = [];
  #queue: Call[] = [];
  #writing = false;
  #isOpen = false;
  /** Whether the file may be longer than the durable part. */
  #overlong = false;
  #lastSeen = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#head = origin(parts.id);
    this.opened = this.#open();
    // Whoever waits for it is told; nobody has to.
    this.opened.catch(() => undefined);
  }

  /** The end of what is durable. */
  get head(): Mark {
    return this.#head;
  }

  get isIdle(): boolean {
    return !this.#writing && this.#queue.length === 0;
  }

  /** Queues events, as JSON; the order of the calls is the order of the events. */
  append(expectedRevision: number, events: readonly string[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ expectedRevision, events, resolve, reject });
      if (!this.#writing) void this.#write();
    });
  }

  /** The project as it is on disk; null at revision 0. */
  async load(): Promise<LoadedProject | null> {
    await this.opened;
    const { paths, id } = this.#parts;
    const project = this.#takeFresh() ?? (await readProject(paths, id, this.#head)).project;
    const repairs = this.#repairs;
    this.#repairs = [];
    return project.revision === 0 ? null : { project, repairs };
  }

  /** The durable events with `from <= revision <= to`. */
  async events(from: number, to: number): Promise<JournalEvent[]> {
    await this.opened;
    const last = Math.min(to, this.#head.revision);
    if (from > last) return [];
    const start = this.#index.before(from) ?? origin(this.#parts.id);
    const end = this.#index.after(last) ?? this.#head;
    const found: JournalEvent[] = [];
    await this.#read(start, end, (event) => {
      if (event.revision >= from && event.revision <= last) found.push(event);
    });
    return found;
  }

  /**
   * Reads the journal from its first line, also where a snapshot makes that unnecessary.
   *
   * @throws JournalBroken naming the first line that cannot be trusted
   */
  async verify(): Promise<{ events: number }> {
    await this.opened;
    const head = this.#head;
    await this.#read(origin(this.#parts.id), head, () => undefined);
    return { events: head.revision };
  }

  async #open(): Promise<void> {
    const { id, paths, disk, handles } = this.#parts;
    const { project, head, index, tornBytes } = await readProject(paths, id);
    if (tornBytes > 0)
      this.#repairs = [
        await handles.use(paths.journal, (file) =>
          cutTornTail(disk, file, paths.journal, head, tornBytes),
        ),
      ];
    this.#head = head;
    this.#index = index;
    this.#fresh = project;
    this.#isOpen = true;
  }

  #takeFresh(): Project | null {
    const fresh = this.#fresh;
    this.#fresh = null;
    return fresh;
  }

  async #read(start: Mark, end: Mark, take: (event: JournalEvent) => void): Promise<void> {
    const { handles, paths } = this.#parts;
    if (start.bytes === end.bytes) return;
    await handles.use(paths.journal, async (file) => {
      let reached = start;
      for await (const lines of readJournal(file, paths.journalName, start, end.bytes)) {
        for (const { event } of lines) take(event);
        reached = lines.at(-1)?.mark ?? reached;
      }
      if (reached.hash !== end.hash)
        throw new JournalBroken(
          paths.journalName,
          reached.revision + 1,
          'it was there, and is gone',
        );
    });
  }

  async #write(): Promise<void> {
    this.#writing = true;
    try {
      if (!this.#isOpen) await this.opened;
      // The fold is not of the newest revision for much longer.
      this.#fresh = null;
      while (this.#queue.length > 0) await this.#commit(this.#queue.splice(0));
    } catch (error) {
      for (const call of this.#queue.splice(0)) call.reject(asFailure(error));
    } finally {
      this.#writing = false;
    }
  }

  async #commit(calls: readonly Call[]): Promise<void> {
    const { bytes, marks, stale } = await seal(this.#head, calls);
    const head = marks.at(-1);
    try {
      if (head) await this.#put(bytes);
    } catch (error) {
      await this.#takeBack();
      const failure = asFailure(error);
      for (const call of [...calls, ...this.#queue.splice(0)]) call.reject(failure);
      return;
    }
    if (head) this.#head = head;
    for (const mark of marks) this.#index.note(mark);
    for (const call of calls) {
      const error = stale.get(call);
      if (error) call.reject(error);
      else call.resolve();
    }
  }

  /** Durable when resolved. */
  async #put(bytes: Uint8Array): Promise<void> {
    const { disk, handles, paths } = this.#parts;
    const position = this.#head.bytes;
    if (position === 0) await this.#create();
    await handles.use(paths.journal, async (file) => {
      if (this.#overlong) await this.#truncate(file);
      this.#overlong = true;
      await disk.write(file, bytes, position);
      await disk.datasync(file);
      await this.#checkThere(file);
      this.#overlong = false;
    });
    if (position === 0) await syncFolder(disk, paths.folder);
  }

  async #create(): Promise<void> {
    const { makeFolder, paths } = this.#parts;
    await makeFolder();
    await (await open(paths.journal, 'a', FILE_MODE)).close();
  }

  /** A deleted file can be written to for as long as it is open, and all of it would be lost. */
  async #checkThere(file: FileHandle): Promise<void> {
    const now = performance.now();
    if (now - this.#lastSeen < LOST_FILE_CHECK_MS) return;
    if ((await file.stat()).nlink === 0)
      throw new Error(`${this.#parts.paths.journalName} was deleted while it was open`);
    this.#lastSeen = now;
  }

  /** Leaves nothing of a failed write behind; where that fails too, the next write begins with it. */
  async #takeBack(): Promise<void> {
    const { handles, paths } = this.#parts;
    if (this.#overlong)
      await handles.use(paths.journal, (file) => this.#truncate(file)).catch(() => undefined);
    // A handle tells of a failed sync once and is no use as a witness afterwards.
    await handles.discard(paths.journal);
    this.#lastSeen = 0;
  }

  async #truncate(file: FileHandle): Promise<void> {
    const { disk } = this.#parts;
    await disk.truncate(file, this.#head.bytes);
    await disk.datasync(file);
    this.#overlong = false;
  }
}

/** So many lines take a few milliseconds; then others are answered. */
const LINES_AT_ONCE = 500;

/** Takes the calls in order; one that expects another revision takes no part. */
async function seal(from: Mark, calls: readonly Call[]): Promise<Batch> {
  const lines: string[] = [];
  const marks: Mark[] = [];
  const stale = new Map<Call, StaleRevision>();
  let at = from;
  for (const call of calls) {
    if (call.expectedRevision !== at.revision) {
      stale.set(call, new StaleRevision(call.expectedRevision, at.revision));
      continue;
    }
    for (const json of call.events) {
      const { line, mark } = sealLine(at, json);
      lines.push(line);
      marks.push((at = mark));
      if (lines.length % LINES_AT_ONCE === 0) await pause();
    }
  }
  return { bytes: Buffer.from(lines.join('')), marks, stale };
}

const asFailure = (error: unknown): unknown =>
  error instanceof JournalBroken ? error : new StorageFailed(error);
