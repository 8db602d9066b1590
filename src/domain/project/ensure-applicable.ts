import { Rejection } from '../rejection.ts';
import { differenceOf, type ProjectEvent } from './events.ts';
import { spanKey, type Project } from './project.ts';
import type { Entity, Excerpt, Records, Theme } from './records.ts';

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

const COLLECTION = {
  transcript: 'transcripts',
  case: 'cases',
  coder: 'coders',
  theme: 'themes',
  type: 'types',
  excerpt: 'excerpts',
} as const satisfies Record<Entity, keyof Project>;

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

  /** The ids that would be gone. */
  gone(entity: Entity): Set<string> {
    const touched = [...(this.#touched.get(entity) ?? [])];
    return new Set(touched.flatMap(([id, record]) => (record ? [] : id)));
  }

  /** The records that would stay as they are. */
  left<E extends Entity>(entity: E): Records[E][] {
    const touched = this.#touched.get(entity);
    return [...this.#records(entity).values()].filter(({ id }) => !touched?.has(id));
  }

  #records<E extends Entity>(entity: E): ReadonlyMap<string, Records[E]> {
    return this.project[COLLECTION[entity]] as ReadonlyMap<string, unknown> as ReadonlyMap<
      string,
      Records[E]
    >;
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
    default: {
      const entity = event.kind.slice(0, event.kind.lastIndexOf('-')) as Entity;
      const id = 'record' in event ? event.record.id : event.id;
      const now = outcome.get<Entity>(entity, id);
      const [before, after] = sidesOf(event, now);
      if (!agree(now, before)) return false;
      outcome.set(entity, id, after);
      return true;
    }
  }
}

type Side = Records[Entity] | null;

function sidesOf(
  event: Extract<ProjectEvent, { id: string } | { record: unknown }>,
  now: Side,
): [before: Partial<Records[Entity]> | null, after: Side] {
  if (!('record' in event)) return [event.before, { ...now, ...event.after } as Records[Entity]];
  return event.kind.endsWith('-added') ? [null, event.record] : [event.record, null];
}

const agree = (now: Side, expected: Partial<Records[Entity]> | null): boolean =>
  now && expected
    ? differenceOf<Partial<Records[Entity]>>(now, expected) === null
    : now === expected;

/** Whether all that records refer to is there, no theme is below itself and no span is coded twice. */
function isWhole(outcome: Outcome): boolean {
  for (const theme of outcome.made('theme')) if (!hasItsPlace(outcome, theme)) return false;
  for (const { caseId } of outcome.made('transcript'))
    if (!outcome.has('case', caseId)) return false;
  const spans = new Set<string>();
  for (const excerpt of outcome.made('excerpt')) {
    const key = `${excerpt.transcriptId} ${spanKey(excerpt)}`;
    if (spans.has(key) || !hasAllItNeeds(outcome, excerpt)) return false;
    spans.add(key);
  }
  return isUnused(outcome);
}

function hasItsPlace(outcome: Outcome, theme: Theme): boolean {
  const line = new Set<string>([theme.id]);
  for (let id = theme.parentId; id !== null;) {
    const parent = outcome.get('theme', id);
    if (!parent || line.has(id)) return false;
    line.add(id);
    id = parent.parentId;
  }
  return true;
}

function hasAllItNeeds(outcome: Outcome, excerpt: Excerpt): boolean {
  const { transcriptId, coderId, themeIds, typeIds } = excerpt;
  const twin = outcome.project.excerptsBySpan.get(transcriptId)?.get(spanKey(excerpt));
  const other = twin !== undefined && twin !== excerpt.id && outcome.get('excerpt', twin);
  return (
    !(other && spanKey(other) === spanKey(excerpt)) &&
    (themeIds.length > 0 || typeIds.length > 0 || Boolean(excerpt.memo)) &&
    outcome.has('transcript', transcriptId) &&
    outcome.has('coder', coderId) &&
    themeIds.every((id) => outcome.has('theme', id)) &&
    typeIds.every((id) => outcome.has('type', id))
  );
}

/** Whether nothing that stays refers to anything that would be gone. */
function isUnused(outcome: Outcome): boolean {
  const transcripts = outcome.gone('transcript');
  const cases = outcome.gone('case');
  const coders = outcome.gone('coder');
  const themes = outcome.gone('theme');
  const types = outcome.gone('type');
  const isLost = (excerpt: Excerpt): boolean =>
    transcripts.has(excerpt.transcriptId) ||
    coders.has(excerpt.coderId) ||
    excerpt.themeIds.some((id) => themes.has(id)) ||
    excerpt.typeIds.some((id) => types.has(id));
  return (
    (cases.size === 0 || !outcome.left('transcript').some(({ caseId }) => cases.has(caseId))) &&
    (themes.size === 0 ||
      !outcome.left('theme').some(({ parentId }) => themes.has(parentId ?? ''))) &&
    (transcripts.size + coders.size + themes.size + types.size === 0 ||
      !outcome.left('excerpt').some(isLost))
  );
}
