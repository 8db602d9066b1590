import type { ProjectId } from '../domain/ids.ts';
import { emptyProject, type Project } from '../domain/project/project.ts';
import { Rejection } from '../domain/rejection.ts';
import type { ProjectStore, Repair } from './ports.ts';
import { summaryOf } from './summary.ts';

/** A project that was folded from its journal. */
export interface OpenProject {
  readonly project: Project;
  readonly repairs: readonly Repair[];
  /** The newest revision that is on disk; the project itself may be a few events ahead. */
  durable: number;
  /** Ends when what is folded now is on disk. */
  writing: Promise<unknown>;
  sinceSnapshot: number;
  summaryTimer: NodeJS.Timeout | null;
}

interface Dependencies {
  readonly store: ProjectStore;
  /** Whether somebody hears of the project's changes: then it stays. */
  readonly isHeard: (id: ProjectId) => boolean;
  /** Told when a project leaves memory. */
  readonly onForgotten: (id: ProjectId) => void;
  readonly onBackgroundFailure: (what: string, error: unknown) => void;
}

const MAX_OPEN = 24;
const LEAST_EVENTS_PER_SNAPSHOT = 2_000;
/**
 * Opening folds at most a quarter more than the snapshot holds, and the snapshots of a project that
 * grows are together a few times its size, not its square.
 */
const EVENTS_PER_EXCERPT = 1 / 4;
const SUMMARY_DELAY_MS = 1_500;

/** The projects in memory: loaded when first asked for, tidied in the background, forgotten when idle. */
export class OpenProjects {
  readonly #dependencies: Dependencies;
  readonly #open = new Map<ProjectId, Promise<OpenProject>>();
  readonly #current = new Map<ProjectId, OpenProject>();

  constructor(dependencies: Dependencies) {
    this.#dependencies = dependencies;
  }

  /**
   * The project, folded once.
   *
   * @param create it is new: nothing is loaded
   * @throws Rejection `project-not-found`
   */
  async get(id: ProjectId, create = false): Promise<OpenProject> {
    const known = this.#open.get(id);
    if (known) {
      this.#open.delete(id);
      this.#open.set(id, known);
      return known;
    }
    const opening = this.#load(id, create);
    this.#open.set(id, opening);
    try {
      const open = await opening;
      this.#current.set(id, open);
      this.#forgetIdle();
      return open;
    } catch (error) {
      this.#open.delete(id);
      throw error;
    }
  }

  async #load(id: ProjectId, create: boolean): Promise<OpenProject> {
    const loaded = create ? null : await this.#dependencies.store.load(id);
    if (!loaded && !create) throw new Rejection('not-found', 'project-not-found', { id });
    const project = loaded?.project ?? emptyProject(id);
    return {
      project,
      repairs: loaded?.repairs ?? [],
      durable: project.revision,
      writing: Promise.resolve(),
      sinceSnapshot: 0,
      summaryTimer: null,
    };
  }

  /** The least recently used projects that nobody listens to leave memory. */
  #forgetIdle(): void {
    for (const id of this.#open.keys()) {
      if (this.#open.size <= MAX_OPEN) return;
      const open = this.#current.get(id);
      if (!open || this.#dependencies.isHeard(id) || open.durable < open.project.revision) continue;
      this.forget(id, open);
      void this.settle(open);
    }
  }

  /** Notes that events were added: in a while lists hear of it, and after many a snapshot is made. */
  tidyLater(open: OpenProject, events: number): void {
    open.sinceSnapshot += events;
    if (open.sinceSnapshot >= eventsPerSnapshot(open.project)) void this.#snapshot(open);
    open.summaryTimer ??= setTimeout(() => void this.settle(open), SUMMARY_DELAY_MS).unref();
  }

  async #snapshot(open: OpenProject): Promise<void> {
    open.sinceSnapshot = 0;
    await this.#dependencies.store
      .saveSnapshot(open.project.id)
      .catch((error: unknown) => this.#dependencies.onBackgroundFailure('snapshot', error));
  }

  /** Keeps what lists tell of the project, where that was put off. */
  async settle(open: OpenProject): Promise<void> {
    if (open.summaryTimer === null) return;
    clearTimeout(open.summaryTimer);
    open.summaryTimer = null;
    await this.#dependencies.store
      .saveSummary(summaryOf(open.project))
      .catch((error: unknown) => this.#dependencies.onBackgroundFailure('summary', error));
  }

  /** The project as it is in memory; none where it is not. */
  current(id: ProjectId): OpenProject | undefined {
    return this.#current.get(id);
  }

  isCurrent(id: ProjectId, open: OpenProject): boolean {
    return this.#current.get(id) === open;
  }

  /** What was folded but not kept must not be seen again: the next reader loads from the store. */
  forget(id: ProjectId, open: OpenProject): void {
    if (!this.isCurrent(id, open)) return;
    this.#open.delete(id);
    this.#current.delete(id);
    this.#dependencies.onForgotten(id);
  }

  /** Keeps what was put off, and with it a snapshot where much has happened since the last. */
  async close(): Promise<void> {
    for (const opening of this.#open.values()) {
      const open = await opening.catch(() => null);
      if (!open) continue;
      await this.settle(open);
      if (open.sinceSnapshot > eventsPerSnapshot(open.project) / 10) await this.#snapshot(open);
    }
    this.#open.clear();
  }
}

const eventsPerSnapshot = ({ excerpts }: Project): number =>
  Math.max(LEAST_EVENTS_PER_SNAPSHOT, excerpts.size * EVENTS_PER_EXCERPT);
