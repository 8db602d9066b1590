import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../../src/domain/text/canonical-text.ts';
import { describeQuote, holds, matchQuote } from '../../../src/domain/text/quote.ts';
import { snapSpan } from '../../../src/domain/text/span.ts';
import { anyText, clusterBoundaries, textAndSpan } from './texts.ts';

const TEXT =
  'Se on hyvä. Ei se ole huono.\n\nSe on hyvä, sanoi B2B-asiakas (a.k.a. [hän]) 3 $:n hinnasta!';

const saidBy = (text: string, quote: string, near?: number): string | null => {
  const match = matchQuote(text, quote, near);
  return match && text.slice(match.span.start, match.span.end);
};

describe('describeQuote', () => {
  it('tells the quote with 32 characters either side', () => {
    const text = `${'a'.repeat(40)}QUOTE${'b'.repeat(40)}`;
    expect(describeQuote(text, { start: 40, end: 45 })).toEqual({
      start: 40,
      end: 45,
      quote: 'QUOTE',
      prefix: 'a'.repeat(32),
      suffix: 'b'.repeat(32),
    });
  });

  it('tells less at the ends of the text', () => {
    expect(describeQuote('abc', { start: 1, end: 2 })).toMatchObject({ prefix: 'a', suffix: 'c' });
  });

  it('leaves out half a pair at the edge of the context', () => {
    const text = `😀${'a'.repeat(31)}Q${'b'.repeat(31)}😀`;
    const { prefix, suffix } = describeQuote(text, { start: 33, end: 34 });
    expect([prefix, suffix]).toEqual(['a'.repeat(31), 'b'.repeat(31)]);
  });

  it('always holds in its own text, and no longer where the text says something else', () => {
    fc.assert(
      fc.property(textAndSpan, ({ text, span }) => {
        const anchor = describeQuote(text, span);
        expect(holds(text, anchor)).toBe(true);
        expect(text.slice(0, span.start).endsWith(anchor.prefix)).toBe(true);
        expect(text.slice(span.end).startsWith(anchor.suffix)).toBe(true);
        expect(holds(`x${text}`, anchor)).toBe(
          `x${text}`.slice(span.start, span.end) === anchor.quote,
        );
      }),
    );
  });
});

describe('matchQuote', () => {
  it.each([
    { name: 'word for word', quote: 'Ei se ole huono.' },
    { name: 'with white space around', quote: '  Ei se ole huono.\n' },
    { name: 'with other white space inside', quote: 'Ei  se\u00a0ole\r\nhuono.' },
    { name: 'across a paragraph', quote: 'huono. Se on', said: 'huono.\n\nSe on' },
    { name: 'decomposed', quote: 'hyvä. Ei'.normalize('NFD'), said: 'hyvä. Ei' },
    {
      name: 'with soft hyphens and a byte order mark',
      quote: '\ufeffEi se ole huo\u00adno.',
      said: 'Ei se ole huono.',
    },
    {
      name: 'with signs that mean something in patterns',
      quote: 'B2B-asiakas  (a.k.a.  [hän]) 3 $:n',
      said: 'B2B-asiakas (a.k.a. [hän]) 3 $:n',
    },
  ])('finds a quote $name', ({ quote, said }) => {
    expect(saidBy(TEXT, quote)).toBe(said ?? quote.trim().replace(/\s+/g, ' '));
  });

  it.each([
    { name: 'another word', quote: 'Ei se ole hyvä.' },
    { name: 'other letters', quote: 'ei se ole huono.' },
    { name: 'an accent missing', quote: 'hyva' },
    { name: 'a word less', quote: 'Ei se huono.' },
    { name: 'other marks', quote: 'B2B–asiakas' },
    { name: 'spaces in a word', quote: 'asia kas' },
    { name: 'a space missing', quote: 'Eise ole' },
    { name: 'white space only', quote: ' \n ' },
    { name: 'nothing', quote: '' },
    { name: 'more than the text', quote: `${TEXT}!` },
    { name: 'a pattern', quote: 'Ei .* huono.' },
  ])('is never content with something like it: $name', ({ quote }) => {
    expect(matchQuote(TEXT, quote)).toBeNull();
  });

  it('does not take the letter out of a letter that carries a mark', () => {
    expect(matchQuote('x\u0302 y', 'x')).toBeNull();
    expect(matchQuote('x\u0302 x', 'x')).toEqual({ span: { start: 3, end: 4 }, count: 1 });
  });

  it.each([
    { near: undefined, start: 0 },
    { near: 0, start: 0 },
    { near: 14, start: 0 },
    { near: 25, start: 30 },
    { near: 9_999, start: 30 },
    { near: -5, start: 0 },
  ])('takes the place nearest to $near of two', ({ near, start }) => {
    expect(matchQuote(TEXT, 'Se on hyvä', near)).toEqual({
      span: { start, end: start + 10 },
      count: 2,
    });
  });

  it('takes the nearest also where white space differs', () => {
    expect(matchQuote('a b. a  b. a\nb.', 'a   b.', 11)).toEqual({
      span: { start: 11, end: 15 },
      count: 3,
    });
  });

  it('finds what overlaps itself', () => {
    expect(matchQuote('ha ha ha', 'ha ha', 3)?.span).toEqual({ start: 3, end: 8 });
  });

  it('finds every excerpt of a canonical text at its own place', () => {
    fc.assert(
      fc.property(textAndSpan, ({ text: raw, span: { start, end } }) => {
        const text = canonicalText(raw);
        fc.pre(text.length > 0 && start < text.length);
        const span = snapSpan(text, { start, end: Math.min(end, text.length) });
        if (!span) return;
        const { quote } = describeQuote(text, span);
        expect(matchQuote(text, quote, span.start)?.span).toEqual(span);
        expect(matchQuote(text, quote.normalize('NFD'), span.start)?.span).toEqual(span);
      }),
    );
  });

  it('says word for word what was asked for, wherever it says anything', () => {
    const words = (text: string): string[] => text.trim().split(/\s+/);
    fc.assert(
      fc.property(anyText, anyText, fc.nat(60), (raw, quote, near) => {
        const text = canonicalText(raw);
        const match = matchQuote(text, quote, near);
        if (!match) return;
        expect(words(text.slice(match.span.start, match.span.end))).toEqual(
          words(canonicalText(quote)),
        );
        const clusters = clusterBoundaries(text);
        expect(clusters.has(match.span.start) && clusters.has(match.span.end)).toBe(true);
      }),
    );
  });
});
