import { chartSvg } from '../../charts/chart-svg.ts';
import { pageLook } from '../../charts/look.ts';
import { sectionBars } from '../../charts/section-bars.ts';
import { themeTitle } from '../../domain/codebook/tree.ts';
import type { Language } from '../../domain/project/records.ts';
import type { ReportFigure, ReportModel } from '../../domain/reports/report-model.ts';
import { tableNotes } from '../../domain/reports/table-notes.ts';
import type { TableCounts } from '../../domain/project/report-records.ts';
import {
  cellText,
  endText,
  figureCaptionText,
  tableCaptionText,
  tableEnds,
  type ReportTable,
  type TableEnd,
} from '../../domain/reports/report-table.ts';
import type { Translate } from '../i18n.ts';
import type { Rest } from './first-part.ts';
import type { Formats } from './formats.ts';

export interface SheetTable {
  readonly heading: string;
  readonly themeName: string;
  readonly totalName: string;
  /** What closes the rows, after the interviewees' columns. */
  readonly ends: readonly { readonly name: string; readonly short: string }[];
  readonly columns: readonly string[];
  /** Long names of columns stand upright. */
  readonly upright: boolean;
  readonly rows: readonly {
    readonly href: string;
    readonly title: string;
    readonly indent: string;
    readonly cells: readonly SheetCell[];
    readonly sums: readonly string[];
  }[];
  readonly totals: readonly string[];
  readonly caption: string;
  readonly note: string | null;
  /** Rows that come after these, once the page is on the screen; null where none do. */
  readonly rest: Rest | null;
  /** That the page has not all rows, and where they are; null where it has. */
  readonly more: string | null;
}

interface SheetCell {
  readonly count: string;
  readonly heat: string;
}

export interface SheetChart {
  readonly caption: string;
  readonly svgHtml: string;
}

const DEEPEST_INDENT = 4;

/** Longer names than this do not fit over a figure. */
const COLUMN_NAME = 6;

const HEAT_STEPS = 9;

/** Where everything is small, the most of it is not made to look like much. */
const FULL_AT_LEAST = 5;

export const indentAt = (depth: number): string => `d${Math.min(depth, DEEPEST_INDENT)}`;

/** Figures that a page has room for: more of them nobody reads, and the browser labours over. */
const MOST_CELLS = 10_000;
/** Figures that come with the page; where hardly more are left, those too. */
const FIRST_CELLS = 2_000;

/** Of a table with so many columns: its first rows, those that follow them, or all there is room for. */
export type TableRows = 'first' | 'rest' | 'all';

/**
 * @param t in the reader's language
 * @param rest where the rows are that follow the first
 */
export function themesTable(
  model: ReportModel,
  asked: TableRows,
  rest: Rest,
  words: Translate,
  formats: Formats,
  t: Translate,
): SheetTable {
  const { rows, columns } = model.table;
  const rowsWith = (cells: number): number => Math.max(1, Math.floor(cells / (columns.length + 1)));
  const shown = rowsWith(MOST_CELLS);
  const first = rows.length <= rowsWith(2 * FIRST_CELLS) ? shown : rowsWith(FIRST_CELLS);
  const table = tableOf(model.table, model.tableCounts, words, formats);
  return {
    ...table,
    rows: table.rows.slice(asked === 'rest' ? first : 0, asked === 'first' ? first : shown),
    rest: asked === 'first' && first < shown ? rest : null,
    more: rows.length > shown ? t('report-page.table-more', { shown, all: rows.length }) : null,
    heading: words('report.heading.table'),
    caption: `${words('report.table.name')} 1. ${tableCaptionText(model.tableCounts, words)}`,
    note: tableNotes(model, words).join(' ') || null,
  };
}

function tableOf(
  table: ReportTable,
  tells: TableCounts,
  words: Translate,
  { number }: Formats,
): Omit<SheetTable, 'heading' | 'caption' | 'note' | 'rest' | 'more'> {
  const { columns, rows, cells, columnTotals } = table;
  const ends = tableEnds(table, tells, words);
  const largest = cells.reduce((most, row) => Math.max(most, ...row), FULL_AT_LEAST);
  const countOf = (count: number): string =>
    tells === 'cases' ? cellText(count, tells) : number(count);
  const sum = (end: TableEnd, count: number): string =>
    end.all === null ? number(count) : endText(end, count);
  const cell = cellMaker(largest, countOf);
  return {
    themeName: words('report.table.theme'),
    totalName: words('report.table.total'),
    ends: ends.map(({ name, shortName }) => ({ name, short: shortName })),
    columns: columns.map(({ name }) => name),
    upright: columns.some(({ name }) => name.length > COLUMN_NAME),
    rows: rows.map((row, i) => ({
      href: `#t-${row.id}`,
      title: themeTitle(row),
      indent: indentAt(row.depth),
      cells: (cells[i] ?? []).map(cell),
      sums: ends.map((end) => sum(end, end.counts[i] ?? 0)),
    })),
    totals: [
      ...columnTotals.map((count) => (tells === 'cases' ? '' : number(count))),
      ...ends.map((end) => sum(end, end.total)),
    ],
  };
}

/** The same count is the same cell: a large table has sixty thousand of a handful of counts. */
function cellMaker(
  largest: number,
  textOf: (count: number) => string,
): (count: number) => SheetCell {
  const made = new Map<number, SheetCell>();
  return (count) => {
    let cell = made.get(count);
    if (!cell)
      made.set(
        count,
        (cell = { count: textOf(count), heat: `h${Math.ceil((HEAT_STEPS * count) / largest)}` }),
      );
    return cell;
  };
}

export const figureTable = (
  { table, number }: ReportFigure,
  title: string,
  tells: TableCounts,
  words: Translate,
  formats: Formats,
): SheetTable => ({
  ...tableOf(table, tells, words, formats),
  heading: title,
  caption: `${words('report.table.name')} ${number}. ${figureCaptionText(tells, title, words)}`,
  note: null,
  rest: null,
  more: null,
});

export function figureChart(
  figure: ReportFigure,
  id: string,
  title: string,
  words: Translate,
  language: Language,
): SheetChart {
  const caption = `${words('report.chart.name')} ${figure.number}. ${words('report.chart.caption', { theme: title })}`;
  return {
    caption,
    svgHtml: chartSvg(sectionBars(figure, title, words, language), pageLook(`chart-${id}`)),
  };
}
