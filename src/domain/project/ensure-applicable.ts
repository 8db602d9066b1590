import { Rejection } from '../rejection.ts';
import {
  differenceOf,
  same,
  type ProjectEvent,
  type RecordEvent,
  type ReportEntry,
} from './events.ts';
import { isSamePlace } from './evolve.ts';
import { entryOf } from './report-records.ts';
import { ENTITIES, recordsOf, spanKey, type Project } from './project.ts';
import type { Entity, Excerpt, Records } from './records.ts';
import { referencesOf } from './references.ts';

/**
 * Whether a step can be taken back, or done again, as the project is now. Somebody else may have
 * worked on the same records since: their work is neither overwritten nor left without what it
 * refers to. The project is not touched.
 *
 * @throws Rejection `step-overtaken` where it cannot
 */
export function ensureApplicable(project: Project, events: readonly ProjectEvent[]): void {
  const outcome = new Outcome(project);
  if (!events.every((event) => take(outcome, event)) || !isWhole(outcome))
    throw new Rejection('conflict', 'step-overtaken');
}

/** The project as it would be, told by the records that would differ. */
class Outcome {
  readonly #touched = new Map<Entity, Map<string, Records[Entity] | null>>();

  constructor(readonly project: Project) {}

  get<E extends Entity>(entity: E, id: string): Records[E] | null {
    const touched = this.#touched.get(entity)?.get(id);
    if (touched !== undefined) return touched as Records[E] | null;
    return this.#records(entity).get(id) ?? null;
  }

  has(entity: Entity, id: string): boolean {
    return this.get(entity, id) !== null;
  }

  /** Puts a record in its place; null takes it away. */
  set(entity: Entity, id: string, record: Records[Entity] | null): void {
    const records = this.#touched.get(entity) ?? new Map<string, Records[Entity] | null>();
    this.#touched.set(entity, records.set(id, record));
  }

  /** The records that would be new or different. */
  *made<E extends Entity>(entity: E): Generator<Records[E]> {
    for (const record of this.#touched.get(entity)?.values() ?? [])
      if (record) yield record as Records[E];
  }

  isGone(entity: Entity, id: string): boolean {
    return this.#touched.get(entity)?.get(id) === null;
  }

  get takesAway(): boolean {
    return [...this.#touched.values()].some((records) => [...records.values()].includes(null));
  }

  /** The records that would stay as they are. */
  left<E extends Entity>(entity: E): Records[E][] {
    const touched = this.#touched.get(entity);
    return [...this.#records(entity).values()].filter(({ id }) => !touched?.has(id));
  }

  #records<E extends Entity>(entity: E): ReadonlyMap<string, Records[E]> {
    return recordsOf(this.project, entity);
  }
}

/** Takes the event into the outcome, if what it begins with is what is there. */
function take(outcome: Outcome, event: ProjectEvent): boolean {
  switch (event.kind) {
    case 'project-created':
      return false;
    case 'project-changed':
      return differenceOf(outcome.project.settings, event.before) === null;
    case 'report-changed':
      return differenceOf(outcome.project.report, event.before) === null;
    case 'report-entry-changed':
      return same(
        entryOf<ReportEntry>(outcome.project.report[event.map], event.key) ?? null,
        event.before,
      );
    case 'guide-changed':
      return differenceOf(outcome.project.guide, event.before) === null;
    case 'excerpts-changed': {
      const { before, after } = event;
      return event.ids.every((id) =>
        takeOne(outcome, { kind: 'excerpt-changed', id, before, after }),
      );
    }
    default:
      return takeOne(outcome, event);
  }
}

function takeOne(outcome: Outcome, event: RecordEvent): boolean {
  const entity = event.kind.slice(0, event.kind.lastIndexOf('-')) as Entity;
  const id = 'record' in event ? event.record.id : event.id;
  const now = outcome.get<Entity>(entity, id);
  const [before, after] = sidesOf(event, now);
  if (!agree(now, before)) return false;
  outcome.set(entity, id, after);
  return true;
}

type Side = Records[Entity] | null;

function sidesOf(
  event: RecordEvent,
  now: Side,
): [before: Partial<Records[Entity]> | null, after: Side] {
  if (!('record' in event)) return [event.before, { ...now, ...event.after } as Records[Entity]];
  return event.kind.endsWith('-added') ? [null, event.record] : [event.record, null];
}

const agree = (now: Side, expected: Partial<Records[Entity]> | null): boolean =>
  now && expected
    ? differenceOf<Partial<Records[Entity]>>(now, expected) === null
    : now === expected;

/** Whether all that records refer to is there, nothing is below itself and no span is coded twice. */
function isWhole(outcome: Outcome): boolean {
  for (const entity of ENTITIES)
    for (const record of outcome.made(entity))
      if (!hasAllItNeeds(outcome, entity, record)) return false;
  for (const entity of ['theme', 'concept'] as const)
    for (const { id } of outcome.made(entity)) if (isBelowItself(outcome, entity, id)) return false;
  if (!conceptsStandTogether(outcome)) return false;
  const spans = new Set<string>();
  for (const excerpt of outcome.made('excerpt')) {
    if (!carriesSomething(excerpt)) return false;
    const old = outcome.project.excerpts.get(excerpt.id);
    if (old && isSamePlace(old, excerpt)) continue;
    const key = `${excerpt.transcriptId} ${spanKey(excerpt)}`;
    if (spans.has(key) || !standsAlone(outcome, excerpt)) return false;
    spans.add(key);
  }
  return !outcome.takesAway || isUnused(outcome);
}

const hasAllItNeeds = <E extends Entity>(
  outcome: Outcome,
  entity: E,
  record: Records[E],
): boolean => referencesOf(entity, record).every(({ entity, id }) => outcome.has(entity, id));

function isBelowItself(outcome: Outcome, entity: 'theme' | 'concept', id: string): boolean {
  const line = new Set<string>();
  for (let at: string | null = id; at !== null; at = outcome.get(entity, at)?.parentId ?? null) {
    if (line.has(at)) return true;
    line.add(at);
  }
  return false;
}

/** Whether every concept is of its framework's dimensions, and of the one of what it is below. */
function conceptsStandTogether(outcome: Outcome): boolean {
  const made = [...outcome.made('concept')];
  if (made.length === 0 && outcome.made('framework').next().done) return true;
  return [...made, ...outcome.left('concept')].every(({ frameworkId, parentId, dimension }) => {
    const framework = outcome.get('framework', frameworkId);
    const parent = parentId === null ? null : outcome.get('concept', parentId);
    return (
      framework?.dimensions[dimension] !== undefined &&
      (!parent || (parent.frameworkId === frameworkId && parent.dimension === dimension))
    );
  });
}

const carriesSomething = ({ themeIds, typeIds, memo }: Excerpt): boolean =>
  themeIds.length > 0 || typeIds.length > 0 || Boolean(memo);

/** Whether no other excerpt of its coder covers the same span. */
function standsAlone(outcome: Outcome, excerpt: Excerpt): boolean {
  const twin = outcome.project.excerptsBySpan.get(excerpt.transcriptId)?.get(spanKey(excerpt));
  const other = twin !== undefined && twin !== excerpt.id && outcome.get('excerpt', twin);
  return !(other && spanKey(other) === spanKey(excerpt));
}

/** Whether nothing that stays refers to anything that would be gone. */
const isUnused = (outcome: Outcome): boolean =>
  ENTITIES.every((entity) =>
    outcome
      .left(entity)
      .every((record) =>
        referencesOf(entity, record).every(({ entity, id }) => !outcome.isGone(entity, id)),
      ),
  );
