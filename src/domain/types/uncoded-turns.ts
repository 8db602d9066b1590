import { unionOfSpans, type Span } from '../text/span.ts';
import { analysedSpans, turnIndexAt, type Turn } from '../text/turns.ts';

export interface UncodedTurns {
  /** Turns in which an interviewee says something. */
  readonly spoken: number;
  /** Those that no excerpt touches, numbered from 1 as the text shows them. */
  readonly uncoded: readonly number[];
}

/** The interviewees' turns that no span reaches into. */
export function uncodedTurns(turns: readonly Turn[], spans: Iterable<Span>): UncodedTurns {
  const speech = analysedSpans(turns);
  const union = unionOfSpans(spans);
  let next = 0;
  const uncoded = speech.filter(({ start, end }) => {
    while ((union[next]?.end ?? Infinity) <= start) next++;
    return (union[next]?.start ?? Infinity) >= end;
  });
  return {
    spoken: speech.length,
    uncoded: uncoded.map(({ start }) => turnIndexAt(turns, start) + 1),
  };
}
