import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CodedText } from '../../../../src/domain/analysis/agreement/coded-texts.ts';
import { withinSpans } from '../../../../src/domain/analysis/agreement/within-spans.ts';
import type { Span } from '../../../../src/domain/text/span.ts';

const LENGTH = 40;
const span = fc
  .tuple(fc.nat(LENGTH - 1), fc.integer({ min: 1, max: 12 }))
  .map(([start, size]): Span => ({ start, end: Math.min(LENGTH, start + size) }));
/** Sorted, without overlaps; some touch. */
const spans = fc.uniqueArray(fc.nat(LENGTH), { maxLength: 12 }).map((cuts): Span[] => {
  const sorted = cuts.sort((a, b) => a - b);
  return sorted.flatMap((start, i) =>
    i % 2 === 0 && sorted[i + 1] !== undefined ? [{ start, end: sorted[i + 1]! }] : [],
  );
});

const kept = (list: readonly Span[]): number[] =>
  list.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i));
const covers = ({ start, end }: Span, at: number): boolean => start <= at && at < end;

describe('a text cut down to stretches', () => {
  it('has the characters of the stretches in order, coded as they were', () => {
    fc.assert(
      fc.property(spans, fc.array(span, { maxLength: 6 }), (stretches, passages) => {
        const codings = passages.map((one) => ({ ...one, coderId: 'A', themeIds: ['x'] }));
        const text: CodedText = { length: LENGTH, coderIds: ['A'], codings };
        const cut = withinSpans(text, stretches).text;
        const characters = kept(stretches);
        expect(cut.length).toBe(characters.length);
        characters.forEach((at, place) => {
          const before = codings.filter((one) => covers(one, at)).length;
          expect(cut.codings.filter((one) => covers(one, place)).length).toBe(before);
        });
      }),
    );
  });

  it('leads back to where a stretch was', () => {
    fc.assert(
      fc.property(spans, span, (stretches, wanted) => {
        const characters = kept(stretches);
        const cut = { start: wanted.start, end: Math.min(wanted.end, characters.length) };
        fc.pre(cut.start < cut.end);
        const { spanOf } = withinSpans({ length: LENGTH, coderIds: [], codings: [] }, stretches);
        expect(spanOf(cut)).toEqual({
          start: characters[cut.start],
          end: characters[cut.end - 1]! + 1,
        });
      }),
    );
  });
});
