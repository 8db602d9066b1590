import type { CoderCoding, CodedText } from './coded-texts.ts';
import type { Statistic } from '../statistic.ts';
import {
  segmentAgreement,
  type SegmentAgreement,
  type SegmentCounts,
} from './segment-agreement.ts';
import { segmentKappa } from './segment-kappa.ts';
import { segmentMatches, type MatchThreshold } from './segment-matches.ts';

/** Passages of one theme that two coders have in common, or one has alone. */
export interface PairSegments {
  readonly coderIds: readonly [first: string, second: string];
  readonly counts: SegmentCounts;
  readonly agreement: SegmentAgreement;
  /** Brennan & Prediger's κ as MAXQDA reckons it; of one theme undefined. */
  readonly kappa: Statistic;
}

/** A passage of one coder that the other has no like of. */
export interface LonePassage {
  readonly text: number;
  readonly themeId: string;
  readonly coding: CoderCoding;
  readonly withoutTheme: string;
}

export interface SegmentsByTheme {
  readonly themes: ReadonlyMap<string, readonly PairSegments[]>;
  /** All themes together. */
  readonly pooled: readonly PairSegments[];
  readonly alone: readonly LonePassage[];
}

/**
 * Agreement in passages: two are the same where they share a theme and enough of their text. Pairs
 * of coders are compared in the texts that both read.
 *
 * Source: see `segmentMatches`, `segmentAgreement` and `segmentKappa`.
 */
export function segmentsByTheme(
  texts: readonly CodedText[],
  themeIds: readonly string[],
  threshold: MatchThreshold,
): SegmentsByTheme {
  const coderIds = [...new Set(texts.flatMap((text) => text.coderIds))];
  const pairs = coderIds.flatMap((first, i) =>
    coderIds.slice(i + 1).map((second): [string, string] => [first, second]),
  );
  const alone: LonePassage[] = [];
  const grouped = texts.map(passagesOf);
  const countOf = (themeId: string, [first, second]: [string, string]): SegmentCounts | null => {
    let counts: SegmentCounts | null = null;
    texts.forEach((text, place) => {
      if (!text.coderIds.includes(first) || !text.coderIds.includes(second)) return;
      const ofTheme = grouped[place]!.get(themeId);
      const [a, b] = [ofTheme?.get(first) ?? [], ofTheme?.get(second) ?? []];
      const { matches, onlyFirst, onlySecond } = segmentMatches(a, b, threshold);
      for (const i of onlyFirst)
        alone.push({ text: place, themeId, coding: a[i]!, withoutTheme: second });
      for (const i of onlySecond)
        alone.push({ text: place, themeId, coding: b[i]!, withoutTheme: first });
      counts = plus(counts, {
        matched: matches.length,
        onlyFirst: onlyFirst.length,
        onlySecond: onlySecond.length,
      });
    });
    return counts;
  };
  const pooled = new Map<string, SegmentCounts>();
  const themes = new Map(
    themeIds.map((themeId) => [
      themeId,
      pairs.flatMap((pair) => {
        const counts = countOf(themeId, pair);
        if (!counts) return [];
        pooled.set(pair.join(' '), plus(pooled.get(pair.join(' ')) ?? null, counts));
        return [pairSegments(pair, counts, 1)];
      }),
    ]),
  );
  return {
    themes,
    pooled: pairs.flatMap((pair) => {
      const counts = pooled.get(pair.join(' '));
      return counts ? [pairSegments(pair, counts, themeIds.length)] : [];
    }),
    alone,
  };
}

const pairSegments = (
  coderIds: [string, string],
  counts: SegmentCounts,
  themeCount: number,
): PairSegments => ({
  coderIds,
  counts,
  agreement: segmentAgreement(counts),
  kappa: segmentKappa(counts, themeCount).kappa,
});

const plus = (a: SegmentCounts | null, b: SegmentCounts): SegmentCounts => ({
  matched: (a?.matched ?? 0) + b.matched,
  onlyFirst: (a?.onlyFirst ?? 0) + b.onlyFirst,
  onlySecond: (a?.onlySecond ?? 0) + b.onlySecond,
});

/** By theme, then by coder. */
function passagesOf(text: CodedText): Map<string, Map<string, CoderCoding[]>> {
  const found = new Map<string, Map<string, CoderCoding[]>>();
  for (const coding of text.codings)
    for (const themeId of coding.themeIds) {
      const byCoder = found.get(themeId) ?? new Map<string, CoderCoding[]>();
      found.set(themeId, byCoder);
      const list = byCoder.get(coding.coderId);
      if (list) list.push(coding);
      else byCoder.set(coding.coderId, [coding]);
    }
  return found;
}
