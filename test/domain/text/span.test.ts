import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bySpan,
  overlaps,
  snapSpan,
  unionOfSpans,
  type Span,
} from '../../../src/domain/text/span.ts';
import { clusterBoundaries, textAndSpan } from './texts.ts';

const spanArbitrary: fc.Arbitrary<Span> = fc
  .tuple(fc.nat(40), fc.integer({ min: 1, max: 12 }))
  .map(([start, length]) => ({ start, end: start + length }));

describe('snapSpan', () => {
  it.each([
    { name: 'a word as it is', text: 'one two three', span: [4, 7], said: 'two' },
    {
      name: 'a word without the spaces around it',
      text: 'one two three',
      span: [3, 8],
      said: 'two',
    },
    { name: 'a paragraph without its line feeds', text: 'a\n\nbc\n\n', span: [1, 7], said: 'bc' },
    {
      name: 'no-break and em spaces as white space',
      text: '\u00a0a\u2003',
      span: [0, 3],
      said: 'a',
    },
    { name: 'the whole emoji where half is selected', text: 'x😀y', span: [2, 3], said: '😀' },
    { name: 'the whole family', text: 'x👨‍👩‍👧‍👦y', span: [3, 4], said: '👨‍👩‍👧‍👦' },
    { name: 'the letter with its mark', text: 'xa\u0308y', span: [1, 2], said: 'a\u0308' },
    { name: 'the mark with its letter', text: 'xa\u0308y', span: [2, 3], said: 'a\u0308' },
    { name: 'a space that carries a mark', text: 'x  \u0301 y', span: [1, 5], said: ' \u0301' },
    { name: 'the whole text', text: 'all', span: [0, 3], said: 'all' },
  ])('takes $name', ({ text, span: [start = 0, end = 0], said }) => {
    const snapped = snapSpan(text, { start, end });
    expect(snapped && text.slice(snapped.start, snapped.end)).toBe(said);
  });

  it.each(['   ', '\n\n', ' \u00a0\u2003\t', '\r\n'])(
    'finds nothing in white space only: %j',
    (text) => {
      expect(snapSpan(text, { start: 0, end: text.length })).toBeNull();
    },
  );

  it.each([
    { name: 'empty', start: 2, end: 2 },
    { name: 'reversed', start: 3, end: 2 },
    { name: 'before the text', start: -1, end: 2 },
    { name: 'behind the text', start: 2, end: 6 },
    { name: 'not whole', start: 0.5, end: 2 },
    { name: 'not a number', start: NaN, end: 2 },
  ])('refuses a span that is $name, with the numbers', ({ start, end }) => {
    expect(() => snapSpan('abcde', { start, end })).toThrow(
      new RangeError(`span ${start}–${end} is not inside a text of 5`),
    );
  });

  it('never splits a cluster, keeps what is not white space, and is settled after one time', () => {
    fc.assert(
      fc.property(textAndSpan, ({ text, span }) => {
        const snapped = snapSpan(text, span);
        const inside = [...text.slice(span.start, span.end).matchAll(/\S/g)].map(
          (m) => span.start + m.index,
        );
        if (!snapped) {
          expect(inside).toEqual([]);
          return;
        }
        const clusters = clusterBoundaries(text);
        expect(clusters.has(snapped.start) && clusters.has(snapped.end)).toBe(true);
        for (const at of inside) expect(at >= snapped.start && at < snapped.end).toBe(true);
        expect(text.slice(snapped.start, snapped.end).trim()).not.toBe('');
        expect(snapSpan(text, snapped)).toEqual(snapped);
      }),
    );
  });
});

describe('overlaps', () => {
  it.each([
    { a: [0, 3], b: [2, 5], expected: true },
    { a: [0, 3], b: [3, 5], expected: false },
    { a: [0, 9], b: [3, 5], expected: true },
    { a: [6, 9], b: [3, 5], expected: false },
  ])('$a and $b: $expected, both ways', ({ a: [s = 0, e = 0], b: [t = 0, f = 0], expected }) => {
    expect(overlaps({ start: s, end: e }, { start: t, end: f })).toBe(expected);
    expect(overlaps({ start: t, end: f }, { start: s, end: e })).toBe(expected);
  });
});

describe('unionOfSpans', () => {
  it('covers each unit that any span covers, once, in order and without touching spans', () => {
    fc.assert(
      fc.property(fc.array(spanArbitrary, { maxLength: 20 }), (spans) => {
        const union = unionOfSpans(spans);
        const covered = (list: readonly Span[], at: number): number =>
          list.filter(({ start, end }) => start <= at && at < end).length;
        for (let at = 0; at < 60; at++)
          expect(covered(union, at)).toBe(Math.min(1, covered(spans, at)));
        for (const [i, span] of union.entries())
          expect(span.start).toBeGreaterThan(union[i - 1]?.end ?? -1);
      }),
    );
  });

  it('leaves the spans it was given as they were', () => {
    const spans = [Object.freeze({ start: 2, end: 4 }), Object.freeze({ start: 0, end: 3 })];
    expect(unionOfSpans(Object.freeze(spans))).toEqual([{ start: 0, end: 4 }]);
  });
});

describe('bySpan', () => {
  it('reads from the left, the longer first', () => {
    const spans = [
      { start: 3, end: 4 },
      { start: 0, end: 2 },
      { start: 0, end: 9 },
    ];
    expect(spans.sort(bySpan)).toEqual([
      { start: 0, end: 9 },
      { start: 0, end: 2 },
      { start: 3, end: 4 },
    ]);
  });
});
