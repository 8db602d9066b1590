import type { CrossTable } from '../../domain/analysis/cross-table.ts';
import type { Spot } from '../../domain/analysis/excerpts-at.ts';
import { shownTable, type Figure } from '../../domain/analysis/shown-table.ts';
import { agreedView } from '../../domain/double-coding/agreed-view.ts';
import type { Project } from '../../domain/project/project.ts';
import { viewOf, type TableQuery } from '../api/schemas-frequencies.ts';
import type { Translate } from '../i18n.ts';
import { kindInTitle, kindName } from '../table-words.ts';
import type { Rest, RowsAsked } from './first-part.ts';
import type { Formats } from './formats.ts';
import { frequencyTable, type FrequencyTable } from './frequency-table.ts';
import type { QuotesPane } from './quotes-pane.ts';
import { searchOf, spotAddresses } from './table-address.ts';
import { byAnswers, hasUndefined, whyUndefined } from './table-figures.ts';
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
  readonly rest: Rest | null;
  readonly pane: QuotesPane | null;
  readonly downloads: readonly { readonly extension: string; readonly href: string }[];
  /** The same as drawings. */
  readonly charts: string;
  /** Where the filters are taken away. */
  readonly unfiltered: string;
}

/** Which figure is open with its quotes, and which rows are asked for. */
interface Opened {
  readonly spot: Spot | null;
  readonly pane: QuotesPane | null;
  readonly part?: RowsAsked | undefined;
}

export function frequencyPage(
  project: Project,
  table: CrossTable<Figure>,
  query: TableQuery,
  { spot, pane, part }: Opened,
  files: readonly { readonly extension: string }[],
  t: Translate,
  formats: Formats,
): FrequencyPage {
  const base = `/projects/${project.id}`;
  const filters = filtersOf(project, query, t);
  const question = researchQuestions(project, query, t);
  const search = searchOf(query);
  const { rows, columns, unit, percent, sort, levels, hide } = query;
  const shown = shownTable(table, viewOf(query));
  const figures = frequencyTable(project, shown, query, spot, t, formats, part);
  const isPart = figures.rowCount < shown.rows.length;
  return {
    base,
    isEmpty: project.excerpts.size === 0,
    presets: presetsOf(project, query, t),
    fields: fieldsOf(project, table, query, t),
    hide: { rows: hide.includes('rows'), columns: hide.includes('columns') },
    filters,
    question,
    narrowed: narrowedTo([...filters, question]),
    title: tableTitle(project, query, t),
    notes: [...notesOf(query, shown, t), ...agreedNote(project, query, t)],
    table: figures,
    rest: isPart ? restOfTable(`${base}/analyse`, query, spot, project.revision) : null,
    pane,
    downloads: files.map(({ extension }) => ({
      extension,
      href: `/api/v1${base}/analysis/frequencies.${extension}${search && `?${search}`}`,
    })),
    charts: `${base}/analyse/charts${search && `?${search}`}`,
    unfiltered: `?${searchOf({ rows, columns, unit, percent, sort, levels, hide })}`,
  };
}

function restOfTable(path: string, query: TableQuery, spot: Spot | null, revision: number): Rest {
  const table = spot
    ? spotAddresses(query)(spot.rowId, spot.columnId)
    : `?${searchOf(query)}`.replace(/\?$/, '');
  const start = `${path}${table}${table === '' ? '?' : '&'}part=`;
  return { href: `${start}all`, fetch: `${start}rest&revision=${revision}` };
}

/** "Themes × interviewees: number of excerpts, % of the row". */
export function tableTitle(project: Project, query: TableQuery, t: Translate): string {
  return t('frequencies.caption', {
    rows: kindName(project, query.rows, t),
    columns: kindInTitle(project, query.columns, t),
    counted: countedWords(query, t),
  });
}

/** "Themes, totals: number of excerpts". */
export const totalsTitle = (project: Project, query: TableQuery, t: Translate): string =>
  t('charts.frequencies.totals', {
    rows: kindName(project, query.rows, t),
    counted: countedWords(query, t),
  });

function countedWords({ unit, percent }: TableQuery, t: Translate): string {
  const counted = t(`frequencies.counted.${unit}`);
  return unit === 'coverage' || percent === 'none'
    ? counted
    : `${counted}, ${t(`frequencies.share-of.${percent}`)}`;
}

/** What counts where coders agreed on passages. */
function agreedNote(project: Project, query: TableQuery, t: Translate): string[] {
  if (agreedView(project) === project) return [];
  const { rows, columns, coder, originals } = query;
  const isByCoder = coder.length > 0 || rows === 'coder' || columns === 'coder';
  if (isByCoder) return [t('frequencies.notes.by-coder')];
  return [t(`frequencies.notes.${originals.length > 0 ? 'originals' : 'agreed'}`)];
}

/** How it was counted, as far as it matters in this table. */
export function notesOf(query: TableQuery, table: CrossTable<Figure>, t: Translate): string[] {
  const { unit, levels, hide } = query;
  const isTree = [...table.rows, ...table.columns].some(({ depth }) => depth > 0);
  return [
    ...(hasUndefined(table) ? [`– ${whyUndefined(query, t)}`] : []),
    ...(unit === 'coverage' || unit === 'words' ? [t(`frequencies.notes.${unit}`)] : []),
    ...(unit === 'coverage' && byAnswers(query) ? [t('frequencies.notes.coverage-answers')] : []),
    ...(isTree ? [t('frequencies.notes.tree')] : []),
    t('frequencies.notes.totals'),
    ...(levels !== undefined || hide.length > 0 ? [t('frequencies.notes.hidden')] : []),
  ];
}
