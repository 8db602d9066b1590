import type { Span } from '../../text/span.ts';

/**
 * Walks over tracks side by side, from one end of a span to the next, wherever any track has one.
 * The cost is that of the spans, whatever the length of the text.
 *
 * @param tracks each sorted, without overlaps within itself.
 * @param visit gets each stretch in order, and by track the span over all of it or null; the list
 *   is used again for the next stretch.
 */
export function eachStretch<Some extends Span>(
  tracks: readonly (readonly Some[])[],
  visit: (start: number, end: number, open: readonly (Some | null)[]) => void,
): void {
  const next = tracks.map(() => 0);
  const open = tracks.map((): Some | null => null);
  for (let start = -Infinity; ;) {
    let end = Infinity;
    let isOpen = false;
    for (let i = 0; i < tracks.length; i++) {
      const track = tracks[i]!;
      if ((track[next[i]!]?.end ?? Infinity) <= start) next[i]!++;
      const span = track[next[i]!];
      const covers = span !== undefined && span.start <= start;
      open[i] = covers ? span : null;
      isOpen ||= covers;
      if (span) end = Math.min(end, covers ? span.end : span.start);
    }
    if (end === Infinity) return;
    if (isOpen) visit(start, end, open);
    start = end;
  }
}
