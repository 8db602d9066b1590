import { chartSvg } from '../../../charts/chart-svg.ts';
import type { Chart, ChartCell, ChartTable } from '../../../charts/chart.ts';
import { pageLook } from '../../../charts/look.ts';
import type { Language } from '../../../domain/project/records.ts';
import type { Translate } from '../../i18n.ts';

/** A chart as a page shows it: the drawing, its table and its files. */
export interface Figure {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly html: string;
  readonly isEmpty: boolean;
  /** Whether the table is short enough to be open at once. */
  readonly isOpen: boolean;
  /** Whether it needs the width of the page. */
  readonly isBroad: boolean;
  /** Whether the first column holds names longer than a word or two. */
  readonly isNamed: boolean;
  readonly columns: readonly { readonly name: string; readonly isFigure: boolean }[];
  readonly rows: readonly (readonly FigureCell[])[];
  /** What dashes in the table mean, each once. */
  readonly reasons: readonly string[];
  /** How many rows only the file has; null where none. */
  readonly more: string | null;
  readonly downloads: readonly { readonly href: string; readonly name: string }[];
}

interface FigureCell {
  readonly text: string;
  readonly isFigure: boolean;
  readonly href: string | null;
  /** Why there is no figure. */
  readonly reason: string | null;
}

const EXTENSIONS = ['svg', 'png', 'csv'] as const;
const MOST_ROWS = 400;
/** Of a table of many columns fewer rows are shown: the file has all of them. */
const MOST_CELLS = 6_000;
const SHORT = 60;
const NARROW = 7;

const isLong = (cell: ChartCell): boolean => typeof cell === 'string' && cell.length > LONG;
const LONG = 80;
const WORDY = 24;

interface Place {
  readonly base: string;
  /** Of the page, which the files are made with too. */
  readonly search: string;
  readonly t: Translate;
  /** Whether another figure of the page has the same table. */
  readonly isTwice?: boolean;
}

export function figureOf(
  id: string,
  chart: Chart,
  { base, search, t, isTwice = false }: Place,
): Figure {
  const { table, language } = chart;
  const most = Math.min(MOST_ROWS, Math.ceil(MOST_CELLS / Math.max(1, table.columns.length)));
  const shown = table.rows.slice(0, most);
  const writers = table.columns.map((_, i) =>
    writerOf(
      shown.map((row) => row[i] ?? null),
      language,
    ),
  );
  return {
    id,
    title: chart.title,
    note: chart.note,
    html: chartSvg(chart, pageLook(id)),
    isEmpty: table.rows.length === 0,
    isOpen: !isTwice && table.rows.length <= SHORT,
    isBroad: table.columns.length > NARROW || shown.some((row) => row.some(isLong)),
    isNamed: shown.some(([name]) => typeof name === 'string' && name.length > WORDY),
    columns: table.columns.map((name, i) => ({
      name,
      isFigure: table.rows.some((row) => typeof row[i] === 'number'),
    })),
    rows: shown.map((_, row) => cellsOf(table, row, writers)),
    reasons: [...new Set((table.reasons ?? []).slice(0, shown.length).flat())].filter(
      (reason) => reason !== null,
    ),
    more:
      table.rows.length > shown.length
        ? t('charts.more-rows', { count: table.rows.length - shown.length })
        : null,
    downloads: EXTENSIONS.map((extension) => ({
      href: `/api/v1${base}/charts/${id}.${extension}${search === '' ? '' : `?${search}`}`,
      name: t(`charts.download.${extension}`),
    })),
  };
}

const cellsOf = (
  { rows, links, reasons }: ChartTable,
  row: number,
  writers: readonly ((value: number) => string)[],
): FigureCell[] =>
  (rows[row] ?? []).map((value, column) => ({
    text:
      value === null ? '–' : typeof value === 'number' ? (writers[column] ?? String)(value) : value,
    isFigure: typeof value === 'number' || value === null,
    href: links?.[row]?.[column] ?? null,
    reason: reasons?.[row]?.[column] ?? null,
  }));

const MOST_DECIMALS = 2;

/** The figures of a column have as many decimals as the one that needs the most: the points stand below each other. */
function writerOf(column: readonly ChartCell[], language: Language): (value: number) => string {
  const needed = (cell: ChartCell): number =>
    typeof cell === 'number'
      ? (/\.(\d+)$/.exec(cell.toFixed(MOST_DECIMALS).replace(/0+$/, ''))?.[1]?.length ?? 0)
      : 0;
  const decimals = column.reduce<number>((most, cell) => Math.max(most, needed(cell)), 0);
  const format = new Intl.NumberFormat(language, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return (value) => format.format(value);
}
