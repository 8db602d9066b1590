import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wordStarts } from '../../../src/domain/analysis/word-starts.ts';
import { countWords } from '../../../src/domain/text/words.ts';

it.each<[string, number[]]>([
  ['', []],
  ['  one two\n\nthree', [2, 6, 11]],
  ['– – niinku 😀😀 e\u0301', [0, 2, 4, 11, 16]],
])('%j begins its words at %j', (text, starts) => {
  expect([...wordStarts(text)]).toEqual(starts);
});

it('finds as many words as countWords counts', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom('a', ' ', '\n', '\u00a0', '\u2009', '\u3000', '\u200b', '-', '😀'),
      }),
      (text) => {
        expect(wordStarts(text).length).toBe(countWords(text));
      },
    ),
  );
});
