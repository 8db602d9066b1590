import { percent, ratio, type Statistic } from '../statistic.ts';

/** Passages of two coders after matching; counts of several texts and themes can be added up. */
export interface SegmentCounts {
  readonly matched: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
}

export interface SegmentAgreement {
  /** 2 · matched ÷ the passages of both, in per cent. */
  readonly agreementPercent: Statistic;
  /** Of the second coder's passages, the share matched, 0–1. */
  readonly precision: Statistic;
  /** Of the first coder's. */
  readonly recall: Statistic;
  readonly f1: Statistic;
}

/**
 * How many passages two coders have in common, the first as the reference. Where nobody coded
 * cannot be counted in passages, so nothing is corrected for chance.
 *
 * Source: own definition on one-to-one matches. Undefined (`no-codings`) where a coder, of F1 and
 * the percentage where both, have no passage.
 *
 * @throws RangeError for negative counts.
 */
export function segmentAgreement({
  matched,
  onlyFirst,
  onlySecond,
}: SegmentCounts): SegmentAgreement {
  if (!(matched >= 0 && onlyFirst >= 0 && onlySecond >= 0))
    throw new RangeError(`counts ${matched}, ${onlyFirst}, ${onlySecond}`);
  const all = 2 * matched + onlyFirst + onlySecond;
  return {
    agreementPercent: percent(2 * matched, all, 'no-codings'),
    precision: ratio(matched, matched + onlySecond, 'no-codings'),
    recall: ratio(matched, matched + onlyFirst, 'no-codings'),
    f1: ratio(2 * matched, all, 'no-codings'),
  };
}
