import type { Excerpt } from '../project/records.ts';
import type { Axis, AxisItem, Passage } from './axes/axis-item.ts';
import type { Meter } from './meter.ts';

/** Rows by columns, with a total for each and for all. */
export interface CrossTable<Figure> {
  readonly rows: readonly AxisItem[];
  readonly columns: readonly AxisItem[];
  /** By row, then by column. */
  readonly cells: readonly (readonly Figure[])[];
  readonly rowTotals: readonly Figure[];
  readonly columnTotals: readonly Figure[];
  readonly total: Figure;
}

/** Cells, row totals, column totals and the total, one after the other in one array. */
const slotsFor = (rowCount: number, columnCount: number) => {
  const cells = rowCount * columnCount;
  return {
    count: cells + rowCount + columnCount + 1,
    cell: (row: number, column: number) => row * columnCount + column,
    row: (row: number) => cells + row,
    column: (column: number) => cells + rowCount + column,
    total: cells + rowCount + columnCount,
  };
};

/**
 * Counts distinct things, rows by columns. Every total is of distinct things too, not a sum, and
 * covers what the table shows: an excerpt that has no row or no column is in none.
 */
export function crossTable<P extends Passage = Excerpt>(
  rows: Axis<P>,
  columns: Axis<P>,
  meterFor: (slotCount: number) => Meter<P>,
): CrossTable<number> {
  const slots = slotsFor(rows.items.length, columns.items.length);
  const counts = new Float64Array(slots.count);
  tally(counts, slots, rows, columns, meterFor(slots.count));
  return {
    rows: rows.items,
    columns: columns.items,
    cells: rows.items.map((_, row) => range(counts, slots.cell(row, 0), columns.items.length)),
    rowTotals: range(counts, slots.row(0), rows.items.length),
    columnTotals: range(counts, slots.column(0), columns.items.length),
    total: counts[slots.total] ?? 0,
  };
}

function tally<P extends Passage>(
  counts: Float64Array,
  slots: ReturnType<typeof slotsFor>,
  rows: Axis<P>,
  columns: Axis<P>,
  meter: Meter<P>,
): void {
  const count = (slot: number): void => {
    counts[slot] = (counts[slot] ?? 0) + meter.add(slot);
  };
  for (const excerpt of meter.excerpts) {
    meter.see(excerpt);
    const inRows = rows.placesOf(excerpt);
    const inColumns = inRows.length === 0 ? inRows : columns.placesOf(excerpt);
    if (inColumns.length === 0) continue;
    for (const row of inRows) {
      for (const column of inColumns) count(slots.cell(row, column));
      count(slots.row(row));
    }
    for (const column of inColumns) count(slots.column(column));
    count(slots.total);
  }
}

const range = (counts: Float64Array, from: number, length: number): number[] =>
  Array.from(counts.subarray(from, from + length));

/** Every figure of a table made into another; `row` and `column` are null in a total. */
export const mapTable = <From, To>(
  table: CrossTable<From>,
  change: (figure: From, row: number | null, column: number | null) => To,
): CrossTable<To> => ({
  rows: table.rows,
  columns: table.columns,
  cells: table.cells.map((cells, row) =>
    cells.map((figure, column) => change(figure, row, column)),
  ),
  rowTotals: table.rowTotals.map((figure, row) => change(figure, row, null)),
  columnTotals: table.columnTotals.map((figure, column) => change(figure, null, column)),
  total: change(table.total, null, null),
});
