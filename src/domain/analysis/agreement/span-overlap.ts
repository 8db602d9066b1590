import { spanLength, unionOfSpans, type Span } from '../../text/span.ts';
import { ratio, type Statistic } from '../statistic.ts';
import { sum } from '../sum.ts';
import { sharedLength } from './shared-length.ts';

/** All 0–1, by characters. */
export interface SpanOverlap {
  /** Of what the second coder coded, the share that the first coded too. */
  readonly precision: Statistic;
  /** Of what the first coder coded, the share that the second coded too. */
  readonly recall: Statistic;
  /** Their harmonic mean, 2 |A ∩ B| / (|A| + |B|): Dice's coefficient, the same both ways. */
  readonly f1: Statistic;
  /** |A ∩ B| / |A ∪ B|. */
  readonly jaccard: Statistic;
  /** |A ∩ B| / min(|A|, |B|): 1 where one lies within the other. */
  readonly overlapCoefficient: Statistic;
}

/**
 * How far the passages of two coders cover the same characters, the first as the reference; a
 * coder's own overlaps count once. What neither coded plays no part, so nothing is corrected for
 * chance.
 *
 * Source: Dice 1945, Jaccard 1912, van Rijsbergen 1979. Undefined (`no-codings`) where the whole is
 * nothing: precision without a passage of the second, recall of the first, overlap of either, F1
 * and Jaccard of both.
 */
export function spanOverlap(first: readonly Span[], second: readonly Span[]): SpanOverlap {
  const [a, b] = [unionOfSpans(first), unionOfSpans(second)];
  const [ofA, ofB] = [sum(a.map(spanLength)), sum(b.map(spanLength))];
  const both = sharedLength(a, b);
  const share = (part: number, whole: number): Statistic => ratio(part, whole, 'no-codings');
  return {
    precision: share(both, ofB),
    recall: share(both, ofA),
    f1: share(2 * both, ofA + ofB),
    jaccard: share(both, ofA + ofB - both),
    overlapCoefficient: share(both, Math.min(ofA, ofB)),
  };
}
