import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromCodePoints, toCodePoints } from '../../../src/domain/text/codepoints.ts';
import { anyText } from './texts.ts';

describe('code points and UTF-16 offsets', () => {
  it.each([
    { name: 'nothing', text: '', units: 0, points: 0 },
    { name: 'plain letters', text: 'abc', units: 2, points: 2 },
    { name: 'an ä of one code point', text: 'ä!', units: 1, points: 1 },
    { name: 'an ä of a letter and a mark', text: 'a\u0308!', units: 2, points: 2 },
    { name: 'an emoji', text: '😀!', units: 2, points: 1 },
    { name: 'a family joined by ZWJ', text: '👨‍👩‍👧‍👦!', units: 11, points: 7 },
    { name: 'a mathematical letter', text: 'x𝒳y', units: 3, points: 2 },
    { name: 'half a pair before a letter', text: '\ud83da', units: 1, points: 1 },
    { name: 'half a pair at the end', text: 'a\ude00', units: 2, points: 2 },
    { name: 'halves the wrong way round', text: '\ude00\ud83d', units: 2, points: 2 },
  ])('counts $name alike in both directions', ({ text, units, points }) => {
    expect(toCodePoints(text, units)).toBe(points);
    expect(fromCodePoints(text, points)).toBe(units);
  });

  it('agrees with the iteration of the language for every prefix', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const points = [...text];
        for (let n = 0; n <= points.length; n++) {
          const units = points.slice(0, n).join('').length;
          expect(fromCodePoints(text, n)).toBe(units);
          expect(toCodePoints(text, units)).toBe(n);
        }
      }),
    );
  });

  it('counts the whole pair for an offset inside it', () => {
    expect(toCodePoints('a😀b', 2)).toBe(2);
    expect(fromCodePoints('a😀b', toCodePoints('a😀b', 2))).toBe(3);
  });

  it('counts the whole text for an offset behind it', () => {
    expect(toCodePoints('a😀', 99)).toBe(2);
  });

  it('refuses more code points than there are, with the numbers', () => {
    expect(() => fromCodePoints('a😀', 3)).toThrow(new RangeError('3 code points in a text of 2'));
  });
});
