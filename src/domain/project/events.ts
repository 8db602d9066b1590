import type { ExcerptId } from '../ids.ts';
import type { Entity, Excerpt, Guide, Records, ReportText, Settings } from './records.ts';
import type { ReportMap } from './report-records.ts';

/** What happened to one record. A change keeps both sides, so that it can be undone from itself. */
export interface Added<E extends Entity> {
  readonly kind: `${E}-added`;
  readonly record: Records[E];
}
export interface Removed<E extends Entity> {
  readonly kind: `${E}-removed`;
  readonly record: Records[E];
}
export interface Changed<E extends Entity> {
  readonly kind: `${E}-changed`;
  readonly id: Records[E]['id'];
  readonly before: Partial<Records[E]>;
  readonly after: Partial<Records[E]>;
}

/** The same change of several excerpts: what the merge of a large theme makes of its codings. */
export interface ExcerptsChanged {
  readonly kind: 'excerpts-changed';
  readonly ids: readonly ExcerptId[];
  readonly before: Partial<Excerpt>;
  readonly after: Partial<Excerpt>;
}

export type RecordEvent = { [E in Entity]: Added<E> | Removed<E> | Changed<E> }[Entity];

export type ReportEntry = { [M in ReportMap]: ReportText[M][string] }[ReportMap];

export type ProjectEvent =
  | RecordEvent
  | ExcerptsChanged
  | { readonly kind: 'project-created'; readonly settings: Settings }
  | {
      readonly kind: 'project-changed';
      readonly before: Partial<Settings>;
      readonly after: Partial<Settings>;
    }
  | {
      readonly kind: 'report-changed';
      readonly before: Partial<ReportText>;
      readonly after: Partial<ReportText>;
    }
  | {
      /** One entry of a map of the report; null where it was not, or is no more. */
      readonly kind: 'report-entry-changed';
      readonly map: ReportMap;
      readonly key: string;
      readonly before: ReportEntry | null;
      readonly after: ReportEntry | null;
    }
  | {
      readonly kind: 'guide-changed';
      readonly before: Partial<Guide>;
      readonly after: Partial<Guide>;
    };

/** Where an event stands in the journal, whose it is and which command it belongs to. */
export interface Envelope {
  readonly revision: number;
  readonly at: string;
  readonly actor: string;
  readonly command: string;
  /** The first revision of the command's events: together they are one step. */
  readonly step: number;
  /** Set on every event of a command but its last: a journal that ends in one was cut short. */
  readonly more?: true;
  /** The first revision of the step that this one takes back, or does again. */
  readonly undoes?: number;
  readonly redoes?: number;
}

export type JournalEvent = ProjectEvent & Envelope;

/** The event of a record that changed, holding only the fields that differ; null where none does. */
export function changeOf<E extends Entity>(
  entity: E,
  record: Records[E],
  changes: Partial<Records[E]>,
): Changed<E> | null {
  const difference = differenceOf(record, changes);
  return difference && { kind: `${entity}-changed`, id: record.id, ...difference };
}

/** None or one, as a list. */
export const someOf = (event: ProjectEvent | null): ProjectEvent[] => (event ? [event] : []);

/** The fields of `changes` that differ from `record`, on both sides. */
export function differenceOf<T extends object>(
  record: T,
  changes: Partial<T>,
): { before: Partial<T>; after: Partial<T> } | null {
  const before: Partial<T> = {};
  const after: Partial<T> = {};
  let differs = false;
  for (const key of Object.keys(changes) as (keyof T)[]) {
    const value = changes[key];
    if (value === undefined || same(record[key], value)) continue;
    before[key] = record[key];
    after[key] = value;
    differs = true;
  }
  return differs ? { before, after } : null;
}

export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((one, i) => same(one, b[i]));
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The event without its place in the journal. */
export function payloadOf(event: JournalEvent): ProjectEvent {
  if ('record' in event) return { kind: event.kind, record: event.record } as ProjectEvent;
  if (event.kind === 'project-created') return { kind: event.kind, settings: event.settings };
  if (event.kind === 'report-entry-changed') {
    const { kind, map, key, before, after } = event;
    return { kind, map, key, before, after };
  }
  const { kind, before, after } = event;
  const of = 'id' in event ? { id: event.id } : 'ids' in event ? { ids: event.ids } : {};
  return { kind, ...of, before, after } as ProjectEvent;
}
