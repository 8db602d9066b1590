import { known, ratio, noValue, type Statistic } from '../statistic.ts';
import { sum } from '../sum.ts';
import { chanceCorrected } from './chance-corrected.ts';
import { meanShares } from './mean-shares.ts';
import { percentAgreement } from './percent-agreement.ts';
import { collapsed, ratingCount, type RatedUnits } from './rated-units.ts';

export interface FleissKappa {
  readonly kappa: Statistic;
  /** Agreement by chance, 0–1. */
  readonly expected: Statistic;
  /** Of κ if it were 0. */
  readonly standardErrorNull: Statistic;
  readonly zNull: Statistic;
  /** By category: κ of that one against all others. */
  readonly perCategory: readonly Statistic[];
}

/**
 * Fleiss' κ of any number of coders, who need not be the same for each unit: chance agreement is
 * Σ π², π the mean share of each category. For two coders it is Scott's π. With missing ratings it
 * is Gwet's generalisation, in which units rated once count for π only.
 *
 * Source: Fleiss 1971, Psychol. Bull. 76(5):378–382; standard error Fleiss, Nee & Landis 1979,
 * Psychol. Bull. 86(5):974–977; generalised Gwet 2014. Undefined without a unit that two rated
 * (`no-pairs`) and with everybody in one category (`no-variation`); the standard error also where
 * units have different numbers of ratings (`unequal-ratings`).
 */
export function fleissKappa(units: RatedUnits): FleissKappa {
  const { kappa, expected } = kappaOf(units);
  const standardErrorNull = kappa.value === null ? kappa : nullErrorOf(units);
  return {
    kappa,
    expected,
    standardErrorNull,
    zNull:
      kappa.value === null || standardErrorNull.value === null
        ? standardErrorNull
        : ratio(kappa.value, standardErrorNull.value, 'no-variation'),
    perCategory: Array.from(
      { length: units.categoryCount },
      (_, category) => kappaOf(collapsed(units, category)).kappa,
    ),
  };
}

function kappaOf(units: RatedUnits): Pick<FleissKappa, 'kappa' | 'expected'> {
  const observed = percentAgreement(units);
  if (observed.value === null) return { kappa: observed, expected: observed };
  const expected = sum(meanShares(units).map((share) => share ** 2));
  return { kappa: chanceCorrected(observed.value, expected), expected: known(expected) };
}

function nullErrorOf(units: RatedUnits): Statistic {
  const rated = units.patterns.filter(({ weight }) => weight > 0);
  const m = ratingCount(rated[0]!);
  if (rated.some((pattern) => ratingCount(pattern) !== m)) return noValue('unequal-ratings');
  const n = sum(rated.map(({ weight }) => weight));
  const shares = meanShares(units);
  const spread = sum(shares.map((p) => p * (1 - p)));
  const skew = sum(shares.map((p) => p * (1 - p) * (1 - 2 * p)));
  const variance = (2 * (spread ** 2 - skew)) / (spread ** 2 * n * m * (m - 1));
  return known(Math.sqrt(Math.max(0, variance)));
}
