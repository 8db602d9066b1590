import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../../src/domain/analysis/measures/answers.ts';
import {
  CES_DIRECTIONS,
  CES_SCALES,
  customerEffort,
  type CesDirection,
  type CesScale,
} from '../../../../src/domain/analysis/measures/customer-effort.ts';
import { customerSatisfaction } from '../../../../src/domain/analysis/measures/customer-satisfaction.ts';
import { netPromoterScore } from '../../../../src/domain/analysis/measures/net-promoter-score.ts';

describe('Net Promoter Score', () => {
  it.each<[string, '0-10' | '1-10', number[], number]>([
    ['0–10', '0-10', [0, 0, 5, 7, 8, 9, 10, 10], 0],
    ['1–10, where 0 is no answer', '1-10', [0, 0, 5, 7, 8, 9, 10, 10], 33.333333],
    ['only passives, who stay in the denominator', '0-10', [7, 8, 8], 0],
    ['all promoters', '1-10', [9, 10], 100],
    ['all detractors', '0-10', [6, 1], -100],
  ])('%s', (_, scale, answers, score) => {
    expect(netPromoterScore(answers, scale).score.value).toBeCloseTo(score, 6);
  });

  it('gives each answer its group, and its count', () => {
    const every = netPromoterScore([...Array(11).keys()], '0-10');
    expect(every.groups.join(' ')).toBe(
      [...Array<string>(7).fill('detractor'), 'passive', 'passive', 'promoter', 'promoter'].join(
        ' ',
      ),
    );
    expect(every.counts).toEqual({ promoter: 2, passive: 2, detractor: 7 });
  });
});

describe('answers of any measure', () => {
  const given: Answer[] = [
    '9',
    ' 10 ',
    null,
    '',
    '  ',
    undefined,
    NaN,
    11,
    'ei',
    '7,5',
    7.5,
    -1,
    '−1',
  ];

  it('tells what is missing and what is no answer on the scale, and moves nothing onto it', () => {
    const { n, missingCount, invalid, groups } = netPromoterScore(given, '0-10');
    expect({ n, missingCount }).toEqual({ n: 2, missingCount: 5 });
    expect(invalid).toEqual([
      { index: 7, answer: 11 },
      { index: 8, answer: 'ei' },
      { index: 9, answer: '7,5' },
      { index: 10, answer: 7.5 },
      { index: 11, answer: -1 },
      { index: 12, answer: '−1' },
    ]);
    expect(groups).toEqual(['promoter', 'promoter', ...Array<null>(11).fill(null)]);
  });

  it('without a valid answer the figures are undefined', () => {
    const none = { value: null, reason: 'no-answers' };
    expect(netPromoterScore([0], '1-10').score).toEqual(none);
    expect(customerSatisfaction([null])).toMatchObject({ n: 0, mean: none, topTwoPercent: none });
    expect(customerEffort([], '1-7', 'low-is-easy')).toMatchObject({
      mean: none,
      easyPercent: none,
      difficultPercent: none,
      index: none,
    });
  });

  it('every answer is counted once: valid, missing or invalid', () => {
    const answer = fc.oneof(fc.integer({ min: -2, max: 12 }), fc.constantFrom(null, '', '3', 'x'));
    fc.assert(
      fc.property(fc.array(answer), (answers) => {
        for (const measure of [
          netPromoterScore(answers, '0-10'),
          customerSatisfaction(answers),
          customerEffort(answers, '1-5', 'high-is-easy'),
        ]) {
          const { n, missingCount, invalid, groups, counts } = measure;
          expect(n + missingCount + invalid.length).toBe(answers.length);
          expect(groups.filter((group) => group !== null)).toHaveLength(n);
          expect(Object.values(counts).reduce((a, b) => a + b, 0)).toBe(n);
        }
      }),
    );
  });
});

describe('customer satisfaction', () => {
  it('is the mean and the share of 4 and 5', () => {
    const { mean, topTwoPercent, counts } = customerSatisfaction([5, 4, 4, 3, 2, 5]);
    expect(mean.value).toBeCloseTo(3.833333, 6);
    expect(topTwoPercent.value).toBeCloseTo(66.666667, 6);
    expect(counts).toEqual({ satisfied: 4, neutral: 1, dissatisfied: 1 });
  });
});

describe('customer effort', () => {
  it('is % easy − % difficult of 1 = very easy … 7 = very difficult', () => {
    const ces = customerEffort([1, 2, 2, 3, 4, 5, 7, 1], '1-7', 'low-is-easy');
    expect([ces.easyPercent.value, ces.difficultPercent.value, ces.index.value]).toEqual([
      62.5, 25, 37.5,
    ]);
    expect(ces.mean.value).toBe(3.125);
  });

  it.each<[CesScale, CesDirection, string]>([
    ['1-5', 'low-is-easy', 'eenDD'],
    ['1-5', 'high-is-easy', 'DDnee'],
    ['1-7', 'low-is-easy', 'eeenDDD'],
    ['1-7', 'high-is-easy', 'DDDneee'],
  ])('on %s, %s, groups %s', (scale, direction, groups) => {
    const letters = { easy: 'e', neutral: 'n', difficult: 'D' };
    const answers = Array.from({ length: CES_SCALES[scale].max }, (_, i) => i + 1);
    const got = customerEffort(answers, scale, direction).groups;
    expect(got.map((group) => (group ? letters[group] : '?')).join('')).toBe(groups);
  });

  it('turns its sign, and nothing else, with the direction', () => {
    const answers = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 });
    fc.assert(
      fc.property(answers, fc.constantFrom<CesScale>('1-7', '1-5'), (some, scale) => {
        const [low, high] = CES_DIRECTIONS.map((direction) =>
          customerEffort(some, scale, direction),
        );
        expect(low?.n).toBe(high?.n);
        expect(low?.mean).toEqual(high?.mean);
        expect((low?.index.value ?? 0) + (high?.index.value ?? 0)).toBeCloseTo(0, 9);
      }),
    );
  });
});

it('measures stay within their range and do not depend on the order of answers', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 }), (answers) => {
      const figures = (some: readonly number[]) => [
        netPromoterScore(some, '0-10').score.value,
        customerEffort(some, '1-5', 'low-is-easy').index.value,
        customerSatisfaction(some).topTwoPercent.value,
        customerSatisfaction(some).mean.value,
      ];
      const [nps, ces, top, mean] = figures(answers).map((value) => value ?? NaN);
      expect(Math.abs(nps ?? NaN)).toBeLessThanOrEqual(100);
      expect(Math.abs(ces ?? NaN)).toBeLessThanOrEqual(100);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top).toBeLessThanOrEqual(100);
      expect(mean).toBeGreaterThanOrEqual(1);
      expect(mean).toBeLessThanOrEqual(5);
      expect(figures(answers.toReversed())).toEqual(figures(answers));
    }),
  );
});
