import { Rejection } from '../rejection.ts';
import { differenceOf, type ProjectEvent } from './events.ts';
import { excerptsOf, spanKey, type Project } from './project.ts';
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
    const records: ReadonlyMap<string, unknown> = this.project[COLLECTION[entity]];
    return (records.get(id) as Records[E] | undefined) ?? null;
  }

  has(entity: Entity, id: string): boolean {
    return this.get(entity, id) !== null;
  }

  /** Puts a record in its place; null takes it away. */
  set(entity: Entity, id: string, record: Records[Entity] | null): void {
    let records = this.#touched.get(entity);
    if (!records) this.#touched.set(entity, (records = new Map()));
    records.set(id, record);
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

  /** Those of the records that would stay as they are. */
  *left<E extends Entity>(entity: E, records: Iterable<Records[E]>): Generator<Records[E]> {
    const touched = this.#touched.get(entity);
    for (const record of records) if (!touched?.has(record.id)) yield record;
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
  const { project } = outcome;
  const cases = outcome.gone('case');
  if (cases.size > 0)
    for (const { caseId } of outcome.left('transcript', project.transcripts.values()))
      if (cases.has(caseId)) return false;
  for (const id of outcome.gone('transcript'))
    for (const excerpt of outcome.left(
      'excerpt',
      excerptsOf(project, id as Excerpt['transcriptId']),
    ))
      if (excerpt) return false;
  const themes = outcome.gone('theme');
  if (themes.size > 0)
    for (const { parentId } of outcome.left('theme', project.themes.values()))
      if (parentId !== null && themes.has(parentId)) return false;
  const types = outcome.gone('type');
  const coders = outcome.gone('coder');
  if (themes.size + types.size + coders.size === 0) return true;
  for (const { themeIds, typeIds, coderId } of outcome.left('excerpt', project.excerpts.values()))
    if (
      coders.has(coderId) ||
      themeIds.some((id) => themes.has(id)) ||
      typeIds.some((id) => types.has(id))
    )
      return false;
  return true;
}
