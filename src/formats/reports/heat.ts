/** Steps of shading in a table; 0 is none. */
export const HEAT_STEPS = 8;

/** The strongest shade: the figure on it stays easy to read. */
export const STRONGEST = 0.44;

/** Where everything is small, the most of it is not made to look like much. */
const FULL_AT_LEAST = 4;

/** How strongly a count is shaded beside the largest one: 0 for none, else 1–8. */
export function heatStep(count: number, largest: number): number {
  if (count <= 0) return 0;
  const share = count / Math.max(largest, FULL_AT_LEAST);
  return Math.min(HEAT_STEPS, Math.max(1, Math.round(share * HEAT_STEPS)));
}

export const largestOf = (cells: readonly (readonly number[])[]): number =>
  cells.reduce((largest, row) => row.reduce((a, b) => Math.max(a, b), largest), 0);
