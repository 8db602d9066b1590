import { known, noValue, type Statistic } from '../statistic.ts';

/**
 * Jaccard distance of two profiles by which themes they have: 1 − |A ∩ B| / |A ∪ B|, 0 (the same
 * themes) to 1 (none shared). Counts above 0 weigh alike; themes that both lack say nothing.
 *
 * Source: Jaccard 1912, New Phytologist 11(2):37–50. Undefined (`empty-profile`) when neither has a
 * theme.
 *
 * @throws RangeError for profiles of different lengths.
 */
export function jaccardDistance(a: readonly number[], b: readonly number[]): Statistic {
  if (a.length !== b.length) throw new RangeError(`${a.length} and ${b.length} themes`);
  let shared = 0;
  let either = 0;
  for (let i = 0; i < a.length; i++) {
    const inA = (a[i] ?? 0) > 0;
    const inB = (b[i] ?? 0) > 0;
    if (inA && inB) shared++;
    if (inA || inB) either++;
  }
  return either === 0 ? noValue('empty-profile') : known((either - shared) / either);
}
