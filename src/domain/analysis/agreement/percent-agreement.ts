import { ratio, type Statistic } from '../statistic.ts';
import { sum } from '../sum.ts';
import { pairable, ratingCount, type RatedUnits } from './rated-units.ts';

/**
 * The share of agreeing pairs of coders, 0–1: in each unit the pairs that gave the same category of
 * all pairs that rated it, then the mean over units. For two coders, plainly the share of units on
 * which they agree.
 *
 * Source: Gwet 2014, Handbook of Inter-Rater Reliability, 4th ed., ch. 2 (with missing ratings).
 * It is not corrected for chance. Undefined (`no-pairs`) when no unit was rated by two.
 */
export function percentAgreement(units: RatedUnits): Statistic {
  const patterns = pairable(units);
  const agreeing = patterns.map((pattern) => {
    const m = ratingCount(pattern);
    return (pattern.weight * sum(pattern.counts.map((r) => r * (r - 1)))) / (m * (m - 1));
  });
  return ratio(sum(agreeing), sum(patterns.map(({ weight }) => weight)), 'no-pairs');
}
