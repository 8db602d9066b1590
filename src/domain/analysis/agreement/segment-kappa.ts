import { known, ratio, noValue, type Statistic } from '../statistic.ts';
import { chanceCorrected } from './chance-corrected.ts';
import type { SegmentCounts } from './segment-agreement.ts';

export interface SegmentKappa {
  /** matched ÷ (matched + only one), 0–1. */
  readonly observed: Statistic;
  /** 1 ÷ the number of themes. */
  readonly expected: Statistic;
  readonly kappa: Statistic;
}

/**
 * Brennan & Prediger's κ of matched passages as MAXQDA reckons it: the cell "neither" is 0, since
 * passages that nobody made cannot be counted, and chance is 1 ÷ the number of themes that could
 * have been given. A matched pair counts once here, twice in a percentage of all passages.
 *
 * Source: MAXQDA's help, "Intercoder Agreement", after Brennan & Prediger 1981. Undefined without
 * passages (`no-codings`) and for one theme (`single-category`).
 *
 * @throws RangeError for a number of themes below 1.
 */
export function segmentKappa(
  { matched, onlyFirst, onlySecond }: SegmentCounts,
  themeCount: number,
): SegmentKappa {
  if (!(Number.isInteger(themeCount) && themeCount >= 1))
    throw new RangeError(`${themeCount} themes`);
  const observed = ratio(matched, matched + onlyFirst + onlySecond, 'no-codings');
  const expected = known(1 / themeCount);
  if (observed.value === null) return { observed, expected, kappa: observed };
  const kappa =
    themeCount === 1 ? noValue('single-category') : chanceCorrected(observed.value, 1 / themeCount);
  return { observed, expected, kappa };
}
