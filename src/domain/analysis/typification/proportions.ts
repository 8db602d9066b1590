import { sum } from '../sum.ts';

/**
 * A count profile as shares of its own total, so that who was coded more does not differ for that
 * alone; null for a profile without codings, which has no shape.
 *
 * @throws RangeError for a negative count.
 */
export function proportions(counts: readonly number[]): number[] | null {
  const negative = counts.find((count) => count < 0);
  if (negative !== undefined) throw new RangeError(`a count of ${negative}`);
  const total = sum(counts);
  return total === 0 ? null : counts.map((count) => count / total);
}
