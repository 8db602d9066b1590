import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isGraphemeBoundary } from '../../../src/domain/text/graphemes.ts';
import { anyText, clusterBoundaries } from './texts.ts';

const boundariesIn = (text: string): number[] =>
  Array.from({ length: text.length + 1 }, (_, at) => at).filter((at) =>
    isGraphemeBoundary(text, at),
  );

const inOrder = (offsets: Iterable<number>): number[] => [...offsets].sort((a, b) => a - b);

/** Where signs of different kinds stand side by side. */
const isDense = (unit: number): boolean => unit < 0x600 || (unit >= 0x2000 && unit < 0x3100);

describe('isGraphemeBoundary', () => {
  it.each([
    { name: 'a letter and its mark', text: 'xa\u0308y', boundaries: [0, 1, 3, 4] },
    { name: 'an emoji', text: 'x😀y', boundaries: [0, 1, 3, 4] },
    { name: 'a family', text: '👨‍👩‍👧‍👦', boundaries: [0, 11] },
    { name: 'two flags', text: '🇫🇮🇸🇪', boundaries: [0, 4, 8] },
    { name: 'a skin tone', text: '👍🏽.', boundaries: [0, 4, 5] },
    { name: 'a carriage return and line feed', text: 'a\r\nb', boundaries: [0, 1, 3, 4] },
    { name: 'a space that carries a mark', text: 'a \u0301b', boundaries: [0, 1, 3, 4] },
    { name: 'a heart drawn as an emoji', text: '❤️', boundaries: [0, 2] },
  ])('keeps $name whole', ({ text, boundaries }) => {
    expect(boundariesIn(text)).toEqual(boundaries);
  });

  it('agrees with the segmenter over the whole text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(boundariesIn(text)).toEqual(inOrder(clusterBoundaries(text)));
      }),
    );
  });

  it.each([
    { name: 'a hundred flags in a row', text: '🇫🇮'.repeat(100) },
    { name: 'a letter under a thousand marks', text: `a${'\u0301'.repeat(1_000)}b` },
    { name: 'a long chain of ZWJ', text: `x${'👩‍'.repeat(200)}👧y` },
    { name: 'a long Hangul syllable', text: `${'\u1100'.repeat(700)}\u1161` },
    { name: 'a line without Latin letters', text: 'क्षि漢한'.repeat(120) },
  ])('agrees with it in $name', ({ text }) => {
    expect(boundariesIn(text)).toEqual(inOrder(clusterBoundaries(text)));
  });

  it('agrees with it about units of all kinds, alone, doubled and next to a letter', () => {
    for (let unit = 0; unit <= 0xffff; unit += isDense(unit) ? 1 : 41) {
      const sign = String.fromCharCode(unit);
      const text = `a${sign}${sign}a\n${sign}漢${sign}가`;
      const expected = inOrder(clusterBoundaries(text));
      if (boundariesIn(text).join() !== expected.join())
        expect.fail(
          `U+${unit.toString(16)}: ${boundariesIn(text).join()} where ${expected.join()} is right`,
        );
    }
  });
});
