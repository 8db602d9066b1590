import { spanLength } from '../../text/span.ts';
import { sum } from '../sum.ts';
import type { Tracks } from './coded-texts.ts';
import { eachStretch } from './each-stretch.ts';

/**
 * Units coded with a theme or not, added up over texts: everything that coefficients are made of.
 * Coders are places in one list; a square of them is flat, `first * coderCount + second`.
 */
export interface BinaryTally {
  readonly coderCount: number;
  /** By number of coders who looked, then by number of them who coded: units. */
  readonly levels: number[][];
  /** Square: units that both looked at; on the diagonal all that the coder looked at. */
  readonly seen: Float64Array;
  /** Square: of those, units that the first coded. */
  readonly coded: Float64Array;
  /** Square: of those, units that both coded. */
  readonly both: Float64Array;
}

export const emptyTally = (coderCount: number): BinaryTally => ({
  coderCount,
  levels: [],
  seen: new Float64Array(coderCount ** 2),
  coded: new Float64Array(coderCount ** 2),
  both: new Float64Array(coderCount ** 2),
});

/**
 * Adds one theme in one text.
 *
 * @param length of the text in units.
 * @param present the places of the coders who looked at it.
 * @param tracks by place; null where nobody coded the theme.
 */
export function addText(
  tally: BinaryTally,
  length: number,
  present: readonly number[],
  tracks: Tracks | null,
): void {
  const { coderCount, seen, coded, both } = tally;
  for (const first of present) {
    const length1 = sum((tracks?.[first] ?? []).map(spanLength));
    for (const second of present) {
      seen[first * coderCount + second]! += length;
      coded[first * coderCount + second]! += length1;
    }
  }
  const level = levelOf(tally, present.length);
  level[0]! += length;
  if (!tracks) return;
  const having: number[] = [];
  eachStretch(tracks, (start, end, open) => {
    having.length = 0;
    for (let place = 0; place < coderCount; place++) if (open[place]) having.push(place);
    level[0]! -= end - start;
    level[having.length]! += end - start;
    for (const first of having)
      for (const second of having) both[first * coderCount + second]! += end - start;
  });
}

/** Adds all of another tally of the same coders. */
export function addTally(tally: BinaryTally, other: BinaryTally): void {
  other.levels.forEach((level, present) => {
    const into = levelOf(tally, present);
    level.forEach((units, having) => (into[having]! += units));
  });
  for (const square of ['seen', 'coded', 'both'] as const)
    other[square].forEach((units, at) => (tally[square][at]! += units));
}

const levelOf = ({ levels }: BinaryTally, present: number): number[] =>
  (levels[present] ??= new Array<number>(present + 1).fill(0));
