export type Unit = 'ms' | 's' | '/s' | 'MB/s' | 'MB' | 'kB' | '×';

/** What architecture.md allows: a bound on the figure, or on its ratio to the yardstick. */
export interface Budget {
  readonly of: 'figure' | 'ratio';
  readonly bound: 'at most' | 'at least';
  readonly limit: number;
}

export interface Measured {
  readonly name: string;
  readonly value: number;
  readonly unit: Unit;
  /** In the same unit, timed in the same run. */
  readonly yardstick?: number;
  readonly budget?: Budget;
  /** The same on the peers' side, in words. */
  readonly peers?: string;
}

/** A row that has no number. */
export interface Remark {
  readonly name: string;
  readonly remark: string;
  readonly isMet?: boolean;
}

export type Row = Measured | Remark;

export const atMost = (limit: number): Budget => ({ of: 'figure', bound: 'at most', limit });
export const atLeast = (limit: number): Budget => ({ of: 'figure', bound: 'at least', limit });
export const timesAtMost = (limit: number): Budget => ({ of: 'ratio', bound: 'at most', limit });

export const ratioOf = ({ value, yardstick }: Measured): number | null =>
  yardstick === undefined ? null : value / yardstick;

/** Null where no budget says anything. */
export function isMet(row: Row): boolean | null {
  if ('remark' in row) return row.isMet ?? null;
  const { budget, value } = row;
  const judged = budget?.of === 'ratio' ? ratioOf(row) : value;
  if (!budget || judged === null) return null;
  return budget.bound === 'at most' ? judged <= budget.limit : judged >= budget.limit;
}
