import { overlaps, type Span } from './span.ts';

/** A stretch of text over which the same excerpts lie. */
export interface Segment<T extends Span> extends Span {
  readonly covering: readonly T[];
}

/**
 * Flattens overlapping spans: the segments tile `frame` exactly once, in order, and each lists
 * the spans that cover it, in the order given.
 */
export function segments<T extends Span>(frame: Span, spans: readonly T[]): Segment<T>[] {
  const inside = spans.filter((span) => overlaps(span, frame));
  const cuts = new Set([frame.start, frame.end]);
  for (const span of inside) {
    if (span.start > frame.start) cuts.add(span.start);
    if (span.end < frame.end) cuts.add(span.end);
  }
  const at = [...cuts].sort((a, b) => a - b);
  const opening = inside.map((span, place): Placed<T> => ({ span, place }));
  opening.sort((a, b) => a.span.start - b.span.start);
  let open: Placed<T>[] = [];
  let next = 0;
  return at.slice(0, -1).map((start, i) => {
    open = open.filter(({ span }) => span.end > start);
    const already = open.length;
    for (let one = opening[next]; one && one.span.start <= start; one = opening[++next])
      open.push(one);
    if (open.length > already) open.sort((a, b) => a.place - b.place);
    return { start, end: at[i + 1] ?? frame.end, covering: open.map(({ span }) => span) };
  });
}

/** A span and its place in the order given. */
interface Placed<T> {
  readonly span: T;
  readonly place: number;
}

/**
 * A lane per span so that no two in the same lane overlap: stripes and underlines keep their lane
 * from end to end.
 */
export function lanes(spans: readonly Span[]): number[] {
  const order = spans.map((_, i) => i).sort((a, b) => byStart(spans, a, b));
  const endOfLane: number[] = [];
  const lane = new Array<number>(spans.length).fill(0);
  for (const i of order) {
    const span = spans[i];
    if (!span) continue;
    const free = endOfLane.findIndex((end) => end <= span.start);
    const taken = free < 0 ? endOfLane.length : free;
    endOfLane[taken] = span.end;
    lane[i] = taken;
  }
  return lane;
}

function byStart(spans: readonly Span[], a: number, b: number): number {
  const [x, y] = [spans[a], spans[b]];
  return x && y ? x.start - y.start || y.end - x.end : 0;
}
