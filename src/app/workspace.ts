import { ensureSeen } from '../domain/double-coding/ensure-seen.ts';
import { keepHidden } from '../domain/double-coding/keep-hidden.ts';
import { visibleEvents } from '../domain/double-coding/visible-events.ts';
import { visibleTo } from '../domain/double-coding/visible-to.ts';
import type { ProjectId, TranscriptId } from '../domain/ids.ts';
import type { Command } from '../domain/project/commands.ts';
import { decide } from '../domain/project/decide.ts';
import { payloadOf, type JournalEvent, type ProjectEvent } from '../domain/project/events.ts';
import { ensureApplicable, StepOvertaken } from '../domain/project/ensure-applicable.ts';
import { evolve } from '../domain/project/evolve.ts';
import { found } from '../domain/project/found.ts';
import { invert } from '../domain/project/invert.ts';
import type { Project, Step } from '../domain/project/project.ts';
import { Rejection } from '../domain/rejection.ts';
import {
  ensureMayExecute,
  ensurePermitted,
  openAccess,
  type Access,
  type Actor,
} from './access.ts';
import { permissionFor, permissionToUndo } from '../domain/people/roles.ts';
import { JournalBroken, StaleRevision } from './errors.ts';
import type { Clock, IdSource, ProjectStore, Repair } from './ports.ts';
import { OpenProjects, type OpenProject } from './open-projects.ts';
import { overtakenBy } from './overtaken-by.ts';
import { RecentTexts } from './recent-texts.ts';
import { summaryOf } from './summary.ts';

export type { Actor } from './access.ts';

export interface Outcome {
  readonly revision: number;
  /** As far as whoever looks may see them. */
  readonly events: readonly JournalEvent[];
}

/** The name under which somebody sees a project; null for whoever sees all of it. */
export type Viewer = (project: Project) => string | null;

export type Listener = (events: readonly JournalEvent[]) => void;

interface Dependencies {
  readonly store: ProjectStore;
  readonly clock: Clock;
  readonly ids: IdSource;
  /** Everybody owns everything where left out. */
  readonly access?: Access;
  /** Who looks just now; whoever it is sees everything where left out. */
  readonly viewer?: () => Viewer;
  /** Told when work in the background fails; nothing of the user's is lost by it. */
  readonly onBackgroundFailure?: (what: string, error: unknown) => void;
}

/** As much as a thousand long interviews. */
const KEPT_TEXT_BYTES = 200 * 1024 * 1024;
const MAX_RETRIES = 5;
/** In so many of the last changes it is looked for who is in the way of an undo. */
const LOOKED_BACK = 20_000;

/**
 * The projects that are open, each folded once and kept while it is used. A command is decided
 * and folded at once, so that the next one sees it, and confirmed when the store has it on disk;
 * if the store fails, the folded project is dropped and read anew.
 */
export class Workspace {
  readonly #store: ProjectStore;
  readonly #clock: Clock;
  readonly #ids: IdSource;
  readonly #access: Access;
  readonly #viewer: () => Viewer;
  readonly #open: OpenProjects;
  readonly #listeners = new Map<ProjectId, Set<Listener>>();
  readonly #texts = new RecentTexts(KEPT_TEXT_BYTES);

  constructor({ store, clock, ids, access, viewer, onBackgroundFailure }: Dependencies) {
    this.#store = store;
    this.#clock = clock;
    this.#ids = ids;
    this.#access = access ?? openAccess;
    this.#viewer = viewer ?? (() => () => null);
    this.#open = new OpenProjects({
      store,
      isHeard: (id) => this.#listeners.has(id),
      onForgotten: (id) => this.#texts.forget(id),
      onBackgroundFailure: onBackgroundFailure ?? (() => undefined),
    });
  }

  get access(): Access {
    return this.#access;
  }

  get store(): ProjectStore {
    return this.#store;
  }

  /** The time (ISO 8601). */
  now(): string {
    return this.#clock.now().toISOString();
  }

  newId<T extends string>(): T {
    return this.#ids.newId() as T;
  }

  /** Who looks just now: for work that goes on when their request is over. */
  viewer(): Viewer {
    return this.#viewer();
  }

  /**
   * The project as it stands, as whoever looks may see it. To be read, and read again after every
   * await.
   *
   * @throws Rejection `project-not-found`
   */
  async read(id: ProjectId): Promise<Project> {
    return seenBy(this.#viewer(), (await this.#open.get(id)).project);
  }

  /** All of it: for what is found again by whoever just wrote it, and told to nobody else. */
  async readWhole(id: ProjectId): Promise<Project> {
    return (await this.#open.get(id)).project;
  }

  /** Keeps the figures of the whole project, so that lists need not open it. */
  async saveSummary(id: ProjectId): Promise<void> {
    await this.#store.saveSummary(summaryOf((await this.#open.get(id)).project));
  }

  async repairs(id: ProjectId): Promise<readonly Repair[]> {
    return (await this.#open.get(id)).repairs;
  }

  /** The canonical text of a transcript; what was read lately is kept. */
  async text(id: ProjectId, transcriptId: TranscriptId): Promise<string> {
    const open = await this.#open.get(id);
    const { textHash, title } = found(open.project.transcripts, transcriptId, 'transcript');
    const text = await this.#texts.get(id, textHash, () => this.#store.getText(id, textHash));
    if (text === null)
      throw new JournalBroken(`texts/${textHash}`, 0, `the text of ${title} is missing`);
    return text;
  }

  /**
   * Carries out a command as one step that can be undone; resolves when it is on disk.
   *
   * @param expectedRevision where the caller believes the project stands; not checked when left out
   * @throws Rejection when the project cannot take it, StorageFailed when it could not be kept
   */
  async execute(
    id: ProjectId,
    command: Command,
    actor: Actor,
    expectedRevision?: number,
  ): Promise<Outcome> {
    return this.#retrying(async () => {
      const isNew = command.kind === 'create-project';
      const open = await this.#open.get(id, isNew);
      if (!isNew) ensureMayExecute(this.#access, actor, open.project, command);
      const person = nameIn(this.#viewer(), open.project);
      if (expectedRevision !== undefined && expectedRevision !== open.project.revision)
        throw new Rejection('conflict', 'stale-revision', {
          expected: expectedRevision,
          actual: open.project.revision,
        });
      const whole = person === null ? command : seenCommand(open.project, person, command);
      const events = decide(open.project, whole, this.#context());
      return this.#commit(open, events, { actor: actor.id, command: command.kind });
    });
  }

  /** Resolves when everything that can be read now is on disk. */
  async settled(id: ProjectId): Promise<void> {
    await (
      await this.#open.get(id)
    ).writing;
  }

  /**
   * Takes back the actor's last step, or the one that begins at a revision.
   *
   * @throws Rejection `step-overtaken` where somebody's later work depends on it
   */
  undo(id: ProjectId, actor: Actor, first?: number): Promise<Outcome & { step: Step }> {
    return this.#stepBack(id, actor, 'undo', first);
  }

  /** Does again what the actor's last undo took back. */
  redo(id: ProjectId, actor: Actor): Promise<Outcome & { step: Step }> {
    return this.#stepBack(id, actor, 'redo');
  }

  async #stepBack(
    id: ProjectId,
    actor: Actor,
    direction: 'undo' | 'redo',
    first?: number,
  ): Promise<Outcome & { step: Step }> {
    return this.#retrying(async () => {
      for (;;) {
        const open = await this.#open.get(id);
        const step = lastOf(open.project[direction], actor, first);
        if (!step) throw new Rejection('conflict', `nothing-to-${direction}`);
        const needed = direction === 'undo' ? permissionToUndo : permissionFor;
        ensurePermitted(this.#access, actor, id, needed(step.command));
        const journal = await this.#store.events(id, step.first, step.last);
        // Another command may have come while the journal was read: look again.
        if (
          lastOf(open.project[direction], actor, first) !== step ||
          !this.#open.isCurrent(id, open)
        )
          continue;
        const events = journal.map(payloadOf);
        const again = direction === 'undo' ? events.reverse().map(invert) : events;
        try {
          ensureApplicable(open.project, again);
        } catch (error) {
          throw await this.#explained(error, open, step);
        }
        const mark = direction === 'undo' ? { undoes: step.first } : { redoes: step.first };
        const outcome = await this.#commit(open, again, {
          actor: actor.id,
          command: step.command,
          ...mark,
        });
        return { ...outcome, step };
      }
    });
  }

  /** Why a step cannot be taken back, with what is in its way and who did it. */
  async #explained(
    error: unknown,
    { project, durable }: OpenProject,
    step: Step,
  ): Promise<unknown> {
    if (!(error instanceof StepOvertaken)) return error;
    const first = Math.max(step.last + 1, durable - LOOKED_BACK);
    const since = first <= durable ? await this.#store.events(project.id, first, durable) : [];
    const seen = seenBy(this.#viewer(), project);
    const heard = this.seenEvents(project.id, since);
    return overtakenBy(error, step, { project, seen }, heard, this.#access);
  }

  /** Hears of every change that whoever looks may see, once it is on disk, in order. */
  subscribe(id: ProjectId, hear: Listener, viewer = this.#viewer()): () => void {
    const listener: Listener = (events) => {
      const seen = this.seenEvents(id, events, viewer);
      if (seen.length > 0) hear(seen);
    };
    const listeners = this.#listeners.get(id) ?? new Set();
    this.#listeners.set(id, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(id);
    };
  }

  /**
   * What happened after a revision, up to what is on disk now; the first `limit` events of it, of
   * those what the viewer may see: none only where nothing is left to be seen.
   */
  async eventsSince(
    id: ProjectId,
    revision: number,
    limit = Infinity,
    viewer = this.#viewer(),
  ): Promise<readonly JournalEvent[]> {
    for (let after = revision; ;) {
      const { durable } = await this.#open.get(id);
      const last = Math.min(durable, after + limit);
      if (after >= last) return [];
      const events = await this.#store.events(id, after + 1, last);
      const seen = this.seenEvents(id, events, viewer);
      if (seen.length > 0) return seen;
      after = last;
    }
  }

  /** Of events of an open project, those that whoever looks may see. */
  seenEvents(
    id: ProjectId,
    events: readonly JournalEvent[],
    viewer = this.#viewer(),
  ): readonly JournalEvent[] {
    const project = this.#open.current(id)?.project;
    const person = project ? nameIn(viewer, project) : null;
    return project && person !== null ? visibleEvents(project, person, events) : events;
  }

  /** Takes a project off the list; `restore` brings it back whole. */
  async remove(id: ProjectId, actor: Actor): Promise<void> {
    ensurePermitted(this.#access, actor, id, 'own');
    const open = await this.#open.get(id);
    await this.#open.settle(open);
    this.#open.forget(id, open);
    await this.#store.remove(id);
  }

  async restore(id: ProjectId, actor: Actor): Promise<void> {
    ensurePermitted(this.#access, actor, id, 'own');
    const { removed } = await this.#store.list();
    if (!removed.some((head) => head.id === id))
      throw new Rejection('not-found', 'project-not-found', { id });
    await this.#store.restore(id);
  }

  async close(): Promise<void> {
    await this.#open.close();
    await this.#store.close();
  }

  #context(): { at: string; newId: () => string } {
    return { at: this.#clock.now().toISOString(), newId: () => this.#ids.newId() };
  }

  /** Another writer may have been first (a second web process): the command is decided anew. */
  async #retrying<T>(attempt: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await attempt();
      } catch (error) {
        if (!(error instanceof StaleRevision) || tries >= MAX_RETRIES) throw error;
      }
    }
  }

  async #commit(
    open: OpenProject,
    events: readonly ProjectEvent[],
    mark: { actor: string; command: string; undoes?: number; redoes?: number },
  ): Promise<Outcome> {
    const { project } = open;
    const before = project.revision;
    if (events.length === 0) {
      // What is there already may be on its way to the disk: a retry is not answered before it.
      await open.writing;
      return { revision: before, events: [] };
    }
    const at = this.#clock.now().toISOString();
    const journal = events.map((event, i): JournalEvent => {
      const more = i < events.length - 1 ? { more: true as const } : {};
      return { revision: before + i + 1, at, ...mark, step: before + 1, ...more, ...event };
    });
    for (const event of journal) evolve(project, event);
    try {
      open.writing = this.#store.append(project.id, before, journal);
      await open.writing;
    } catch (error) {
      this.#open.forget(project.id, open);
      throw error;
    }
    open.durable = Math.max(open.durable, before + journal.length);
    this.#tell(project.id, journal);
    this.#open.tidyLater(open, journal.length);
    return { revision: before + journal.length, events: this.seenEvents(project.id, journal) };
  }

  #tell(id: ProjectId, events: readonly JournalEvent[]): void {
    for (const listener of this.#listeners.get(id) ?? []) listener(events);
  }
}

/** Nobody is asked who looks while no round of double coding hides anything. */
const nameIn = (viewer: Viewer, project: Project): string | null =>
  project.rounds.size === 0 ? null : viewer(project);

function seenBy(viewer: Viewer, project: Project): Project {
  const person = nameIn(viewer, project);
  return person === null ? project : visibleTo(project, person);
}

/** A command as whoever sees only a part of the project may give it. */
function seenCommand(project: Project, person: string, command: Command): Command {
  ensureSeen(project, person, command);
  return keepHidden(project, person, command);
}

const lastOf = (steps: readonly Step[], actor: Actor, first?: number): Step | undefined =>
  steps.findLast(
    (step) => step.actor === actor.id && (first === undefined || step.first === first),
  );
