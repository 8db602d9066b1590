import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWords } from '../../../src/domain/text/words.ts';
import { anyText } from './texts.ts';

describe('countWords', () => {
  it.each([
    { text: '', words: 0 },
    { text: ' \n\t ', words: 0 },
    { text: 'yksi', words: 1 },
    { text: ' yksi  kaksi\nkolme\u00a0neljä ', words: 4 },
    { text: 'B2B-asiakas – tai siis (hän)', words: 5 },
    { text: '👨‍👩‍👧 ja 😀', words: 3 },
  ])('$words in $text', ({ text, words }) => {
    expect(countWords(text)).toBe(words);
  });

  it('agrees with splitting at white space', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(countWords(text)).toBe(text.split(/\s+/).filter((word) => word !== '').length);
      }),
    );
  });
});
