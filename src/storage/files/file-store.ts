import { access, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StorageFailed } from '../../app/errors.ts';
import type {
  LoadedProject,
  ProjectListing,
  ProjectStore,
  ProjectSummary,
} from '../../app/ports.ts';
import type { ProjectId } from '../../domain/ids.ts';
import type { JournalEvent } from '../../domain/project/events.ts';
import { checkAppend } from '../check-append.ts';
import { textBytes } from '../content.ts';
import { isProjectId, notAProjectId } from '../project-id.ts';
import { getContent, putContent, type ContentFolder } from './content-folder.ts';
import type { Disk } from './disk.ts';
import { orNull } from './fs-error.ts';
import { HandlePool } from './handle-pool.ts';
import { Journal } from './journal.ts';
import { KeyedGate } from './keyed-gate.ts';
import { listHeads, writeSummary } from './list-heads.ts';
import { projectPaths, type ProjectPaths } from './project-paths.ts';
import { SnapshotMaker } from './snapshot-maker.ts';
import { makeFolder, syncFolder } from './write-durably.ts';

interface Parts {
  /** The data folder, whose `projects` and `removed` are there; this process alone writes to it. */
  readonly folder: string;
  readonly disk: Disk;
  /** Runs `snapshot-worker`; null folds in this process. */
  readonly snapshotWorker: URL | null;
  /** Called last when the store is closed. */
  readonly release: () => Promise<void>;
}

/** Of thousands of projects, those written to lately keep their journals open. */
const MAX_OPEN_FILES = 100;

/** Projects as folders: a journal each, and what can be made again from it. See `openFileStore`. */
export class FileStore implements ProjectStore {
  readonly kind = 'files';
  readonly #parts: Parts;
  readonly #projects: string;
  readonly #removed: string;
  readonly #handles = new HandlePool(MAX_OPEN_FILES);
  readonly #snapshots: SnapshotMaker;
  /** Moving a project's folder waits for, and keeps out, all else that is done with it. */
  readonly #gate = new KeyedGate();
  readonly #journals = new Map<ProjectId, Journal>();
  readonly #folders = new Map<ProjectId, Promise<void>>();
  readonly #summaries = new Map<ProjectId, Promise<void>>();
  #closing: Promise<void> | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#projects = join(parts.folder, 'projects');
    this.#removed = join(parts.folder, 'removed');
    this.#snapshots = new SnapshotMaker(parts.disk, parts.snapshotWorker);
  }

  async list(): Promise<ProjectListing> {
    const knownRevision = (id: ProjectId) => this.#journals.get(id)?.head.revision || undefined;
    const [projects, removed] = await Promise.all([
      listHeads(this.#projects, knownRevision),
      listHeads(this.#removed, () => undefined),
    ]);
    return { projects, removed };
  }

  async load(id: ProjectId): Promise<LoadedProject | null> {
    return isProjectId(id) ? this.#withJournal(id, (journal) => journal.load()) : null;
  }

  append(id: ProjectId, expectedRevision: number, events: readonly JournalEvent[]): Promise<void> {
    return this.#withJournal(id, (journal) => {
      checkAppend(expectedRevision, events);
      return journal.append(
        expectedRevision,
        events.map((event) => JSON.stringify(event)),
      );
    });
  }

  events(id: ProjectId, from: number, to = Infinity): Promise<JournalEvent[]> {
    return this.#withJournal(id, (journal) => journal.events(from, to));
  }

  /**
   * Checks every line of the journal; `load` trusts what stands before the snapshot.
   *
   * @throws JournalBroken naming the first line that cannot be trusted
   */
  verifyJournal(id: ProjectId): Promise<{ events: number }> {
    return this.#withJournal(id, (journal) => journal.verify());
  }

  saveSnapshot(id: ProjectId): Promise<void> {
    return this.#withJournal(id, async (journal) => {
      await journal.opened;
      if (journal.head.revision === 0) return;
      const paths = this.#paths(id);
      await keeping(this.#snapshots.save(id, () => ({ id, paths, head: journal.head })));
    });
  }

  saveSummary(summary: ProjectSummary): Promise<void> {
    const { id } = summary;
    return this.#within(id, () => {
      const write = () =>
        keeping(orNull(writeSummary(this.#paths(id), this.#parts.disk, summary)).then(() => {}));
      const before = this.#summaries.get(id) ?? Promise.resolve();
      const saved = before.then(write, write);
      this.#summaries.set(id, saved);
      return saved;
    });
  }

  remove(id: ProjectId): Promise<void> {
    return this.#move(id, this.#projects, this.#removed);
  }

  restore(id: ProjectId): Promise<void> {
    return this.#move(id, this.#removed, this.#projects);
  }

  putText(id: ProjectId, text: string): Promise<string> {
    return this.#put(id, textsOf, () => textBytes(text));
  }

  async getText(id: ProjectId, hash: string): Promise<string | null> {
    const bytes = await this.#within(id, () => getContent(textsOf(this.#paths(id)), hash));
    return bytes?.toString() ?? null;
  }

  putOriginal(id: ProjectId, bytes: Uint8Array): Promise<string> {
    return this.#put(id, originalsOf, () => bytes);
  }

  async getOriginal(id: ProjectId, hash: string): Promise<Uint8Array | null> {
    return this.#within(id, () => getContent(originalsOf(this.#paths(id)), hash));
  }

  /** Waits for what was called before, then frees the folder; later calls are refused. */
  close(): Promise<void> {
    return (this.#closing ??= this.#close());
  }

  async #close(): Promise<void> {
    await this.#gate.idle();
    await this.#handles.close();
    await this.#parts.release();
  }

  /** Runs work on a project unless its folder is being moved; the work starts in the caller's turn. */
  #within<T>(id: ProjectId, work: () => Promise<T>): Promise<T> {
    const refusal = this.#refusal(id);
    return refusal ? Promise.reject(refusal) : this.#gate.run(id, async () => work());
  }

  #refusal(id: ProjectId): Error | null {
    if (!isProjectId(id)) return notAProjectId(id);
    return this.#closing ? new StorageFailed(new Error('the store is closed')) : null;
  }

  #withJournal<T>(id: ProjectId, work: (journal: Journal) => Promise<T>): Promise<T> {
    return this.#within(id, async () => {
      const journal = this.#journal(id);
      try {
        return await work(journal);
      } finally {
        // An id that turned out to be nobody's must not stay in memory.
        if (journal.head.revision === 0 && journal.isIdle) this.#forget(id, journal);
      }
    });
  }

  #journal(id: ProjectId): Journal {
    const known = this.#journals.get(id);
    if (known) return known;
    const journal = new Journal({
      id,
      paths: this.#paths(id),
      disk: this.#parts.disk,
      handles: this.#handles,
      makeFolder: () => this.#makeFolder(id),
    });
    this.#journals.set(id, journal);
    journal.opened.catch(() => this.#forget(id, journal));
    return journal;
  }

  #forget(id: ProjectId, journal: Journal): void {
    if (this.#journals.get(id) === journal) this.#journals.delete(id);
  }

  #paths(id: ProjectId): ProjectPaths {
    return projectPaths(this.#projects, id);
  }

  async #put(
    id: ProjectId,
    folderOf: (paths: ProjectPaths) => ContentFolder,
    bytesOf: () => Uint8Array,
  ): Promise<string> {
    return this.#within(id, async () => {
      const bytes = bytesOf();
      await keeping(this.#makeFolder(id));
      return keeping(putContent(this.#parts.disk, folderOf(this.#paths(id)), bytes));
    });
  }

  /** Makes the project's folders, once; durable when resolved. */
  #makeFolder(id: ProjectId): Promise<void> {
    const known = this.#folders.get(id);
    if (known) return known;
    const made = this.#makeFolders(id);
    this.#folders.set(id, made);
    made.catch(() => this.#folders.delete(id));
    return made;
  }

  async #makeFolders(id: ProjectId): Promise<void> {
    const { disk } = this.#parts;
    const { folder, texts, originals } = this.#paths(id);
    if (await orNull(access(join(this.#removed, id)).then(() => true)))
      throw new RangeError(`${id} was removed`);
    for (const path of [folder, texts, originals]) await makeFolder(disk, path);
    // They may have been there since a crash cut this short, unsynced.
    for (const path of [folder, this.#projects]) await syncFolder(disk, path);
  }

  #move(id: ProjectId, from: string, to: string): Promise<void> {
    const refusal = this.#refusal(id);
    if (refusal) return Promise.reject(refusal);
    return this.#gate.exclusive(id, async () => {
      const paths = projectPaths(from, id);
      if (!(await orNull(access(paths.journal).then(() => true))))
        throw new RangeError(`no project ${id}`);
      await this.#letGo(id);
      await keeping(this.#moveFolder(paths.folder, join(to, id)));
    });
  }

  async #letGo(id: ProjectId): Promise<void> {
    this.#journals.delete(id);
    this.#folders.delete(id);
    this.#summaries.delete(id);
    await this.#handles.discard(this.#paths(id).journal);
  }

  async #moveFolder(from: string, to: string): Promise<void> {
    await rename(from, to);
    for (const path of [to, from]) await syncFolder(this.#parts.disk, dirname(path));
  }
}

const textsOf = ({ texts }: ProjectPaths): ContentFolder => ({ folder: texts, suffix: '.txt' });
const originalsOf = ({ originals }: ProjectPaths): ContentFolder => ({
  folder: originals,
  suffix: '',
});

async function keeping<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof StorageFailed ? error : new StorageFailed(error);
  }
}
