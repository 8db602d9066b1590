import fc from 'fast-check';

/** What breaks naive text code: pairs, families, flags, marks that join, half pairs, odd white space. */
export const ODD_PIECES = [
  'a',
  'ä',
  'a\u0308',
  'x\u0302',
  ' ',
  '\u0301',
  ' \u0301',
  '\u00a0',
  '\u2003',
  '\n',
  '\n\n',
  '\t',
  '.',
  '–',
  '😀',
  '👍🏽',
  '👨‍👩‍👧‍👦',
  '🇫🇮',
  '🇸🇪',
  '\u{1F1EB}',
  '𝒳',
  '한',
  '\u1112\u1161\u11ab',
  'क्षि',
  '漢',
  'ñ',
  '\u200d',
  '\ud83d',
  '\ude00',
  '❤️',
  '©',
  '®\ufe0f',
  '\u0600',
  'H1:',
  'sana',
  '\u200b',
];

/** Text made of odd pieces, so that clusters meet at every turn. */
export const oddText = fc
  .array(fc.constantFrom(...ODD_PIECES), { maxLength: 40 })
  .map((pieces) => pieces.join(''));

export const anyText = fc.oneof(
  oddText,
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);

/** A text and a span in it. */
export const textAndSpan = anyText
  .filter((text) => text.length > 0)
  .chain((text) =>
    fc
      .tuple(fc.nat(text.length - 1), fc.nat(text.length - 1))
      .map(([a, b]) => ({ text, span: { start: Math.min(a, b), end: Math.max(a, b) + 1 } })),
  );

/** Where clusters begin and the text ends, by the platform's own segmenter over the whole text. */
export function clusterBoundaries(text: string): Set<number> {
  const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
  return new Set([...segmenter.segment(text)].map(({ index }) => index)).add(0).add(text.length);
}
