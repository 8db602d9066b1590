import { chartSvg } from '../../../charts/chart-svg.ts';
import type { Chart, ChartTable } from '../../../charts/chart.ts';
import { pageLook } from '../../../charts/look.ts';
import { numberIn } from '../../../charts/number.ts';
import type { Translate } from '../../i18n.ts';

/** A chart as a page shows it: the drawing, its table and its files. */
export interface Figure {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly html: string;
  readonly isEmpty: boolean;
  /** Short enough to be open at once. */
  readonly isShort: boolean;
  readonly columns: readonly { readonly name: string; readonly isFigure: boolean }[];
  readonly rows: readonly (readonly FigureCell[])[];
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
const SHORT = 60;

/** @param search of the page, which the files are made with too */
export function figureOf(
  id: string,
  chart: Chart,
  { base, search, t }: { readonly base: string; readonly search: string; readonly t: Translate },
): Figure {
  const { table, language } = chart;
  const shown = table.rows.slice(0, MOST_ROWS);
  return {
    id,
    title: chart.title,
    note: chart.note,
    html: chartSvg(chart, pageLook(id)),
    isEmpty: table.rows.length === 0,
    isShort: table.rows.length <= SHORT,
    columns: table.columns.map((name, i) => ({
      name,
      isFigure: table.rows.some((row) => typeof row[i] === 'number'),
    })),
    rows: shown.map((_, row) => cellsOf(table, row, numberIn(language))),
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
  write: (value: number) => string,
): FigureCell[] =>
  (rows[row] ?? []).map((value, column) => ({
    text: value === null ? '–' : typeof value === 'number' ? write(value) : value,
    isFigure: typeof value === 'number' || value === null,
    href: links?.[row]?.[column] ?? null,
    reason: reasons?.[row]?.[column] ?? null,
  }));
