import type { Span } from './span.ts';

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Ranges of units of which no two that meet make one grapheme, save CR and LF. Others may join;
 * these hold nearly all that is written, so that the segmenter is seldom asked.
 */
const PLAIN: readonly (readonly [first: number, last: number])[] = [
  [0x0000, 0x02ff],
  [0x0370, 0x0482],
  [0x048a, 0x058f],
  [0x2000, 0x200a],
  [0x2010, 0x205f],
  [0x3000, 0x3029],
  [0x3041, 0x3096],
  [0x309b, 0x30ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
];

const isPlain = (unit: number): boolean =>
  unit <= 0x02ff || PLAIN.some(([first, last]) => first <= unit && unit <= last);

/** Whether a cursor may stand at `at` without splitting what a reader sees as one character. */
export const isGraphemeBoundary = (text: string, at: number): boolean =>
  at <= 0 || at >= text.length || isPlainBoundary(text, at) || graphemeAt(text, at).start === at;

/** The span of the grapheme that `at` stands before or inside. */
export function graphemeAt(text: string, at: number): Span {
  if (isPlainBoundary(text, at) && isPlainBoundary(text, at + 1)) return { start: at, end: at + 1 };
  // A boundary depends on all of a run of flags or marks, so the window has no fixed length.
  let from = at;
  while (from > 0 && !isPlainBoundary(text, from)) from--;
  let to = at + 1;
  while (to < text.length && !isPlainBoundary(text, to)) to++;
  const cluster = segmenter.segment(text.slice(from, to)).containing(at - from);
  if (!cluster) return { start: at, end: at };
  const start = from + cluster.index;
  return { start, end: start + cluster.segment.length };
}

/** Whether a cluster certainly ends at `at`, by the units either side alone. */
function isPlainBoundary(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true;
  const before = text.charCodeAt(at - 1);
  if (before === LINE_FEED) return true;
  const after = text.charCodeAt(at);
  return isPlain(before) && isPlain(after) && !(before === CARRIAGE_RETURN && after === LINE_FEED);
}
