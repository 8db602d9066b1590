import { known, ratio, noValue, type Statistic } from '../statistic.ts';
import { sum } from '../sum.ts';
import { chanceCorrected } from './chance-corrected.ts';
import { marginsOf, type ContingencyTable } from './contingency-table.ts';

export interface CohenKappa {
  /** Units that both rated. */
  readonly n: number;
  /** Observed agreement, 0–1. */
  readonly observed: Statistic;
  /** Agreement by chance, from each coder's own margins, 0–1. */
  readonly expected: Statistic;
  /** At most 1; 0 is chance. Read with `observed`: where a category is rare it falls. */
  readonly kappa: Statistic;
  /** Of κ as it is, for the interval. */
  readonly standardError: Statistic;
  /** Of κ if it were 0, for the test. */
  readonly standardErrorNull: Statistic;
  readonly zNull: Statistic;
  /** 95 % by the normal approximation, cut to −1…1; null where κ is undefined. */
  readonly interval95: readonly [low: number, high: number] | null;
}

/** The normal distribution's 97.5 % point. */
const Z95 = 1.959963984540054;

/**
 * Cohen's κ of two coders, unweighted: (po − pe) / (1 − pe), pe = Σ of the products of the margins.
 *
 * Source: Cohen 1960, Educ. Psychol. Meas. 20(1):37–46; both standard errors Fleiss, Cohen &
 * Everitt 1969, Psychol. Bull. 72(5):323–327. They hold for units rated independently of each
 * other, which characters of a text are not. Undefined without units (`no-pairs`) and when both gave
 * the same one category throughout (`no-variation`); z also when chance has no spread.
 *
 * @throws RangeError for a table that is not square or has negative counts.
 */
export function cohenKappa(table: ContingencyTable): CohenKappa {
  const { total, rows, columns } = marginsOf(table);
  const none = noValue('no-pairs');
  if (total === 0) return { n: 0, ...withoutErrors(none), observed: none, expected: none };
  const observed = sum(table.map((row, i) => row[i]!)) / total;
  const expected = sum(rows.map((row, i) => (row / total) * (columns[i]! / total)));
  const agreement = { n: total, observed: known(observed), expected: known(expected) };
  const kappa = chanceCorrected(observed, expected);
  if (kappa.value === null) return { ...agreement, ...withoutErrors(kappa) };
  const shares = sharesOf(table, total, rows, columns);
  const standardError = errorOf(shares, observed, expected);
  const standardErrorNull = nullErrorOf(shares, expected);
  const reach = Z95 * standardError;
  return {
    ...agreement,
    kappa,
    standardError: known(standardError),
    standardErrorNull: known(standardErrorNull),
    zNull: ratio(kappa.value, standardErrorNull, 'no-variation'),
    interval95: [Math.max(-1, kappa.value - reach), Math.min(1, kappa.value + reach)],
  };
}

const withoutErrors = (why: Statistic) => ({
  kappa: why,
  standardError: why,
  standardErrorNull: why,
  zNull: why,
  interval95: null,
});

interface Shares {
  readonly n: number;
  readonly cells: ContingencyTable;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

const sharesOf = (
  table: ContingencyTable,
  n: number,
  rows: readonly number[],
  columns: readonly number[],
): Shares => ({
  n,
  cells: table.map((row) => row.map((count) => count / n)),
  rows: rows.map((count) => count / n),
  columns: columns.map((count) => count / n),
});

function errorOf({ n, cells, rows, columns }: Shares, po: number, pe: number): number {
  let onDiagonal = 0;
  let offDiagonal = 0;
  cells.forEach((row, i) => {
    row.forEach((cell, j) => {
      if (i === j) onDiagonal += cell * (1 - pe - (rows[i]! + columns[i]!) * (1 - po)) ** 2;
      else offDiagonal += cell * (columns[i]! + rows[j]!) ** 2;
    });
  });
  const spread = onDiagonal + (1 - po) ** 2 * offDiagonal - (po * pe - 2 * pe + po) ** 2;
  // Rounding can carry a spread of 0 below it.
  return Math.sqrt(Math.max(0, spread) / n) / (1 - pe) ** 2;
}

function nullErrorOf({ n, rows, columns }: Shares, pe: number): number {
  const margins = sum(rows.map((row, i) => row * columns[i]! * (row + columns[i]!)));
  return Math.sqrt(Math.max(0, pe + pe ** 2 - margins) / n) / (1 - pe);
}
