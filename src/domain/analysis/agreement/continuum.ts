import { spanLength, type Span } from '../../text/span.ts';
import { sum } from '../sum.ts';
import { eachStretch } from './each-stretch.ts';

/** A passage that a coder made a unit, with the one value given to it. */
export interface ValuedUnit extends Span {
  readonly value: string;
}

/** One text that coders cut into units; what lies between a coder's units are gaps. */
export interface Continuum {
  /** In the unit of the spans. */
  readonly length: number;
  /** By coder who looked at it. Units that touch stay two units. */
  readonly coders: ReadonlyMap<string, readonly ValuedUnit[]>;
}

/** The gap's place among the values. */
export const GAP = 0;

/**
 * What of a unit counts as its own where only places count that two coders valued.
 *
 * - `pairs`: what it shares with units of the others, pair by pair, each pair as it weighs among the
 *   coincidences. It gives the .724 of Krippendorff's figure and never leaves the range of α.
 * - `any-other`: what units of any other coder cover, as in the R package quallmer. With two coders
 *   both are the same.
 */
export type CodingVariant = 'pairs' | 'any-other';

/** What coders coincide in, by value and value; place 0 is the gap. */
export interface UnitCoincidences {
  /** Length that pairs of coders gave these two values: ℓ. Symmetric. */
  readonly shared: readonly (readonly number[])[];
  /** By value: Σ length² of its units, of gaps Σ length; what units share with themselves. */
  readonly own: readonly number[];
  /** Σ length² of only what of each unit meets units of others. */
  readonly ownMet: Readonly<Record<CodingVariant, readonly number[]>>;
}

/**
 * Sums over texts what unitizing α is made of. A text that fewer than two coders looked at adds
 * nothing. Null where units of one coder overlap: the method wants one value at each place.
 *
 * @throws RangeError for a unit outside its text.
 */
export function unitCoincidences(
  continua: readonly Continuum[],
  placeOf: (value: string) => number,
  valueCount: number,
): UnitCoincidences | null {
  const zeros = (): number[] => new Array<number>(valueCount + 1).fill(0);
  const shared = Array.from({ length: valueCount + 1 }, zeros);
  const own = zeros();
  const ownMet = { pairs: zeros(), 'any-other': zeros() };
  for (const { length, coders } of continua) {
    const tracks = [...coders.values()].map((units) => trackOf(length, units, placeOf));
    if (!tracks.every((track) => track !== null)) return null;
    if (tracks.length < 2) continue;
    addShared(shared, length, tracks);
    for (const track of tracks) {
      own[GAP]! += length - sum(track.map(spanLength));
      for (const unit of track) {
        own[unit.place]! += spanLength(unit) ** 2;
        ownMet.pairs[unit.place]! += unit.met.pairs ** 2;
        ownMet['any-other'][unit.place]! += unit.met['any-other'] ** 2;
      }
    }
  }
  return { shared, own, ownMet };
}

interface Unit extends Span {
  readonly place: number;
  readonly met: Record<CodingVariant, number>;
}

/** A coder's units in order; null where they overlap. */
function trackOf(
  length: number,
  units: readonly ValuedUnit[],
  placeOf: (value: string) => number,
): Unit[] | null {
  const track = units
    .map(({ start, end, value }) => ({
      start,
      end,
      place: placeOf(value),
      met: { pairs: 0, 'any-other': 0 },
    }))
    .sort((a, b) => a.start - b.start);
  for (const { start, end } of track)
    if (!(start >= 0 && start < end && end <= length))
      throw new RangeError(`unit ${start}–${end} in a text of ${length}`);
  return track.some(({ start }, i) => start < (track[i - 1]?.end ?? 0)) ? null : track;
}

function addShared(shared: number[][], length: number, tracks: readonly Unit[][]): void {
  let empty = length;
  eachStretch(tracks, (start, end, open) => {
    const size = end - start;
    empty -= size;
    const valued = open.filter((unit) => unit !== null);
    if (valued.length > 1)
      for (const { met } of valued) {
        met.pairs += (size * (valued.length - 1)) / (tracks.length - 1);
        met['any-other'] += size;
      }
    open.forEach((unit, i) => {
      open.forEach((other, j) => {
        if (i === j) return;
        shared[unit?.place ?? GAP]![other?.place ?? GAP]! += size / (tracks.length - 1);
      });
    });
  });
  // Where nobody has a unit every coder coincides with every other in the gap.
  shared[GAP]![GAP]! += empty * tracks.length;
}
