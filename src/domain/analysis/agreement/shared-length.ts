import type { Span } from '../../text/span.ts';

/**
 * How much two lists of spans cover together.
 *
 * @param a sorted, without overlaps, as `unionOfSpans` gives them; so is `b`.
 */
export function sharedLength(a: readonly Span[], b: readonly Span[]): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [left, right] = [a[i]!, b[j]!];
    shared += Math.max(0, Math.min(left.end, right.end) - Math.max(left.start, right.start));
    if (left.end < right.end) i++;
    else j++;
  }
  return shared;
}
