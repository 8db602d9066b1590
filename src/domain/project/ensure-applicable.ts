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

/** What stands in the way of a step: a record, or one of the texts a project has once. */
export interface Obstacle {
  readonly entity: Entity | 'settings' | 'report' | 'guide';
  /** Empty where there is only one. */
  readonly id: string;
}

/** A step that cannot be taken back, or done again, because of what was done since. */
export class StepOvertaken extends Rejection {
  constructor(readonly obstacle: Obstacle) {
    super('conflict', 'step-overtaken');
  }
}

/**
 * Whether a step can be taken back, or done again, as the project is now. Somebody else may have
 * worked on the same records since: their work is neither overwritten nor left without what it
 * refers to. The project is not touched.
 *
 * @throws StepOvertaken where it cannot
 */
export function ensureApplicable(project: Project, events: readonly ProjectEvent[]): void {
  const outcome = new Outcome(project);
  for (const event of events) {
    const obstacle = take(outcome, event);
    if (obstacle) throw new StepOvertaken(obstacle);
  }
  const obstacle = brokenBy(outcome);
  if (obstacle) throw new StepOvertaken(obstacle);
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

/** Takes the event into the outcome; what stands in its way is not what the event begins with. */
function take(outcome: Outcome, event: ProjectEvent): Obstacle | null {
  const { settings, report, guide } = outcome.project;
  switch (event.kind) {
    case 'project-created':
      return { entity: 'settings', id: '' };
    case 'project-changed':
      return differenceOf(settings, event.before) && { entity: 'settings', id: '' };
    case 'report-changed':
      return differenceOf(report, event.before) && { entity: 'report', id: '' };
    case 'report-entry-changed':
      return same(entryOf<ReportEntry>(report[event.map], event.key) ?? null, event.before)
        ? null
        : { entity: 'report', id: event.key };
    case 'guide-changed':
      return differenceOf(guide, event.before) && { entity: 'guide', id: '' };
    case 'excerpts-changed': {
      const { before, after } = event;
      return firstOf(event.ids, (id) =>
        takeOne(outcome, { kind: 'excerpt-changed', id, before, after }),
      );
    }
    default:
      return takeOne(outcome, event);
  }
}

/** The first obstacle that is found; null where there is none. */
function firstOf<T>(items: Iterable<T>, find: (item: T) => Obstacle | null): Obstacle | null {
  for (const item of items) {
    const obstacle = find(item);
    if (obstacle) return obstacle;
  }
  return null;
}

function takeOne(outcome: Outcome, event: RecordEvent): Obstacle | null {
  const entity = event.kind.slice(0, event.kind.lastIndexOf('-')) as Entity;
  const id = 'record' in event ? event.record.id : event.id;
  const now = outcome.get<Entity>(entity, id);
  const [before, after] = sidesOf(event, now);
  if (!agree(now, before)) return { entity, id };
  outcome.set(entity, id, after);
  return null;
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

/**
 * What would be broken: a record that something refers to and that is not there, one below itself, a
 * span coded twice.
 */
function brokenBy(outcome: Outcome): Obstacle | null {
  return (
    firstOf(ENTITIES, (entity) =>
      firstOf(outcome.made(entity), (record) => missingFor(outcome, entity, record)),
    ) ??
    firstOf(['theme', 'concept'] as const, (entity) =>
      firstOf(outcome.made(entity), ({ id }) =>
        isBelowItself(outcome, entity, id) ? { entity, id } : null,
      ),
    ) ??
    conceptApart(outcome) ??
    excerptInTheWay(outcome) ??
    (outcome.takesAway ? userOfGone(outcome) : null)
  );
}

function excerptInTheWay(outcome: Outcome): Obstacle | null {
  const spans = new Set<string>();
  return firstOf(outcome.made('excerpt'), (excerpt) => {
    const self: Obstacle = { entity: 'excerpt', id: excerpt.id };
    if (!carriesSomething(excerpt)) return self;
    const old = outcome.project.excerpts.get(excerpt.id);
    if (old && isSamePlace(old, excerpt)) return null;
    const key = `${excerpt.transcriptId} ${spanKey(excerpt)}`;
    if (spans.has(key)) return self;
    spans.add(key);
    return twinOf(outcome, excerpt);
  });
}

const missingFor = <E extends Entity>(
  outcome: Outcome,
  entity: E,
  record: Records[E],
): Obstacle | null =>
  referencesOf(entity, record).find(({ entity, id }) => !outcome.has(entity, id)) ?? null;

function isBelowItself(outcome: Outcome, entity: 'theme' | 'concept', id: string): boolean {
  const line = new Set<string>();
  for (let at: string | null = id; at !== null; at = outcome.get(entity, at)?.parentId ?? null) {
    if (line.has(at)) return true;
    line.add(at);
  }
  return false;
}

/** A concept that is not of its framework's dimensions, or not of the one of what it is below. */
function conceptApart(outcome: Outcome): Obstacle | null {
  const made = [...outcome.made('concept')];
  if (made.length === 0 && outcome.made('framework').next().done) return null;
  const apart = [...made, ...outcome.left('concept')].find(
    ({ frameworkId, parentId, dimension }) => {
      const framework = outcome.get('framework', frameworkId);
      const parent = parentId === null ? null : outcome.get('concept', parentId);
      return (
        framework?.dimensions[dimension] === undefined ||
        (parent && (parent.frameworkId !== frameworkId || parent.dimension !== dimension))
      );
    },
  );
  return apart ? { entity: 'concept', id: apart.id } : null;
}

const carriesSomething = ({ themeIds, typeIds, memo }: Excerpt): boolean =>
  themeIds.length > 0 || typeIds.length > 0 || Boolean(memo);

/** Another excerpt of the same coder over the same span. */
function twinOf(outcome: Outcome, excerpt: Excerpt): Obstacle | null {
  const twin = outcome.project.excerptsBySpan.get(excerpt.transcriptId)?.get(spanKey(excerpt));
  const other = twin !== undefined && twin !== excerpt.id && outcome.get('excerpt', twin);
  return other && spanKey(other) === spanKey(excerpt) ? { entity: 'excerpt', id: other.id } : null;
}

/** A record that stays and refers to something that would be gone. */
const userOfGone = (outcome: Outcome): Obstacle | null =>
  firstOf(ENTITIES, (entity) => {
    const user = outcome
      .left(entity)
      .find((record) =>
        referencesOf(entity, record).some(({ entity, id }) => outcome.isGone(entity, id)),
      );
    return user ? { entity, id: user.id } : null;
  });
