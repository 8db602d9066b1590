import { spanLength, unionOfSpans, type Span } from '../../text/span.ts';
import type { Statistic } from '../statistic.ts';
import { sum } from '../sum.ts';
import { binaryCounts, binaryTable, type BinaryCounts } from './binary-table.ts';
import { cohenKappa } from './cohen-kappa.ts';
import { sharedLength } from './shared-length.ts';

/** Counts are characters. */
export interface CharacterAgreement extends BinaryCounts {
  /** (both + neither) ÷ all, 0–1. */
  readonly percentAgreement: Statistic;
  /** Agreement by chance, 0–1. */
  readonly expected: Statistic;
  readonly kappa: Statistic;
}

/**
 * Agreement of two coders on one theme in one text, each character a unit that is coded or not;
 * reckoned from where passages begin and end. Cohen's κ over all characters of the text, as NVivo
 * defines it. There is no interval: neighbouring characters are not independent of each other.
 *
 * Other programs name other numbers the same. QualCoder's κ leaves out what neither coded and
 * multiplies the chances of yes and no where it should add them; it is not reckoned here.
 *
 * Source: NVivo's help, "Run a Coding Comparison query"; Cohen 1960. Undefined for an empty text
 * (`no-pairs`) and where both coded all of it or nothing (`no-variation`).
 *
 * @param length of the text, in the unit of the spans.
 * @throws RangeError for a passage outside the text.
 */
export function characterAgreement(
  length: number,
  first: readonly Span[],
  second: readonly Span[],
): CharacterAgreement {
  const [a, b] = [unionOfSpans(first), unionOfSpans(second)];
  for (const { start, end } of [...a, ...b])
    if (start < 0 || end > length)
      throw new RangeError(`passage ${start}–${end} in a text of ${length}`);
  const counts = binaryCounts(
    length,
    sum(a.map(spanLength)),
    sum(b.map(spanLength)),
    sharedLength(a, b),
  );
  const { observed, expected, kappa } = cohenKappa(binaryTable(counts));
  return { ...counts, percentAgreement: observed, expected, kappa };
}
