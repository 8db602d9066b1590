import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { characterAgreement } from '../../../../src/domain/analysis/agreement/character-agreement.ts';
import { cohenKappa } from '../../../../src/domain/analysis/agreement/cohen-kappa.ts';
import { contingencyTable } from '../../../../src/domain/analysis/agreement/contingency-table.ts';
import { eachStretch } from '../../../../src/domain/analysis/agreement/each-stretch.ts';
import { spanOverlap } from '../../../../src/domain/analysis/agreement/span-overlap.ts';
import { unionOfSpans, type Span } from '../../../../src/domain/text/span.ts';

const span = (start: number, end: number): Span => ({ start, end });

const LENGTH = 30;
const spans = fc.array(
  fc
    .tuple(fc.nat(LENGTH - 1), fc.integer({ min: 1, max: 12 }))
    .map(([start, size]) => span(start, Math.min(LENGTH, start + size))),
  { maxLength: 5 },
);

/** Each character on its own: 1 where some span is over it. */
const digitised = (some: readonly Span[]): number[] =>
  Array.from({ length: LENGTH }, (_, i) =>
    Number(some.some(({ start, end }) => start <= i && i < end)),
  );

describe('character by character, as NVivo defines it', () => {
  it('1,000 characters, 50 coded by both, 150 by one: 85 %, κ = .318', () => {
    const got = characterAgreement(1000, [span(0, 150)], [span(100, 200)]);
    expect(got).toEqual({
      both: 50,
      onlyFirst: 100,
      onlySecond: 50,
      neither: 800,
      percentAgreement: { value: 0.85 },
      expected: { value: expect.closeTo(0.78, 12) as number },
      kappa: { value: expect.closeTo(0.3181818182, 9) as number },
    });
  });

  it('is what each character as a unit gives, though reckoned from ends', () => {
    fc.assert(
      fc.property(spans, spans, (first, second) => {
        const got = characterAgreement(LENGTH, first, second);
        const table = contingencyTable(digitised(first), digitised(second), [1, 0]);
        expect([
          [got.both, got.onlyFirst],
          [got.onlySecond, got.neither],
        ]).toEqual(table);
        expect(got.kappa).toEqual(cohenKappa(table).kappa);
      }),
    );
  });

  it.each<[string, number, Span[], Span[], string]>([
    ['nothing coded', 10, [], [], 'no-variation'],
    ['everything coded', 10, [span(0, 10)], [span(0, 4), span(4, 10)], 'no-variation'],
    ['an empty text', 0, [], [], 'no-pairs'],
  ])('κ of %s is undefined', (_, length, first, second, reason) => {
    expect(characterAgreement(length, first, second).kappa).toEqual({ value: null, reason });
  });

  it('refuses a passage outside the text', () => {
    expect(() => characterAgreement(10, [span(5, 11)], [])).toThrow(RangeError);
    expect(() => characterAgreement(10, [], [span(-1, 2)])).toThrow(RangeError);
  });
});

describe('how far passages overlap', () => {
  it('is that of the definitions, as in scikit-learn', () => {
    expect(spanOverlap([span(0, 150)], [span(100, 200)])).toEqual({
      precision: { value: 0.5 },
      recall: { value: expect.closeTo(0.333333, 6) as number },
      f1: { value: 0.4 },
      jaccard: { value: 0.25 },
      overlapCoefficient: { value: 0.5 },
    });
  });

  it('is undefined only where the whole is nothing', () => {
    const none = { value: null, reason: 'no-codings' };
    const zero = { value: 0 };
    expect(spanOverlap([], [])).toEqual({
      precision: none,
      recall: none,
      f1: none,
      jaccard: none,
      overlapCoefficient: none,
    });
    expect(spanOverlap([span(0, 3)], [])).toEqual({
      precision: none,
      recall: zero,
      f1: zero,
      jaccard: zero,
      overlapCoefficient: none,
    });
  });

  it('turns precision into recall and nothing else with the coders, and F1 is 2J/(1 + J)', () => {
    fc.assert(
      fc.property(spans, spans, (first, second) => {
        const there = spanOverlap(first, second);
        const back = spanOverlap(second, first);
        expect(back).toEqual({ ...there, precision: there.recall, recall: there.precision });
        const { f1, jaccard, overlapCoefficient } = there;
        if (f1.value === null || jaccard.value === null) return;
        expect(f1.value).toBeCloseTo((2 * jaccard.value) / (1 + jaccard.value), 12);
        expect(overlapCoefficient.value ?? 1).toBeGreaterThanOrEqual(jaccard.value);
        expect(spanOverlap(first, first).f1.value ?? 1).toBe(1);
      }),
    );
  });
});

describe('walking over tracks side by side', () => {
  it('visits every character that any track covers once, with the spans over it', () => {
    const tracks = fc.array(spans.map(unionOfSpans), { maxLength: 4 });
    fc.assert(
      fc.property(tracks, (some) => {
        const seen: string[] = [];
        let last = -1;
        eachStretch(some, (start, end, open) => {
          expect(start).toBeGreaterThanOrEqual(last);
          last = end;
          for (let i = start; i < end; i++) seen.push(`${i} ${open.map(Boolean).join()}`);
          open.forEach((one, track) => {
            if (one) expect(some[track]).toContain(one);
          });
        });
        const columns = some.map(digitised);
        const expected = Array.from({ length: LENGTH }, (_, i) => i)
          .filter((i) => columns.some((column) => column[i]))
          .map((i) => `${i} ${columns.map((column) => column[i] === 1).join()}`);
        expect(seen).toEqual(expected);
      }),
    );
  });
});
