import { known, ratio, noValue, type Statistic } from '../statistic.ts';
import { sum } from '../sum.ts';

export interface SaturationOptions {
  /** The first interviews, whose themes are what news is measured against; usually 4, 5 or 6. */
  readonly baseSize: number;
  /** Interviews looked at together; usually 2 or 3. */
  readonly runLength: number;
  /** The most new information at which a run counts as saturated, 0–1: 0.05 or 0. */
  readonly threshold: number;
}

export interface SaturationRun {
  /** Numbers of interviews from 1, both included. */
  readonly first: number;
  readonly last: number;
  readonly newThemeCount: number;
  /** New themes of the run ÷ themes of the base; may pass 1. */
  readonly ratio: Statistic;
}

export interface Saturation {
  readonly baseThemeCount: number;
  /** After each interview, all themes so far: the curve. */
  readonly cumulativeThemeCounts: readonly number[];
  /** Sliding by one interview. */
  readonly runs: readonly SaturationRun[];
  /** The interview after which nothing much was new: the one before the first saturated run. */
  readonly saturatedAfter: Statistic;
  /** The last interview of that run: only then it is known. */
  readonly confirmedAt: Statistic;
  /** Later runs that pass the threshold again: saturation was called too early. */
  readonly laterRunsAbove: number;
}

/**
 * Thematic saturation: new themes in a run of interviews ÷ unique themes of the base. The
 * denominator is the base and does not grow. Saturated at the first run at or below the threshold;
 * reported as "base 4, run 2, ≤ 5 %, at 5 (+2)".
 *
 * Source: Guest, Namey & Chen 2020, PLoS ONE 15(5):e0232076. Undefined: every ratio when the base
 * has no themes (`empty-base`); the point when there are fewer interviews than a base and a run
 * (`too-few-interviews`) or no run is low enough (`not-reached`).
 *
 * @param newThemeCounts by interview, in order; see `newThemes`.
 * @throws RangeError for sizes below 1, a threshold below 0 and counts that are no whole numbers.
 */
export function saturation(
  newThemeCounts: readonly number[],
  options: SaturationOptions,
): Saturation {
  checkOptions(newThemeCounts, options);
  const { baseSize, runLength, threshold } = options;
  const baseThemeCount = sum(newThemeCounts.slice(0, baseSize));
  const runs = runsAfter(newThemeCounts, baseSize, runLength, baseThemeCount);
  const isLow = ({ ratio }: SaturationRun): boolean =>
    ratio.value !== null && ratio.value <= threshold;
  const at = runs.findIndex(isLow);
  const run = runs[at];
  const none = noValue(
    runs.length === 0 ? 'too-few-interviews' : baseThemeCount === 0 ? 'empty-base' : 'not-reached',
  );
  return {
    baseThemeCount,
    cumulativeThemeCounts: runningTotals(newThemeCounts),
    runs,
    saturatedAfter: run ? known(run.first - 1) : none,
    confirmedAt: run ? known(run.last) : none,
    laterRunsAbove: run ? runs.slice(at).filter((later) => !isLow(later)).length : 0,
  };
}

function runsAfter(
  newThemeCounts: readonly number[],
  baseSize: number,
  runLength: number,
  baseThemeCount: number,
): SaturationRun[] {
  const runCount = Math.max(0, newThemeCounts.length - baseSize - runLength + 1);
  return Array.from({ length: runCount }, (_, i) => {
    const start = baseSize + i;
    const newThemeCount = sum(newThemeCounts.slice(start, start + runLength));
    return {
      first: start + 1,
      last: start + runLength,
      newThemeCount,
      ratio: ratio(newThemeCount, baseThemeCount, 'empty-base'),
    };
  });
}

function runningTotals(numbers: readonly number[]): number[] {
  let total = 0;
  return numbers.map((number) => (total += number));
}

function checkOptions(newThemeCounts: readonly number[], options: SaturationOptions): void {
  const { baseSize, runLength, threshold } = options;
  const isCount = (number: number, least: number): boolean =>
    Number.isInteger(number) && number >= least;
  if (!isCount(baseSize, 1) || !isCount(runLength, 1) || !(threshold >= 0))
    throw new RangeError(`base ${baseSize}, run ${runLength}, threshold ${threshold}`);
  const wrong = newThemeCounts.find((count) => !isCount(count, 0));
  if (wrong !== undefined) throw new RangeError(`${wrong} new themes`);
}
