import type { ContingencyTable } from './contingency-table.ts';

/** Units that two coders coded with a theme or did not. */
export interface BinaryCounts {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
}

/** The counts from how much each coded, both coded and there is in all. */
export const binaryCounts = (
  total: number,
  first: number,
  second: number,
  both: number,
): BinaryCounts => ({
  both,
  onlyFirst: first - both,
  onlySecond: second - both,
  neither: total - first - second + both,
});

/** Coded first, not coded second. */
export const binaryTable = (counts: BinaryCounts): ContingencyTable => [
  [counts.both, counts.onlyFirst],
  [counts.onlySecond, counts.neither],
];
