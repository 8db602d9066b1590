import { sum } from '../sum.ts';
import type { RatedUnits } from './rated-units.ts';

/** Units by what the first coder (rows) and the second (columns) gave them; square. */
export type ContingencyTable = readonly (readonly number[])[];

/**
 * The table of two coders over a scale; units that either did not rate (null) are left out.
 *
 * @throws RangeError for lists of different lengths and for ratings outside the scale.
 */
export function contingencyTable<Category>(
  first: readonly (Category | null)[],
  second: readonly (Category | null)[],
  categories: readonly Category[],
): ContingencyTable {
  if (first.length !== second.length)
    throw new RangeError(`${first.length} and ${second.length} ratings`);
  const table = categories.map(() => categories.map(() => 0));
  first.forEach((rating, unit) => {
    const other = second[unit] ?? null;
    if (rating === null || other === null) return;
    const row = table[categories.indexOf(rating)];
    const column = categories.indexOf(other);
    if (!row || column === -1)
      throw new RangeError(`${String(rating)} or ${String(other)} is not in the scale`);
    row[column]!++;
  });
  return table;
}

/** The two coders as interchangeable, for coefficients that are not about who they are. */
export const ratedFromTable = (table: ContingencyTable): RatedUnits => ({
  categoryCount: table.length,
  patterns: table.flatMap((row, a) =>
    row.map((weight, b) => ({
      counts: table.map((_, category) => Number(category === a) + Number(category === b)),
      weight,
    })),
  ),
});

export interface Margins {
  readonly total: number;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** @throws RangeError for a table that is not square, and for counts that are negative. */
export function marginsOf(table: ContingencyTable): Margins {
  for (const row of table)
    if (row.length !== table.length || !row.every((count) => count >= 0))
      throw new RangeError(`not a square table of counts: ${JSON.stringify(table)}`);
  const rows = table.map(sum);
  const columns = table.map((_, column) => sum(table.map((row) => row[column]!)));
  return { total: sum(rows), rows, columns };
}
