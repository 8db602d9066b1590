import type { CrossTable } from '../../domain/analysis/cross-table.ts';
import type { Spot } from '../../domain/analysis/excerpts-at.ts';
import { shownTable, type Figure } from '../../domain/analysis/shown-table.ts';
import type { Project } from '../../domain/project/project.ts';
import { viewOf, type TableQuery } from '../api/schemas-frequencies.ts';
import type { Translate } from '../i18n.ts';
import type { Formats } from './formats.ts';
import { frequencyTable, type FrequencyTable } from './frequency-table.ts';
import type { QuotesPane } from './quotes-pane.ts';
import { searchOf } from './table-address.ts';
import {
  fieldsOf,
  filtersOf,
  narrowedTo,
  presetsOf,
  researchQuestions,
  type Field,
} from './table-controls.ts';

export interface FrequencyPage {
  readonly base: string;
  readonly isEmpty: boolean;
  readonly presets: readonly {
    readonly href: string;
    readonly name: string;
    readonly current: boolean;
  }[];
  readonly fields: readonly Field[];
  readonly hide: { readonly rows: boolean; readonly columns: boolean };
  readonly filters: readonly Field[];
  readonly question: Field | null;
  /** The filters in force, in words. */
  readonly narrowed: readonly string[];
  readonly title: string;
  readonly notes: readonly string[];
  readonly table: FrequencyTable;
  readonly pane: QuotesPane | null;
  readonly downloads: readonly { readonly extension: string; readonly href: string }[];
  /** Where the filters are taken away. */
  readonly unfiltered: string;
}

export function frequencyPage(
  project: Project,
  table: CrossTable<Figure>,
  query: TableQuery,
  { spot, pane }: { readonly spot: Spot | null; readonly pane: QuotesPane | null },
  t: Translate,
  formats: Formats,
): FrequencyPage {
  const base = `/projects/${project.id}`;
  const filters = filtersOf(project, query, t);
  const question = researchQuestions(project, query, t);
  const search = searchOf(query);
  const { rows, columns, unit, percent, sort, levels, hide } = query;
  return {
    base,
    isEmpty: project.excerpts.size === 0,
    presets: presetsOf(project, query, t),
    fields: fieldsOf(table, query, t),
    hide: { rows: hide.includes('rows'), columns: hide.includes('columns') },
    filters,
    question,
    narrowed: narrowedTo([...filters, question]),
    title: tableTitle(query, t),
    notes: notesOf(query, t),
    table: frequencyTable(project, shownTable(table, viewOf(query)), query, spot, t, formats),
    pane,
    downloads: ([] as string[]).map((extension) => ({
      extension,
      href: `/api/v1${base}/analysis/frequencies.${extension}${search && `?${search}`}`,
    })),
    unfiltered: `?${searchOf({ rows, columns, unit, percent, sort, levels, hide })}`,
  };
}

/** "Themes × interviewees: number of excerpts, % of the row". */
export function tableTitle({ rows, columns, unit, percent }: TableQuery, t: Translate): string {
  const counted = t(`frequencies.counted.${unit}`);
  return t('frequencies.caption', {
    rows: t(`frequencies.kinds.${rows}`),
    columns: t(`frequencies.by.${columns}`),
    counted:
      unit === 'coverage' || percent === 'none'
        ? counted
        : `${counted}, ${t(`frequencies.share-of.${percent}`)}`,
  });
}

/** How it was counted. */
export function notesOf({ rows, columns, unit }: TableQuery, t: Translate): string[] {
  const isTree = [rows, columns].some((kind) => kind === 'theme' || kind === 'concept');
  return [
    ...(unit === 'coverage' ? [t('frequencies.notes.coverage')] : []),
    ...(unit === 'words' ? [t('frequencies.notes.words')] : []),
    ...(isTree ? [t('frequencies.notes.tree')] : []),
    t('frequencies.notes.totals'),
  ];
}
