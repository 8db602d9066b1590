import type { ProjectId } from '../domain/ids.ts';
import { touchedBy } from '../domain/audit/audit-change.ts';
import type { JournalEvent } from '../domain/project/events.ts';
import type { Project } from '../domain/project/project.ts';
import type { ProjectStore } from './ports.ts';
import type { Workspace } from './workspace.ts';

export interface AuditFilter {
  /** An actor's id. */
  readonly person?: string | undefined;
  /** A command's kind. */
  readonly kind?: string | undefined;
  /** A record's id. */
  readonly record?: string | undefined;
  /** At or after, and before (ISO 8601). */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** A command that was carried out. */
export interface AuditStep {
  readonly first: number;
  readonly last: number;
  readonly at: string;
  readonly actor: string;
  readonly command: string;
  /** The first revision of the step that this one takes back, or does again. */
  readonly undoes: number | null;
  readonly redoes: number | null;
  readonly isUndone: boolean;
  /** Its first events. */
  readonly events: readonly JournalEvent[];
}

export interface AuditTrail {
  /** Newest first. */
  readonly steps: readonly AuditStep[];
  /** Go on before this revision; null at the beginning of the project. */
  readonly next: number | null;
  /** How far back was looked: the time of the oldest event that was. */
  readonly reached: string | null;
}

/** So many events are read from the journal at a time. */
const CHUNK = 500;
/** So many are looked at for one page: what matches rarely takes several. */
const MOST_LOOKED_AT = 5_000;

/**
 * The steps of a project, newest first, read backwards from the journal: what a page costs does
 * not depend on how long the journal is.
 *
 * @param before only what came before this revision
 */
export async function auditTrail(
  workspace: Workspace,
  id: ProjectId,
  filter: AuditFilter,
  { before = Infinity, limit }: { readonly before?: number; readonly limit: number },
): Promise<AuditTrail> {
  const { store } = workspace;
  const project = await workspace.read(id);
  const newest = Math.min(project.revision, before - 1);
  const last = filter.until ? await lastBefore(store, id, newest, filter.until) : newest;
  const least = last - MOST_LOOKED_AT;
  const isUndone = undoneIn(project);
  const steps: AuditStep[] = [];
  let reached: string | null = null;
  for await (const whole of stepsBackwards(store, id, last)) {
    const [head] = whole.events;
    if (!head || (filter.from && head.at < filter.from)) break;
    reached = head.at;
    const events = workspace.seenEvents(id, whole.events);
    const step = stepOf(head, { ...whole, events }, isUndone(head));
    if (events.length > 0 && (await matches(store, id, step, filter))) steps.push(step);
    const next = head.step > 1 ? head.step : null;
    if (steps.length >= limit || head.step <= least) return { steps, next, reached };
  }
  return { steps, next: null, reached };
}

/** A step's first events, oldest first: all of them, or `CHUNK` of a long one. */
interface ReadStep {
  readonly events: readonly JournalEvent[];
  readonly last: number;
}

async function* stepsBackwards(
  store: ProjectStore,
  id: ProjectId,
  from: number,
): AsyncGenerator<ReadStep> {
  for (let last = from; last >= 1;) {
    const [cut, ...later] = byStep(await store.events(id, Math.max(1, last - CHUNK + 1), last));
    const first = cut?.[0];
    if (!first) return;
    yield* later.reverse().map(whole);
    if (first.step === first.revision) yield whole(cut);
    else if (later.length === 0)
      yield { events: await store.events(id, first.step, first.step + CHUNK - 1), last };
    // What the chunk cut off is read again, from its own end backwards.
    const isRead = first.step === first.revision || later.length === 0;
    last = isRead ? first.step - 1 : cut.at(-1)!.revision;
  }
}

const whole = (events: readonly JournalEvent[]): ReadStep => ({
  events,
  last: events.at(-1)!.revision,
});

function byStep(events: readonly JournalEvent[]): JournalEvent[][] {
  const steps: JournalEvent[][] = [];
  for (const event of events) {
    const current = steps.at(-1);
    if (current?.[0]?.step === event.step) current.push(event);
    else steps.push([event]);
  }
  return steps;
}

function stepOf(
  { step, at, actor, command, undoes, redoes }: JournalEvent,
  { events, last }: ReadStep,
  isUndone: boolean,
): AuditStep {
  const marks = { undoes: undoes ?? null, redoes: redoes ?? null, isUndone };
  return { first: step, last, at, actor, command, ...marks, events };
}

/** So few steps are all there are: longer lists of what can be undone are cut. */
const SURELY_ALL = 10_000;

/** Tells of each step, asked from the newest on, whether it was taken back since. */
function undoneIn({ undo, redo }: Project): (head: JournalEvent) => boolean {
  const inForce = new Set(undo.map(({ first }) => first));
  const takenBack = new Set(redo.map(({ first }) => first));
  const oldest = undo.length < SURELY_ALL ? 0 : (undo[0]?.first ?? 0);
  return ({ kind, step, undoes }) => {
    if (undoes !== undefined) takenBack.add(undoes);
    if (undoes !== undefined || kind === 'project-created') return false;
    return takenBack.has(step) || (step > oldest && !inForce.has(step));
  };
}

async function matches(
  store: ProjectStore,
  id: ProjectId,
  step: AuditStep,
  { person, kind, record }: AuditFilter,
): Promise<boolean> {
  if ((person && step.actor !== person) || (kind && step.command !== kind)) return false;
  return !record || touches(store, id, step, record);
}

/** Also in the events of a long step that were not read yet. */
async function touches(
  store: ProjectStore,
  id: ProjectId,
  { events, last }: AuditStep,
  record: string,
): Promise<boolean> {
  for (let part = events; part.length > 0;) {
    if (part.some((event) => touchedBy(event).includes(record))) return true;
    const read = part.at(-1)!.revision;
    part = read < last ? await store.events(id, read + 1, Math.min(last, read + CHUNK)) : [];
  }
  return false;
}

/** The last revision before a time; times do not go back, save where a clock was set. */
async function lastBefore(
  store: ProjectStore,
  id: ProjectId,
  newest: number,
  time: string,
): Promise<number> {
  let low = 0;
  for (let high = newest; low < high;) {
    const middle = (low + high + 1) >> 1;
    const [event] = await store.events(id, middle, middle);
    if (event && event.at < time) low = middle;
    else high = middle - 1;
  }
  return low;
}
