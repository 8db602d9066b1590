import fc from 'fast-check';
import { expect, it } from 'vitest';
import { codePointSpans } from '../../../src/domain/reports/code-point-spans.ts';
import { toCodePoints } from '../../../src/domain/text/codepoints.ts';

it('says of every span what the text’s own count says', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
      const starts = [...text].reduce(
        (all, character) => [...all, (all.at(-1) ?? 0) + character.length],
        [0],
      );
      const spans = starts.map((start) => ({ start, end: text.length }));
      expect(spans.map(codePointSpans(text))).toEqual(
        spans.map(({ start, end }) => ({
          start: toCodePoints(text, start),
          end: toCodePoints(text, end),
        })),
      );
    }),
  );
});
