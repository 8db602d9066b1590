import { graphemeAt } from './graphemes.ts';

/** A half-open range of UTF-16 code units in a canonical text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const spanLength = (span: Span): number => span.end - span.start;

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Reading order: by start, the longer first where two start together. */
export const bySpan = (a: Span, b: Span): number => a.start - b.start || b.end - a.end;

/**
 * The span a reader means: whole graphemes, no white space at the ends.
 *
 * @returns null where nothing but white space is left.
 * @throws RangeError for a span that is empty, reversed or outside the text.
 */
export function snapSpan(text: string, span: Span): Span | null {
  if (
    !Number.isInteger(span.start) ||
    !Number.isInteger(span.end) ||
    span.start < 0 ||
    span.end > text.length ||
    span.start >= span.end
  )
    throw new RangeError(`span ${span.start}–${span.end} is not inside a text of ${text.length}`);
  let { start } = graphemeAt(text, span.start);
  let { end } = graphemeAt(text, span.end - 1);
  // White space that carries a mark is seen, so blank graphemes are left out, not blank units.
  for (
    let first = graphemeAt(text, start);
    start < end && isBlank(text, first);
    first = graphemeAt(text, start)
  )
    start = first.end;
  for (
    let last = graphemeAt(text, end - 1);
    start < end && isBlank(text, last);
    last = graphemeAt(text, end - 1)
  )
    end = last.start;
  return start < end ? { start, end } : null;
}

const isBlank = (text: string, { start, end }: Span): boolean =>
  text.slice(start, end).trim() === '';

/** The spans as a sorted list without overlaps: what is covered, each unit once. */
export function unionOfSpans(spans: Iterable<Span>): Span[] {
  const union: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort(bySpan)) {
    const last = union.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else union.push({ start, end });
  }
  return union;
}
