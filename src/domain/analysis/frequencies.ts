import type { Project } from '../project/project.ts';
import { axis, type Axis, type AxisItem } from './axis.ts';
import { caseMeter, excerptMeter, wordMeter, type Meter, type TextOf } from './meter.ts';

export const FREQUENCY_ROWS = ['theme', 'type', 'question'] as const;
export const FREQUENCY_COLUMNS = ['case', 'type', 'coder', 'theme'] as const;
export const FREQUENCY_UNITS = ['excerpts', 'cases', 'words'] as const;

export type FrequencyUnit = (typeof FREQUENCY_UNITS)[number];

export interface FrequencyOptions {
  readonly rows: (typeof FREQUENCY_ROWS)[number];
  readonly columns: (typeof FREQUENCY_COLUMNS)[number];
  readonly unit: FrequencyUnit;
}

export interface Frequencies {
  readonly unit: FrequencyUnit;
  readonly rows: readonly AxisItem[];
  readonly columns: readonly Pick<AxisItem, 'id' | 'name'>[];
  /** By row, then by column. */
  readonly cells: readonly (readonly number[])[];
  readonly rowTotals: readonly number[];
  readonly columnTotals: readonly number[];
  readonly total: number;
}

/**
 * How much was coded, rows by columns. Rows stand in codebook order, cases in case order; those
 * with nothing are shown as 0.
 *
 * Unit: `excerpts`, `cases` (interviewees with at least one excerpt) or `words` (spans of a
 * transcript joined, so that a word under several excerpts counts once; a word belongs to a span
 * when its first character does). An excerpt of a sub-theme counts once for each ancestor.
 *
 * Every total is of distinct things, not a sum: an excerpt with two themes stands in two rows and
 * once in the column's total. A total covers what the table shows: an excerpt that has no row or
 * no column (a memo without a theme) is in none.
 *
 * @throws RangeError for the unit `words` without `textOf`.
 */
export function frequencies(
  project: Project,
  options: FrequencyOptions,
  textOf?: TextOf,
): Frequencies {
  const rows = axis(project, options.rows);
  const columns = axis(project, options.columns);
  const slots = slotsFor(rows.items.length, columns.items.length);
  const counts = new Float64Array(slots.count);
  tally(counts, slots, rows, columns, meterFor(project, options.unit, slots.count, textOf));
  return {
    unit: options.unit,
    rows: rows.items,
    columns: columns.items.map(({ id, name }) => ({ id, name })),
    cells: rows.items.map((_, row) => range(counts, slots.cell(row, 0), columns.items.length)),
    rowTotals: range(counts, slots.row(0), rows.items.length),
    columnTotals: range(counts, slots.column(0), columns.items.length),
    total: counts[slots.total] ?? 0,
  };
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

function meterFor(
  project: Project,
  unit: FrequencyUnit,
  slotCount: number,
  textOf: TextOf | undefined,
): Meter {
  if (unit === 'excerpts') return excerptMeter(project);
  if (unit === 'cases') return caseMeter(project, slotCount);
  if (!textOf) throw new RangeError('words are counted in texts: textOf is missing');
  return wordMeter(project, slotCount, textOf);
}

function tally(
  counts: Float64Array,
  slots: ReturnType<typeof slotsFor>,
  rows: Axis,
  columns: Axis,
  meter: Meter,
): void {
  const count = (slot: number): void => {
    counts[slot] = (counts[slot] ?? 0) + meter.add(slot);
  };
  for (const excerpt of meter.excerpts) {
    const inRows = rows.placesOf(excerpt);
    const inColumns = columns.placesOf(excerpt);
    if (inRows.length === 0 || inColumns.length === 0) continue;
    meter.see(excerpt);
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
