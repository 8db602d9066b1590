import { sum } from '../sum.ts';

/** Units that were rated alike: so long stretches of text cost no more than short ones. */
export interface RatingPattern {
  /** By category: how many coders gave it. */
  readonly counts: readonly number[];
  /** How many units look like that. */
  readonly weight: number;
}

/**
 * Ratings of units in categories, who gave which forgotten: all that coefficients need that treat
 * coders as interchangeable. A coder who did not rate a unit is not counted in it.
 */
export interface RatedUnits {
  readonly categoryCount: number;
  readonly patterns: readonly RatingPattern[];
}

export const ratingCount = ({ counts }: RatingPattern): number => sum(counts);

/** Units that two coders or more rated: the only ones that can agree. */
export const pairable = ({ patterns }: RatedUnits): RatingPattern[] =>
  patterns.filter((pattern) => pattern.weight > 0 && ratingCount(pattern) > 1);

/** Units of weight 1 from how often each category was given to each. */
export const ratedFromCounts = (countsByUnit: readonly (readonly number[])[]): RatedUnits => ({
  categoryCount: countsByUnit[0]?.length ?? 0,
  patterns: countsByUnit.map((counts) => ({ counts, weight: 1 })),
});

/**
 * Units from each coder's ratings of all of them, null where a coder did not rate.
 *
 * @param categories the whole scale in its order, categories that nobody gave too.
 * @throws RangeError for rows of different lengths and for ratings outside the scale.
 */
export function ratedByCoders<Category>(
  coders: readonly (readonly (Category | null)[])[],
  categories: readonly Category[],
): RatedUnits {
  const place = new Map(categories.map((category, i) => [category, i]));
  const unitCount = coders[0]?.length ?? 0;
  const countsByUnit = Array.from({ length: unitCount }, () => categories.map(() => 0));
  for (const ratings of coders) {
    if (ratings.length !== unitCount)
      throw new RangeError(`${ratings.length} ratings of ${unitCount} units`);
    ratings.forEach((rating, unit) => {
      if (rating === null) return;
      const at = place.get(rating);
      if (at === undefined) throw new RangeError(`${String(rating)} is not in the scale`);
      countsByUnit[unit]![at]!++;
    });
  }
  return { ...ratedFromCounts(countsByUnit), categoryCount: categories.length };
}

/** The same units with one category against all others: two categories, the one named second. */
export const collapsed = ({ patterns }: RatedUnits, category: number): RatedUnits => ({
  categoryCount: 2,
  patterns: patterns.map((pattern) => {
    const given = pattern.counts[category] ?? 0;
    return { counts: [ratingCount(pattern) - given, given], weight: pattern.weight };
  }),
});
