import { noValue, type Statistic } from '../statistic.ts';
import { sum } from '../sum.ts';
import { chanceCorrected } from './chance-corrected.ts';
import { meanShares } from './mean-shares.ts';
import { percentAgreement } from './percent-agreement.ts';
import type { RatedUnits } from './rated-units.ts';

/**
 * Gwet's AC1 for any number of coders with missing ratings: chance agreement is
 * Σ π (1 − π) / (q − 1), π the mean share of each of the q categories. It stays near the percentage
 * where a category is rare or everywhere, where κ drops. With everybody in one category of several
 * it is 1: to AC1, unlike κ, that is agreement.
 *
 * Source: Gwet 2008, Br. J. Math. Stat. Psychol. 61(1):29–48. q is the whole scale, categories that
 * nobody gave too. Undefined without a unit that two rated (`no-pairs`) and for a scale of one
 * category (`single-category`).
 */
export function gwetAC1(units: RatedUnits): Statistic {
  const observed = percentAgreement(units);
  if (observed.value === null) return observed;
  if (units.categoryCount < 2) return noValue('single-category');
  const spread = sum(meanShares(units).map((share) => share * (1 - share)));
  return chanceCorrected(observed.value, spread / (units.categoryCount - 1));
}
