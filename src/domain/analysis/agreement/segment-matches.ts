import { spanLength, type Span } from '../../text/span.ts';

/** How much of two passages must be common: their Jaccard index, or any overlap at all. */
export type MatchThreshold = number | 'any';

export interface SegmentMatch {
  /** Indexes into the passages of the first and the second coder. */
  readonly first: number;
  readonly second: number;
  /** |A ∩ B| / |A ∪ B| by characters, above 0 to 1. */
  readonly jaccard: number;
}

export interface SegmentMatches {
  /** The best match first. */
  readonly matches: readonly SegmentMatch[];
  /** Indexes, in order. */
  readonly onlyFirst: readonly number[];
  readonly onlySecond: readonly number[];
}

/**
 * Which passages of two coders, with one theme in one text, are the same passage: each with one
 * other at most, the pairs that share most first; of equals, the earlier.
 *
 * Source: own definition. MAXQDA compares by a least overlap too, without telling its denominator;
 * here it is the union of the two.
 *
 * @throws RangeError for a threshold that is not above 0 and at most 1.
 */
export function segmentMatches(
  first: readonly Span[],
  second: readonly Span[],
  threshold: MatchThreshold,
): SegmentMatches {
  if (threshold !== 'any' && !(threshold > 0 && threshold <= 1))
    throw new RangeError(`a threshold of ${threshold}`);
  const least = threshold === 'any' ? 0 : threshold;
  const pairs = overlappingPairs(first, second)
    .filter(({ jaccard }) => jaccard >= least)
    .sort((a, b) => b.jaccard - a.jaccard || a.first - b.first || a.second - b.second);
  const usedFirst = new Set<number>();
  const usedSecond = new Set<number>();
  const matches = pairs.filter((pair) => {
    if (usedFirst.has(pair.first) || usedSecond.has(pair.second)) return false;
    usedFirst.add(pair.first);
    usedSecond.add(pair.second);
    return true;
  });
  return {
    matches,
    onlyFirst: [...first.keys()].filter((i) => !usedFirst.has(i)),
    onlySecond: [...second.keys()].filter((i) => !usedSecond.has(i)),
  };
}

function overlappingPairs(first: readonly Span[], second: readonly Span[]): SegmentMatch[] {
  const byStart = [...second.entries()].sort(([, a], [, b]) => a.start - b.start);
  return first.flatMap((a, i) => {
    const pairs: SegmentMatch[] = [];
    for (const [j, b] of byStart) {
      if (b.start >= a.end) break;
      const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
      if (shared > 0)
        pairs.push({
          first: i,
          second: j,
          jaccard: shared / (spanLength(a) + spanLength(b) - shared),
        });
    }
    return pairs;
  });
}
