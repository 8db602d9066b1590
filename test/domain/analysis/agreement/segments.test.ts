import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentAgreement } from '../../../../src/domain/analysis/agreement/segment-agreement.ts';
import { segmentKappa } from '../../../../src/domain/analysis/agreement/segment-kappa.ts';
import {
  segmentMatches,
  type MatchThreshold,
} from '../../../../src/domain/analysis/agreement/segment-matches.ts';
import type { Span } from '../../../../src/domain/text/span.ts';

const span = (start: number, end: number): Span => ({ start, end });

const FIRST = [span(0, 10), span(20, 40), span(50, 60), span(70, 75)];
const SECOND = [span(1, 10), span(25, 45), span(52, 55), span(80, 90)];

describe('matching passages at a threshold', () => {
  it.each<[MatchThreshold, string, number]>([
    [1, '', 0],
    [0.9, '0=0', 25],
    [0.5, '0=0 1=1', 50],
    [0.3, '0=0 1=1 2=2', 75],
    ['any', '0=0 1=1 2=2', 75],
  ])('%s matches %s: %d %%', (threshold, pairs, agreement) => {
    const { matches, onlyFirst, onlySecond } = segmentMatches(FIRST, SECOND, threshold);
    expect(matches.map(({ first, second }) => `${first}=${second}`).join(' ')).toBe(pairs);
    expect([onlyFirst.at(-1), onlySecond.at(-1)]).toEqual([3, 3]);
    const counts = {
      matched: matches.length,
      onlyFirst: onlyFirst.length,
      onlySecond: onlySecond.length,
    };
    const got = segmentAgreement(counts);
    expect(got.agreementPercent).toEqual({ value: agreement });
    for (const share of [got.precision, got.recall, got.f1])
      expect(share).toEqual({ value: agreement / 100 });
  });

  it('gives each passage to the one it shares most with, and to one only', () => {
    const { matches, onlyFirst, onlySecond } = segmentMatches(
      [span(0, 10), span(8, 20)],
      [span(9, 21), span(0, 30)],
      'any',
    );
    expect(matches.map(({ first, second }) => [first, second])).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect([onlyFirst, onlySecond]).toEqual([[], []]);
    const equals = segmentMatches([span(0, 4), span(0, 4)], [span(0, 4)], 1);
    expect(equals.matches).toEqual([{ first: 0, second: 0, jaccard: 1 }]);
    expect(equals.onlyFirst).toEqual([1]);
  });

  it('does not match passages that touch', () => {
    expect(segmentMatches([span(0, 5)], [span(5, 9)], 'any').matches).toEqual([]);
  });

  it.each([0, -1, 1.1, NaN])('refuses a threshold of %d', (threshold) => {
    expect(() => segmentMatches(FIRST, SECOND, threshold)).toThrow(RangeError);
  });

  const passages = fc.array(
    fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 9 })).map(([at, size]) => span(at, at + size)),
    { maxLength: 8 },
  );

  it('leaves nothing out, matches nothing twice, and a stricter threshold only takes away', () => {
    const share = fc.double({ min: 0.01, max: 1, noNaN: true });
    fc.assert(
      fc.property(passages, passages, share, (first, second, threshold) => {
        const loose = segmentMatches(first, second, 'any');
        const strict = segmentMatches(first, second, threshold);
        for (const { matches, onlyFirst, onlySecond } of [loose, strict]) {
          const [one, two] = [matches.map((m) => m.first), matches.map((m) => m.second)];
          expect([...one, ...onlyFirst].sort((a, b) => a - b)).toEqual([...first.keys()]);
          expect([...two, ...onlySecond].sort((a, b) => a - b)).toEqual([...second.keys()]);
        }
        expect(loose.matches).toEqual(expect.arrayContaining([...strict.matches]));
        for (const { jaccard } of strict.matches) expect(jaccard).toBeGreaterThanOrEqual(threshold);
        expect(segmentMatches(first, first, 1).onlyFirst).toEqual([]);
      }),
    );
  });
});

describe('agreement in passages', () => {
  it('is undefined without passages, and where the reference has none', () => {
    const none = { value: null, reason: 'no-codings' };
    expect(segmentAgreement({ matched: 0, onlyFirst: 0, onlySecond: 0 })).toEqual({
      agreementPercent: none,
      precision: none,
      recall: none,
      f1: none,
    });
    expect(segmentAgreement({ matched: 0, onlyFirst: 0, onlySecond: 2 })).toEqual({
      agreementPercent: { value: 0 },
      precision: { value: 0 },
      recall: none,
      f1: { value: 0 },
    });
    expect(() => segmentAgreement({ matched: -1, onlyFirst: 0, onlySecond: 0 })).toThrow(
      RangeError,
    );
  });

  it('κ as in MAXQDA: 61 of 73, ten themes', () => {
    const { observed, expected, kappa } = segmentKappa(
      { matched: 61, onlyFirst: 6, onlySecond: 6 },
      10,
    );
    expect([observed.value, expected.value, kappa.value]).toEqual([
      expect.closeTo(0.835616, 6),
      0.1,
      expect.closeTo(0.817352, 6),
    ]);
  });

  it('κ is undefined for one theme and without passages', () => {
    const some = { matched: 1, onlyFirst: 1, onlySecond: 0 };
    expect(segmentKappa(some, 1).kappa).toEqual({ value: null, reason: 'single-category' });
    const nothing = { matched: 0, onlyFirst: 0, onlySecond: 0 };
    expect(segmentKappa(nothing, 5).kappa).toEqual({ value: null, reason: 'no-codings' });
    expect(() => segmentKappa(some, 0)).toThrow(RangeError);
  });
});
