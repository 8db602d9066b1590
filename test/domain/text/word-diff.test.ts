import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordDiff, type DiffPart } from '../../../src/domain/text/word-diff.ts';

const drawn = (parts: readonly DiffPart[]): string =>
  parts
    .map(({ kind, text }) =>
      kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`,
    )
    .join('');

const sideOf = (parts: readonly DiffPart[], kind: 'removed' | 'added'): string =>
  parts
    .filter((part) => part.kind === 'same' || part.kind === kind)
    .map(({ text }) => text)
    .join('');

describe('the difference of two texts', () => {
  it.each([
    ['nothing', '', '', ''],
    ['the same', 'kept as is', 'kept as is', 'kept as is'],
    ['a new text', '', 'new words', '{+new words+}'],
    ['a text taken away', 'old words', '', '[-old words-]'],
    ['a word changed', 'a small house', 'a big house', 'a [-small-]{+big+} house'],
    ['a word put in', 'one three', 'one two three', 'one {+two +}three'],
    ['a word at the end', 'one', 'one, two', 'one{+, two+}'],
    ['letters beyond ASCII', 'hyvä työ', 'hyvä tiimi', 'hyvä [-työ-]{+tiimi+}'],
  ])('%s', (_, before, after, expected) => {
    expect(drawn(wordDiff(before, after))).toBe(expected);
  });

  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc
      .array(fc.constantFrom('a', 'b', 'c', ' ', '\n', 'ä', '.'), { maxLength: 40 })
      .map((w) => w.join('')),
  );

  it('always holds both texts whole', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = wordDiff(before, after);
        expect([sideOf(parts, 'removed'), sideOf(parts, 'added')]).toEqual([before, after]);
      }),
    );
  });

  it('holds both whole where they are too long to be compared word by word', () => {
    const [before, after] = ['a ', 'b '].map((word) => word.repeat(3_000)) as [string, string];
    const parts = wordDiff(`same ${before}end`, `same ${after}end`);
    expect([sideOf(parts, 'removed'), sideOf(parts, 'added')]).toEqual([
      `same ${before}end`,
      `same ${after}end`,
    ]);
    expect(parts[0]).toEqual({ kind: 'same', text: 'same ' });
  });
});
