import type { Span } from '../../text/span.ts';
import type { JointCount } from './co-occurrence-coefficient.ts';

/** What counts as together; the rule is named wherever the numbers are shown. */
export const CO_OCCURRENCE_RULES = ['overlap', 'excerpt', 'turn', 'case'] as const;
export type CoOccurrenceRule = (typeof CO_OCCURRENCE_RULES)[number];

/** By theme and theme, in the order of the themes asked for; symmetric. */
export interface JointCounts {
  readonly rule: CoOccurrenceRule;
  /** How often each theme occurs. */
  readonly occurrences: readonly number[];
  /** How often two occur together; on the diagonal the theme's own occurrences. */
  readonly together: readonly (readonly number[])[];
}

/** An excerpt with its place, as far as overlaps see it. */
export interface PlacedThemes extends Span {
  readonly transcriptId: string;
  readonly themeIds: readonly string[];
}

/**
 * By the rules `excerpt`, `turn` and `case`: a theme occurs in a unit or does not, and two occur
 * together in the units that have both, so n12 is never more than either.
 *
 * @param units the themes of each excerpt, of each turn or of each case.
 */
export function jointCountsByUnit(
  rule: Exclude<CoOccurrenceRule, 'overlap'>,
  themeIds: readonly string[],
  units: Iterable<readonly string[]>,
): JointCounts {
  const counter = jointCounter(rule, themeIds);
  for (const unit of units) counter.addUnit(counter.placesOf(unit));
  return counter.counts;
}

/**
 * By the rule `overlap`: a theme occurs in an excerpt, and two occur together once for each excerpt
 * with the one and each excerpt with the other that overlap; an excerpt with both overlaps itself.
 * One long excerpt over three short ones is three joint events, so n12 can be more than n1.
 * Excerpts of several coders over the same words count each: give one coder's.
 */
export function jointCountsByOverlap(
  themeIds: readonly string[],
  excerpts: Iterable<PlacedThemes>,
): JointCounts {
  const counter = jointCounter('overlap', themeIds);
  const sorted = [...excerpts].sort(
    (a, b) => compare(a.transcriptId, b.transcriptId) || a.start - b.start,
  );
  let open: { readonly excerpt: PlacedThemes; readonly places: readonly number[] }[] = [];
  for (const excerpt of sorted) {
    const places = counter.placesOf(excerpt.themeIds);
    counter.addUnit(places);
    open = open.filter(
      ({ excerpt: { transcriptId, end } }) =>
        transcriptId === excerpt.transcriptId && end > excerpt.start,
    );
    for (const other of open) counter.addPair(places, other.places);
    open.push({ excerpt, places });
  }
  return counter.counts;
}

/** The counts of one pair of themes, by their places. */
export const jointCountOf = (counts: JointCounts, first: number, second: number): JointCount => ({
  n1: counts.occurrences[first] ?? 0,
  n2: counts.occurrences[second] ?? 0,
  n12: counts.together[first]?.[second] ?? 0,
});

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function jointCounter(rule: CoOccurrenceRule, themeIds: readonly string[]) {
  const place = new Map(themeIds.map((id, i) => [id, i]));
  const occurrences = themeIds.map(() => 0);
  const together = themeIds.map(() => themeIds.map(() => 0));
  const add = (a: number, b: number): void => {
    together[a]![b]!++;
    if (a !== b) together[b]![a]!++;
  };
  return {
    counts: { rule, occurrences, together },
    placesOf: (ids: readonly string[]): number[] =>
      [...new Set(ids)].map((id) => place.get(id)).filter((i) => i !== undefined),
    addUnit(places: readonly number[]): void {
      places.forEach((a, i) => {
        occurrences[a]!++;
        for (const b of places.slice(i)) add(a, b);
      });
    },
    /** Two overlapping excerpts: what each has, beside what the other has. */
    addPair(some: readonly number[], others: readonly number[]): void {
      for (const a of some) for (const b of others) if (a !== b) add(a, b);
    },
  };
}
