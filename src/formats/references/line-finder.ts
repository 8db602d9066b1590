import { countBelow } from '../../domain/analysis/count-below.ts';

/** Tells in which line of the text, from 1, a place stands. */
export function lineFinder(text: string): (at: number) => number {
  const ends: number[] = [];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) ends.push(at);
  return (at) => 1 + countBelow(ends, at);
}
