import { countBelow } from '../count-below.ts';
import type { Span } from '../../text/span.ts';
import type { CodedText } from './coded-texts.ts';

/**
 * A text whose characters are its units: a passage reaches from the first unit it touches to the
 * last. So agreement is reckoned by turn or paragraph instead of by character; a coder coded a unit
 * who coded any of it. Passages that touch no unit are left out.
 *
 * @param units turns or other segments, sorted and without overlaps.
 * @throws RangeError for units out of order.
 */
export function inUnits(text: CodedText, units: readonly Span[]): CodedText {
  units.forEach(({ start }, i) => {
    if (start < (units[i - 1]?.end ?? 0)) throw new RangeError(`unit ${i} begins at ${start}`);
  });
  const starts = Uint32Array.from(units, ({ start }) => start);
  const ends = Uint32Array.from(units, ({ end }) => end);
  const codings = text.codings.map((coding) => ({
    ...coding,
    start: countBelow(ends, coding.start + 1),
    end: countBelow(starts, coding.end),
  }));
  return {
    length: units.length,
    coderIds: text.coderIds,
    codings: codings.filter(({ start, end }) => start < end),
  };
}
