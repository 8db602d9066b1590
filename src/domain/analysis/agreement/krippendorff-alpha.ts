import { known, noValue, type Statistic } from '../statistic.ts';
import { sum } from '../sum.ts';
import { collapsed, pairable, ratingCount, type RatedUnits } from './rated-units.ts';

/** What categories have to do with each other. `interval` names each one's number. */
export type Metric =
  | { readonly kind: 'nominal' }
  | { readonly kind: 'ordinal' }
  | { readonly kind: 'interval'; readonly values: readonly number[] };

export interface KrippendorffAlpha {
  /** At most 1; 0 is chance. */
  readonly alpha: Statistic;
  /** Mean squared difference within units; of a nominal scale the share of disagreeing pairs. */
  readonly observedDisagreement: Statistic;
  /** The same between all ratings that can be paired: what chance would give. */
  readonly expectedDisagreement: Statistic;
  /** Ratings in units that two coders or more rated. */
  readonly pairableCount: number;
}

/**
 * Krippendorff's α for any number of coders, with missing ratings: 1 − Do / De from the matrix of
 * coincidences, in which a unit of m ratings adds each of its ordered pairs 1/(m − 1) times. Small
 * samples are corrected for: chance draws without putting back.
 *
 * Source: Krippendorff 2011, Computing Krippendorff's Alpha-Reliability; 2019, Content Analysis,
 * 4th ed., ch. 12. Units rated once are left out. Undefined without a unit that two rated
 * (`no-pairs`) and when all ratings are in one category (`no-variation`).
 *
 * @throws RangeError when the metric has not a number for each category.
 */
export function krippendorffAlpha(units: RatedUnits, metric: Metric): KrippendorffAlpha {
  const coincidences = coincidencesOf(units);
  const totals = coincidences.map((row) => sum(row));
  const n = sum(totals);
  if (n === 0) {
    const none = noValue('no-pairs');
    return {
      alpha: none,
      observedDisagreement: none,
      expectedDisagreement: none,
      pairableCount: 0,
    };
  }
  const difference = differenceOf(metric, totals);
  const total = (share: (c: number, k: number) => number): number =>
    sum(totals.map((_, c) => sum(totals.map((_, k) => share(c, k) * difference(c, k)))));
  const observed = total((c, k) => coincidences[c]![k]!) / n;
  const expected = total((c, k) => totals[c]! * totals[k]!) / (n * (n - 1));
  return {
    alpha: expected === 0 ? noValue('no-variation') : known(1 - observed / expected),
    observedDisagreement: known(observed),
    expectedDisagreement: known(expected),
    // Rounding of many parts of pairs.
    pairableCount: Math.round(n),
  };
}

/** By category: α of that one against all others. */
export const categoryAlphas = (units: RatedUnits): Statistic[] =>
  Array.from(
    { length: units.categoryCount },
    (_, category) => krippendorffAlpha(collapsed(units, category), { kind: 'nominal' }).alpha,
  );

function coincidencesOf(units: RatedUnits): number[][] {
  const categories = Array.from({ length: units.categoryCount }, (_, i) => i);
  const matrix = categories.map(() => categories.map(() => 0));
  for (const pattern of pairable(units)) {
    const { counts, weight } = pattern;
    const each = weight / (ratingCount(pattern) - 1);
    for (const c of categories)
      for (const k of categories)
        matrix[c]![k]! += each * (counts[c] ?? 0) * ((counts[k] ?? 0) - Number(c === k));
  }
  return matrix;
}

/** The squared difference of two categories by their places. */
function differenceOf(metric: Metric, totals: readonly number[]): (c: number, k: number) => number {
  switch (metric.kind) {
    case 'nominal':
      return (c, k) => Number(c !== k);
    case 'ordinal':
      return (c, k) => {
        const [low, high] = [Math.min(c, k), Math.max(c, k)];
        const between = sum(totals.slice(low, high + 1));
        return (between - (totals[c]! + totals[k]!) / 2) ** 2;
      };
    case 'interval': {
      const { values } = metric;
      if (values.length !== totals.length || !values.every(Number.isFinite))
        throw new RangeError(`${values.length} numbers for ${totals.length} categories`);
      return (c, k) => (values[c]! - values[k]!) ** 2;
    }
  }
}
