import { noValue, type Statistic } from '../statistic.ts';
import { chanceCorrected } from './chance-corrected.ts';
import { percentAgreement } from './percent-agreement.ts';
import type { RatedUnits } from './rated-units.ts';

/**
 * Brennan & Prediger's κ for any number of coders with missing ratings: chance agreement is 1/q,
 * as if each of the q categories were equally likely. With everybody in one category of several it
 * is 1.
 *
 * Source: Brennan & Prediger 1981, Educ. Psychol. Meas. 41(3):687–699; also S of Bennett, Alpert &
 * Goldstein 1954. q is the whole scale. Undefined without a unit that two rated (`no-pairs`) and for
 * a scale of one category (`single-category`).
 */
export function brennanPrediger(units: RatedUnits): Statistic {
  const observed = percentAgreement(units);
  if (observed.value === null) return observed;
  if (units.categoryCount < 2) return noValue('single-category');
  return chanceCorrected(observed.value, 1 / units.categoryCount);
}
