import { known, noValue, type Statistic } from '../statistic.ts';
import { proportions } from './proportions.ts';

/**
 * Bray–Curtis distance of two count profiles, on each one's proportions: ½ Σ |p − q|, 0 (the same
 * shape) to 1 (no theme shared). The classical index is on raw counts; on proportions a long
 * interview does not differ from a short one by its length.
 *
 * Source: Bray & Curtis 1957, Ecological Monographs 27(4):325–349. Undefined (`empty-profile`) when
 * either has no codings.
 *
 * @throws RangeError for profiles of different lengths and for negative counts.
 */
export function brayCurtisDistance(a: readonly number[], b: readonly number[]): Statistic {
  if (a.length !== b.length) throw new RangeError(`${a.length} and ${b.length} themes`);
  const p = proportions(a);
  const q = proportions(b);
  return p && q ? known(halfDifference(p, q)) : noValue('empty-profile');
}

/** The same distance among many profiles: the shares of each are worked out once. */
export function brayCurtisAmong(counts: readonly (readonly number[])[]): typeof brayCurtisDistance {
  const shares = new Map(counts.map((row) => [row, proportions(row)]));
  return (a, b) => {
    const [p, q] = [shares.get(a), shares.get(b)];
    return p && q ? known(halfDifference(p, q)) : brayCurtisDistance(a, b);
  };
}

/** ½ Σ |p − q| of two lists of shares that each sum to 1. */
export function halfDifference(p: readonly number[], q: readonly number[]): number {
  let total = 0;
  for (let i = 0; i < p.length; i++) total += Math.abs((p[i] ?? 0) - (q[i] ?? 0));
  // Rounding can carry a sum of shares past 1.
  return Math.min(1, total / 2);
}
