import { themeTitle } from '../codebook/tree.ts';
import type { ProjectEvent } from '../project/events.ts';
import { recordsOf, type Project } from '../project/project.ts';
import { titleOf } from '../project/record-title.ts';
import type { Entity, Records } from '../project/records.ts';

export type AuditValue = string | number | boolean | null;

export interface AuditField {
  readonly field: string;
  readonly before: AuditValue;
  readonly after: AuditValue;
}

/** What an event did, with the names that its ids stand for. */
export interface AuditChange {
  readonly what: 'added' | 'changed' | 'removed';
  readonly record: Entity | 'project' | 'report' | 'guide';
  readonly id: string | null;
  /** As it is called now, or was when it was last told of; empty where nothing is known. */
  readonly name: string;
  /** Of a change: what can be told in a line, both sides. */
  readonly fields: readonly AuditField[];
  /** More records that were changed alike. */
  readonly alike: number;
}

/** So much of a text is told. */
const MOST_CHARACTERS = 200;

/** Written along with every change, and nothing of their own. */
const UNTOLD: ReadonlySet<string> = new Set([
  'definedAt',
  'linkedAt',
  'updatedAt',
  'writers',
  'resolvedAt',
  'at',
  'prefix',
  'suffix',
  'start',
  'end',
  'guid',
]);

export function auditChange(project: Project, event: ProjectEvent): AuditChange {
  switch (event.kind) {
    case 'project-created':
      return { ...NOTHING, what: 'added', record: 'project', name: event.settings.name };
    case 'project-changed':
      return { ...NOTHING, record: 'project', fields: fieldsOf(project, event) };
    case 'report-changed':
      return { ...NOTHING, record: 'report', fields: fieldsOf(project, event) };
    case 'guide-changed':
      return { ...NOTHING, record: 'guide', fields: fieldsOf(project, event) };
    case 'report-entry-changed':
      return {
        ...NOTHING,
        record: 'report',
        name: titleOf(project, { entity: 'report', id: event.key }),
        fields: entryFields(event),
      };
    case 'excerpts-changed':
      return {
        ...NOTHING,
        record: 'excerpt',
        id: event.ids[0] ?? null,
        name: nameById(project, 'excerpt', event.ids[0] ?? ''),
        fields: fieldsOf(project, event),
        alike: event.ids.length - 1,
      };
    default:
      return recordChange(project, event);
  }
}

const NOTHING = { what: 'changed', id: null, name: '', fields: [], alike: 0 } as const;

type RecordEvent = Exclude<
  ProjectEvent,
  { kind: `project-${string}` | `report-${string}` | `guide-${string}` | 'excerpts-changed' }
>;

function recordChange(project: Project, event: RecordEvent): AuditChange {
  const cut = event.kind.lastIndexOf('-');
  const record = event.kind.slice(0, cut) as Entity;
  const what = event.kind.slice(cut + 1) as AuditChange['what'];
  if ('record' in event) {
    const name = nameOf(project, record, event.record);
    return { ...NOTHING, what, record, id: event.record.id, name };
  }
  const now = nameById(project, record, event.id);
  const name = now || nameOf(project, record, event.before as never);
  return { ...NOTHING, what, record, id: event.id, name, fields: fieldsOf(project, event) };
}

/** The ids of the records an event touches. */
export const touchedBy = (event: ProjectEvent): readonly string[] => {
  if ('ids' in event) return event.ids;
  if ('id' in event) return [event.id];
  return 'record' in event ? [event.record.id] : [];
};

function nameById(project: Project, entity: Entity, id: string): string {
  const record = recordsOf(project, entity).get(id as never);
  return record ? nameOf(project, entity, record) : '';
}

/** What people call a record; a part of one may be all that is known. */
function nameOf<E extends Entity>(
  project: Project,
  entity: E,
  record: Partial<Records[E]>,
): string {
  const known = record as Partial<Records['theme' & Entity] & NameParts>;
  const { name, title, quote, text, key } = known as NameParts;
  switch (entity) {
    case 'theme':
      return name === undefined ? '' : themeTitle({ label: known.label ?? null, name });
    case 'excerpt':
      return shortened(quote ?? '');
    case 'review': {
      const { reviewer = '', excerptId = '' } = known as NameParts;
      const about = nameById(project, 'excerpt', excerptId);
      return about ? `${reviewer}: ${about}` : reviewer;
    }
    case 'comment':
      return shortened(text ?? '');
    case 'summary': {
      const { themeId = '', caseId = '' } = known as NameParts;
      return [nameById(project, 'theme', themeId), nameById(project, 'case', caseId)].join(' × ');
    }
    case 'source':
      return [key, title].filter(Boolean).join(': ');
    default:
      return name ?? title ?? '';
  }
}

/** What a name may be made of. */
interface NameParts {
  readonly name?: string;
  readonly title?: string;
  readonly quote?: string;
  readonly text?: string;
  readonly key?: string;
  readonly reviewer?: string;
  readonly excerptId?: string;
  readonly themeId?: string;
  readonly caseId?: string;
}

interface Sides {
  readonly before: object;
  readonly after: object;
}

function fieldsOf(project: Project, { before, after }: Sides): AuditField[] {
  const old = before as Readonly<Record<string, unknown>>;
  return Object.entries(after).flatMap(([field, value]) => {
    if (UNTOLD.has(field)) return [];
    const told = {
      field,
      before: valueOf(project, field, old[field]),
      after: valueOf(project, field, value),
    };
    // Where neither side can be told in a line, that it changed is all there is to say.
    return told.before === null && told.after === null
      ? [{ field, before: null, after: null }]
      : [told];
  });
}

function entryFields({
  map,
  before,
  after,
}: Extract<ProjectEvent, { kind: 'report-entry-changed' }>): AuditField[] {
  const told = (side: unknown): AuditValue => (typeof side === 'string' ? shortened(side) : null);
  return [{ field: map, before: told(before), after: told(after) }];
}

/** Which kind of record the ids of a field stand for. */
const ENTITY_OF_FIELD: Readonly<Record<string, Entity>> = {
  themeIds: 'theme',
  typeIds: 'type',
  caseId: 'case',
  conceptId: 'concept',
  coderId: 'coder',
  anchorId: 'excerpt',
  exemplarExcerptId: 'excerpt',
  exemplarCaseId: 'case',
  sourceIds: 'source',
  frameworkId: 'framework',
  transcriptId: 'transcript',
};

function valueOf(project: Project, field: string, value: unknown): AuditValue {
  const entity = field === 'parentId' ? parentEntity(project, value) : ENTITY_OF_FIELD[field];
  const named = (id: string): string => (entity ? nameById(project, entity, id) || '?' : id);
  if (typeof value === 'string') return shortened(named(value));
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (!Array.isArray(value) || value.length === 0) return null;
  const texts = value.filter((one): one is string => typeof one === 'string');
  return texts.length === value.length ? shortened(texts.map(named).join(', ')) : null;
}

const parentEntity = (project: Project, id: unknown): Entity =>
  project.concepts.has(id as never) ? 'concept' : 'theme';

const shortened = (text: string): string => {
  const line = text.replace(/\s+/gu, ' ').trim();
  const characters = [...line.slice(0, MOST_CHARACTERS * 2)];
  return characters.length <= MOST_CHARACTERS && line.length <= MOST_CHARACTERS * 2
    ? line
    : `${characters.slice(0, MOST_CHARACTERS).join('')} …`;
};
