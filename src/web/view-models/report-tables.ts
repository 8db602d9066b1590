import { chartSvg } from '../../charts/chart-svg.ts';
import { pageLook } from '../../charts/look.ts';
import { sectionBars } from '../../charts/section-bars.ts';
import type { Frequencies } from '../../domain/analysis/frequencies.ts';
import { themeTitle } from '../../domain/codebook/tree.ts';
import type { Language } from '../../domain/project/records.ts';
import type { ReportFigure, ReportModel } from '../../domain/reports/report-model.ts';
import { tableNotes } from '../../domain/reports/table-notes.ts';
import type { Translate } from '../i18n.ts';
import type { Formats } from './formats.ts';

export interface SheetTable {
  readonly heading: string;
  readonly themeName: string;
  readonly totalName: string;
  readonly columns: readonly string[];
  /** Long names of columns stand upright. */
  readonly upright: boolean;
  readonly rows: readonly {
    readonly href: string;
    readonly title: string;
    readonly indent: string;
    readonly cells: readonly SheetCell[];
    readonly total: string;
  }[];
  readonly totals: readonly string[];
  readonly total: string;
  readonly caption: string;
  readonly note: string | null;
  /** Where the rows are that do not stand here; null where all do. */
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

/** @param t in the reader's language */
export function themesTable(
  model: ReportModel,
  words: Translate,
  formats: Formats,
  t: Translate,
): SheetTable {
  const { rows, columns } = model.table;
  const shown = Math.max(1, Math.floor(MOST_CELLS / (columns.length + 1)));
  const table = tableOf(model.table, words, formats);
  return {
    ...table,
    rows: table.rows.slice(0, shown),
    more: rows.length > shown ? t('report-page.table-more', { shown, all: rows.length }) : null,
    heading: words('report.heading.table'),
    caption: `${words('report.table.name')} 1. ${words('report.table.caption')}`,
    note: tableNotes(model, words).join(' ') || null,
  };
}

function tableOf(
  { columns, rows, cells, rowTotals, columnTotals, total }: Frequencies,
  words: Translate,
  { number }: Formats,
): Omit<SheetTable, 'heading' | 'caption' | 'note' | 'more'> {
  const largest = cells.reduce((most, row) => Math.max(most, ...row), FULL_AT_LEAST);
  const cell = cellMaker(largest, number);
  return {
    themeName: words('report.table.theme'),
    totalName: words('report.table.total'),
    columns: columns.map(({ name }) => name),
    upright: columns.some(({ name }) => name.length > COLUMN_NAME),
    rows: rows.map((row, i) => ({
      href: `#t-${row.id}`,
      title: themeTitle(row),
      indent: indentAt(row.depth),
      cells: (cells[i] ?? []).map(cell),
      total: number(rowTotals[i] ?? 0),
    })),
    totals: columnTotals.map(number),
    total: number(total),
  };
}

/** The same count is the same cell: a large table has sixty thousand of a handful of counts. */
function cellMaker(largest: number, number: Formats['number']): (count: number) => SheetCell {
  const made = new Map<number, SheetCell>();
  return (count) => {
    let cell = made.get(count);
    if (!cell)
      made.set(
        count,
        (cell = { count: number(count), heat: `h${Math.ceil((HEAT_STEPS * count) / largest)}` }),
      );
    return cell;
  };
}

export const figureTable = (
  { table, number }: ReportFigure,
  title: string,
  words: Translate,
  formats: Formats,
): SheetTable => ({
  ...tableOf(table, words, formats),
  heading: title,
  caption: `${words('report.table.name')} ${number}. ${words('report.table.figure', { theme: title })}`,
  note: null,
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
