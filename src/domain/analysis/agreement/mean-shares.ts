import { sum } from '../sum.ts';
import { ratingCount, type RatedUnits } from './rated-units.ts';

/**
 * By category, the mean over rated units of the share of their coders who gave it: the prevalence
 * that chance agreement is reckoned from. For two coders, the mean of their two margins. A unit that
 * one coder rated counts too; only agreement needs two.
 */
export function meanShares({ categoryCount, patterns }: RatedUnits): number[] {
  const rated = patterns.filter((pattern) => ratingCount(pattern) > 0);
  const total = sum(rated.map(({ weight }) => weight));
  return Array.from(
    { length: categoryCount },
    (_, category) =>
      sum(
        rated.map(
          (pattern) => (pattern.weight * (pattern.counts[category] ?? 0)) / ratingCount(pattern),
        ),
      ) / total,
  );
}
