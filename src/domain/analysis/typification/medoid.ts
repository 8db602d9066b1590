import { known, noValue, type Statistic } from '../statistic.ts';
import type { DistanceMatrix } from './distance-matrix.ts';

/** The same distances summed in another order differ by less than this. */
const TIE = 1e-12;

export interface Medoid {
  /** Index of the member; null for a group without members. */
  readonly item: number | null;
  /** Its mean distance to the other members; 0 when it is the only one. */
  readonly meanDistance: Statistic;
}

/**
 * The member nearest to all the others: least sum of distances; of equals, the first named. A real
 * case can stand for a group in words, a mean cannot.
 *
 * Source: Kaufman & Rousseeuw 1987, in Dodge (ed.), Statistical Data Analysis Based on the L1-Norm,
 * 405–416. Undefined (`no-members`) for an empty group.
 *
 * @throws RangeError for a member outside the matrix.
 */
export function medoid(
  matrix: DistanceMatrix,
  members: readonly number[] = [...matrix.keys()],
): Medoid {
  let item: number | null = null;
  let least = Infinity;
  for (const member of members) {
    const row = matrix[member];
    if (!row) throw new RangeError(`member ${member} in a matrix of ${matrix.length}`);
    const total = members.reduce((sum, other) => sum + (row[other] ?? 0), 0);
    if (total >= least - TIE) continue;
    item = member;
    least = total;
  }
  if (item === null) return { item, meanDistance: noValue('no-members') };
  return { item, meanDistance: known(least / Math.max(1, members.length - 1)) };
}
