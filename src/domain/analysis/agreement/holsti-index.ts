import { ratio, type Statistic } from '../statistic.ts';

/**
 * Holsti's coefficient of reliability: 2M / (N1 + N2), 0–1; M decisions on which two coders agree,
 * N1 and N2 the decisions of each. It is not corrected for chance.
 *
 * Source: Holsti 1969, Content Analysis for the Social Sciences and Humanities. Undefined
 * (`no-codings`) when neither decided anything.
 *
 * @throws RangeError for more agreements than either coder has decisions.
 */
export function holstiIndex(agreements: number, decisionsA: number, decisionsB: number): Statistic {
  if (!(agreements >= 0 && agreements <= Math.min(decisionsA, decisionsB)))
    throw new RangeError(`${agreements} agreements of ${decisionsA} and ${decisionsB} decisions`);
  return ratio(2 * agreements, decisionsA + decisionsB, 'no-codings');
}
