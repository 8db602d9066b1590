import type { AxisItem } from './axis.ts';
import { mapTable, type CrossTable } from './cross-table.ts';

export const PERCENTS = ['none', 'row', 'column'] as const;

/** How a table is looked at; the counting is done. */
export interface TableView {
  /** Every figure as a share of its row's or its column's total. */
  readonly percent: (typeof PERCENTS)[number];
  /** The id of a column, `total`, or null for the order of the codebook. */
  readonly sort: string | null;
  /** How many levels of a tree are shown; null for all. */
  readonly levels: number | null;
  /** Without the rows or columns in which nothing was found. */
  readonly hide: readonly ('rows' | 'columns')[];
}

/** Null where a figure is undefined: a share of nothing. */
export type Figure = number | null;

/**
 * The table as it is shown. What stands in a tree is sorted among its siblings, the largest first,
 * so that everything stays below what it belongs to. What is hidden still counts in every total.
 */
export function shownTable(table: CrossTable<Figure>, view: TableView): CrossTable<Figure> {
  const isShown = ({ depth }: AxisItem): boolean => view.levels === null || depth < view.levels;
  const keep = (
    items: readonly AxisItem[],
    totals: readonly Figure[],
    side: 'rows' | 'columns',
  ): number[] =>
    [...items.keys()].filter((i) => {
      const item = items[i];
      return item && isShown(item) && !(view.hide.includes(side) && !totals[i]);
    });
  const columns = keep(table.columns, table.columnTotals, 'columns');
  const rows = sorted(
    keep(table.rows, table.rowTotals, 'rows'),
    (row) => table.rows[row]?.depth ?? 0,
    valuesFor(table, view.sort),
  );
  return cut(inPercent(table, view.percent), rows, columns);
}

/** What the rows are sorted by; null for their own order. */
function valuesFor(
  { columns, cells, rowTotals }: CrossTable<Figure>,
  sort: string | null,
): ((row: number) => number) | null {
  if (sort === null) return null;
  if (sort === 'total') return (row) => rowTotals[row] ?? -1;
  const column = columns.findIndex(({ id }) => id === sort);
  return column < 0 ? null : (row) => cells[row]?.[column] ?? -1;
}

/** The rows of a tree from top to bottom, siblings by what they have. */
function sorted(
  rows: readonly number[],
  depthOf: (row: number) => number,
  valueOf: ((row: number) => number) | null,
): readonly number[] {
  if (!valueOf) return rows;
  const branches: number[][] = [];
  const top = Math.min(...rows.map(depthOf));
  for (const row of rows) {
    const branch = branches.at(-1);
    if (branch && depthOf(row) > top) branch.push(row);
    else branches.push([row]);
  }
  return branches
    .sort(([a = 0], [b = 0]) => valueOf(b) - valueOf(a))
    .flatMap(([first = 0, ...below]) => [first, ...sorted(below, depthOf, valueOf)]);
}

function inPercent(table: CrossTable<Figure>, percent: TableView['percent']): CrossTable<Figure> {
  if (percent === 'none') return table;
  const { rowTotals, columnTotals, total } = table;
  return mapTable(table, (figure, row, column) => {
    const whole =
      percent === 'row'
        ? row === null
          ? total
          : rowTotals[row]
        : column === null
          ? total
          : columnTotals[column];
    return figure !== null && whole ? figure / whole : null;
  });
}

function cut(
  table: CrossTable<Figure>,
  rows: readonly number[],
  columns: readonly number[],
): CrossTable<Figure> {
  const of = <T>(list: readonly T[], at: readonly number[]): T[] =>
    at.map((i) => list[i]).filter((one) => one !== undefined);
  return {
    rows: of(table.rows, rows),
    columns: of(table.columns, columns),
    cells: of(table.cells, rows).map((cells) => of(cells, columns)),
    rowTotals: of(table.rowTotals, rows),
    columnTotals: of(table.columnTotals, columns),
    total: table.total,
  };
}
