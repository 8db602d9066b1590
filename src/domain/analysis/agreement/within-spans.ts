import { countBelow } from '../count-below.ts';
import type { Span } from '../../text/span.ts';
import type { CodedText } from './coded-texts.ts';

/** A text cut down to some of its stretches, and the way back. */
export interface CutText {
  readonly text: CodedText;
  /** Where a stretch of the cut text lies in the whole one; what was cut out between is in it. */
  readonly spanOf: (cut: Span) => Span;
}

/**
 * The stretches of a text laid end to end, the codings with them: so that what the interviewer says
 * is no unit. A coding that reaches over a cut stays one; one outside the stretches is left out.
 *
 * @param spans sorted and without overlaps.
 */
export function withinSpans(text: CodedText, spans: readonly Span[]): CutText {
  const ends = Uint32Array.from(spans, ({ end }) => end);
  const before = new Float64Array(spans.length + 1);
  spans.forEach(({ start, end }, i) => (before[i + 1] = before[i]! + end - start));
  const placeOf = (at: number): number => {
    const i = countBelow(ends, at + 1);
    return before[i]! + Math.max(0, at - (spans[i]?.start ?? Infinity));
  };
  const at = (place: number): number => {
    const i = countBelow(before, place + 1) - 1;
    return spans[i]!.start + place - before[i]!;
  };
  return {
    text: {
      length: before[spans.length]!,
      coderIds: text.coderIds,
      codings: text.codings
        .map((coding) => ({ ...coding, start: placeOf(coding.start), end: placeOf(coding.end) }))
        .filter(({ start, end }) => start < end),
    },
    spanOf: ({ start, end }) => ({ start: at(start), end: at(end - 1) + 1 }),
  };
}
