import { ratio, noValue, type Statistic } from '../statistic.ts';

/** How often two themes occur and occur together, counted by one stated rule. */
export interface JointCount {
  readonly n1: number;
  readonly n2: number;
  readonly n12: number;
}

export const CO_OCCURRENCE_WARNINGS = ['out-of-range', 'unequal-frequencies'] as const;
export type CoOccurrenceWarning = (typeof CO_OCCURRENCE_WARNINGS)[number];

/** One theme more than this many times as frequent as the other keeps the coefficient low. */
const UNEQUAL = 5;

export interface CoOccurrence extends JointCount {
  /** 0 (never together) to 1 (never apart); above 1 with its warning. */
  readonly coefficient: Statistic;
  /** The more frequent ÷ the rarer, ≥ 1. */
  readonly frequencyRatio: Statistic;
  /** Joint events ÷ the rarer theme's: what an unequal pair is better read by. */
  readonly shareOfRarer: Statistic;
  readonly warnings: readonly CoOccurrenceWarning[];
}

/**
 * Co-occurrence coefficient c = n12 / (n1 + n2 − n12): Jaccard's index where each event is one unit
 * of text. Overlapping spans can make more joint events than there are occurrences; then c leaves
 * 0–1, is warned of, and a count by excerpt, turn or case, which cannot, is the one to read.
 *
 * Source: the "c-coefficient" of ATLAS.ti's manual with its two warnings. Undefined: c without any
 * occurrence (`no-codings`) and where n12 is n1 + n2 or more (`out-of-range`); the other two where a
 * theme does not occur (`no-codings`).
 *
 * @throws RangeError for negative counts.
 */
export function coOccurrence({ n1, n2, n12 }: JointCount): CoOccurrence {
  if (!(n1 >= 0 && n2 >= 0 && n12 >= 0)) throw new RangeError(`counts ${n1}, ${n2}, ${n12}`);
  const rarer = Math.min(n1, n2);
  const frequencyRatio = ratio(Math.max(n1, n2), rarer, 'no-codings');
  const either = n1 + n2 - n12;
  const warnings: CoOccurrenceWarning[] = [];
  if (n12 > rarer) warnings.push('out-of-range');
  if ((frequencyRatio.value ?? 0) > UNEQUAL) warnings.push('unequal-frequencies');
  return {
    n1,
    n2,
    n12,
    coefficient:
      either < 0 || (either === 0 && n12 > 0)
        ? noValue('out-of-range')
        : ratio(n12, either, 'no-codings'),
    frequencyRatio,
    shareOfRarer: ratio(n12, rarer, 'no-codings'),
    warnings,
  };
}
