import { ATTRIBUTE, AXIS_KINDS, type AxisItem, type AxisKind } from '../../domain/analysis/axis.ts';
import type { CrossTable } from '../../domain/analysis/cross-table.ts';
import { PERCENTS, type Figure } from '../../domain/analysis/shown-table.ts';
import { agreedView } from '../../domain/double-coding/agreed-view.ts';
import { questionsOf } from '../../domain/guide/questions.ts';
import {
  attributesInOrder,
  byOrder,
  casesInOrder,
  transcriptsInOrder,
  type Project,
} from '../../domain/project/project.ts';
import { ANCHOR_STATUSES } from '../../domain/project/records.ts';
import { VERDICTS } from '../../domain/project/review-records.ts';
import { TABLE_UNITS, type TableQuery } from '../api/schemas-frequencies.ts';
import type { Translate } from '../i18n.ts';
import { kindName } from '../table-words.ts';
import { titleOf } from './frequency-table.ts';
import { searchOf } from './table-address.ts';

export interface Choice {
  readonly id: string;
  readonly name: string;
  readonly current: boolean;
}

export interface Field {
  /** As the address names it. */
  readonly id: string;
  readonly name: string;
  readonly options: readonly Choice[];
}

interface Preset {
  readonly id: string;
  readonly query: Partial<TableQuery>;
  readonly isOf: (project: Project) => boolean;
}

const always = (): boolean => true;
const hasQuestions = ({ guide, excerpts }: Project): boolean =>
  questionsOf(guide).length > 0 || [...excerpts.values()].some(({ question }) => question !== null);

/** The tables most people want, where the project has what they are made of. */
const PRESETS: readonly Preset[] = [
  { id: 'theme-case', query: {}, isOf: always },
  { id: 'theme-question', query: { columns: 'question' }, isOf: hasQuestions },
  { id: 'theme-type', query: { columns: 'type' }, isOf: ({ types }) => types.size > 0 },
  {
    id: 'concept-case',
    query: { rows: 'concept' },
    isOf: ({ concepts }) => concepts.size > 0,
  },
  { id: 'question-case', query: { rows: 'question' }, isOf: hasQuestions },
  {
    id: 'mentions',
    query: { columns: 'type', unit: 'cases' },
    isOf: ({ types }) => types.size > 0,
  },
  { id: 'coverage', query: { unit: 'coverage' }, isOf: always },
  { id: 'theme-coder', query: { columns: 'coder' }, isOf: ({ coders }) => coders.size > 1 },
];

export function presetsOf(
  project: Project,
  query: TableQuery,
  t: Translate,
): { href: string; name: string; current: boolean }[] {
  const address = searchOf(query);
  return PRESETS.filter(({ isOf }) => isOf(project)).map((preset) => {
    const search = searchOf(preset.query);
    return {
      href: `/projects/${project.id}/analyse${search && `?${search}`}`,
      name: t(`frequencies.presets.${preset.id}`),
      current: search === address,
    };
  });
}

/** What the table is made of and how it is looked at. */
export function fieldsOf(
  project: Project,
  table: CrossTable<Figure>,
  query: TableQuery,
  t: Translate,
): Field[] {
  const choices = (ids: readonly string[], group: string, current: string): Choice[] =>
    ids.map((id) => ({ id, name: t(`frequencies.${group}.${id}`), current: id === current }));
  const field = (id: string, options: readonly Choice[]): Field => ({
    id,
    name: t(`frequencies.${id}`),
    options,
  });
  const levels = levelsOf(table, query, t);
  return [
    field('rows', kindsOf(project, query.rows, t)),
    field('columns', kindsOf(project, query.columns, t)),
    field('unit', choices(TABLE_UNITS, 'units', query.unit)),
    ...(query.unit === 'coverage'
      ? []
      : [field('percent', choices(PERCENTS, 'percents', query.percent))]),
    field('sort', sortsOf(table.columns, query, t)),
    ...(levels.length > 1 ? [field('levels', levels)] : []),
  ];
}

/** Attributes and measures stand below what every project has. */
const kindsOf = (project: Project, current: AxisKind, t: Translate): Choice[] =>
  [...AXIS_KINDS, ...attributesInOrder(project).map(({ id }): AxisKind => `${ATTRIBUTE}${id}`)].map(
    (kind) => {
      const name = kindName(project, kind, t);
      return {
        id: kind,
        name,
        current: kind === current || name === kindName(project, current, t),
      };
    },
  );

const sortsOf = (
  columns: readonly AxisItem[],
  { sort = '' }: TableQuery,
  t: Translate,
): Choice[] => [
  { id: '', name: t('frequencies.order'), current: sort === '' },
  { id: 'total', name: t('frequencies.total'), current: sort === 'total' },
  ...columns.map((item) => ({ id: item.id, name: titleOf(item), current: sort === item.id })),
];

function levelsOf(
  { rows, columns }: CrossTable<Figure>,
  { levels }: TableQuery,
  t: Translate,
): Choice[] {
  const deepest = [...rows, ...columns].reduce((most, { depth }) => Math.max(most, depth), 0);
  return [
    { id: '', name: t('frequencies.all-levels'), current: levels === undefined },
    ...Array.from({ length: deepest }, (_, i) => ({
      id: String(i + 1),
      name: t('frequencies.levels-shown', { count: i + 1 }),
      current: levels === i + 1,
    })),
  ];
}

/** What the data can be narrowed to; only what there is a choice of. */
export function filtersOf(project: Project, query: TableQuery, t: Translate): Field[] {
  const group = (
    id: 'case' | 'coder' | 'transcript' | 'type' | 'status' | 'verdict' | 'originals',
    records: readonly { readonly id: string; readonly name: string }[],
    least: number,
  ): Field[] => {
    const chosen: readonly string[] = query[id];
    if (records.length < least && chosen.length === 0) return [];
    const options = records.map((one) => ({
      ...{ id: one.id, name: one.name },
      current: chosen.includes(one.id),
    }));
    return [{ id, name: t(`frequencies.filters.${id}`), options }];
  };
  const transcripts = transcriptsInOrder(project);
  const statuses = [...project.excerpts.values()].every(({ status }) => status === 'anchored')
    ? []
    : ANCHOR_STATUSES.map((id) => ({ id, name: t(`frequencies.statuses.${id}`) }));
  const verdicts =
    project.reviews.size === 0
      ? []
      : [...VERDICTS, 'none'].map((id) => ({ id, name: t(`frequencies.verdicts.${id}`) }));
  const originals =
    agreedView(project) === project ? [] : [{ id: 'with', name: t('frequencies.originals.with') }];
  return [
    ...group('case', casesInOrder(project), 2),
    ...group('coder', [...project.coders.values()], 2),
    ...group('type', [...project.types.values()].sort(byOrder), 1),
    ...(transcripts.length > project.cases.size
      ? group(
          'transcript',
          transcripts.map(({ id, title }) => ({ id, name: title })),
          2,
        )
      : []),
    ...group('status', statuses, 1),
    ...group('verdict', verdicts, 1),
    ...group('originals', originals, 1),
  ];
}

/** The research questions, one of which may be chosen. */
export function researchQuestions(
  { settings }: Project,
  { researchQuestion = '' }: TableQuery,
  t: Translate,
): Field | null {
  const { researchQuestions: texts, researchQuestionIds: ids } = settings;
  if (texts.length === 0) return null;
  return {
    id: 'researchQuestion',
    name: t('frequencies.filters.researchQuestion'),
    options: [
      { id: '', name: t('frequencies.all-questions'), current: researchQuestion === '' },
      ...texts.map((text, i) => ({
        id: ids[i] ?? '',
        name: `${i + 1}. ${text}`,
        current: ids[i] === researchQuestion,
      })),
    ],
  };
}

/** The filters in force, in words: "Interviewees: H1, H2". */
export const narrowedTo = (fields: readonly (Field | null)[]): string[] =>
  fields.flatMap((field) => {
    const names = (field?.options ?? []).filter(({ id, current }) => current && id !== '');
    return field && names.length > 0
      ? [`${field.name}: ${names.map(({ name }) => name).join(', ')}`]
      : [];
  });
