import { countBelow } from '../analysis/count-below.ts';
import type { Span } from '../text/span.ts';

/** Turns spans of a text from UTF-16 code units into code points; the text is read once. */
export function codePointSpans(text: string): (span: Span) => { start: number; end: number } {
  const pairs: number[] = [];
  for (const { index } of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) pairs.push(index);
  const ascending = Uint32Array.from(pairs);
  const codePoints = (at: number): number => at - countBelow(ascending, at);
  return ({ start, end }) => ({ start: codePoints(start), end: codePoints(end) });
}
