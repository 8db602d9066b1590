import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  brayCurtisAmong,
  brayCurtisDistance,
} from '../../../../src/domain/analysis/typification/bray-curtis-distance.ts';
import { devianceScores } from '../../../../src/domain/analysis/typification/deviance-scores.ts';
import { distanceMatrix } from '../../../../src/domain/analysis/typification/distance-matrix.ts';
import { jaccardDistance } from '../../../../src/domain/analysis/typification/jaccard-distance.ts';
import {
  THESIS_BRAY_CURTIS,
  THESIS_COUNTS,
  THESIS_DEVIANCE,
  THESIS_JACCARD,
} from './thesis-profiles.ts';

describe.each([
  ['Jaccard', jaccardDistance, THESIS_JACCARD],
  ['Bray–Curtis on proportions', brayCurtisDistance, THESIS_BRAY_CURTIS],
] as const)('%s distance', (_, distance, published) => {
  it('is SciPy’s for the interviews of a thesis', () => {
    const { matrix } = distanceMatrix(THESIS_COUNTS, distance);
    published.forEach((row, i) => {
      row.forEach((expected, j) => expect(matrix[i]?.[j]).toBeCloseTo(expected, 5));
    });
  });

  const profile = fc.array(fc.nat(9), { minLength: 5, maxLength: 5 });

  it('is 0 to itself, the same both ways, and within 0–1', () => {
    fc.assert(
      fc.property(profile, profile, (a, b) => {
        const { value } = distance(a, b);
        expect(distance(b, a).value).toBe(value);
        if (value !== null) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
        if (a.some(Boolean)) expect(distance(a, a)).toEqual({ value: 0 });
      }),
    );
  });

  it('does not depend on how the themes are ordered, nor on how much a case was coded', () => {
    fc.assert(
      fc.property(profile, profile, fc.integer({ min: 2, max: 5 }), (a, b, times) => {
        const value = distance(a, b).value ?? -1;
        const more = a.map((count) => count * times);
        expect(distance(a.toReversed(), b.toReversed()).value ?? -1).toBeCloseTo(value, 12);
        expect(distance(more, b).value ?? -1).toBeCloseTo(value, 12);
      }),
    );
  });

  it('keeps the triangle inequality', () => {
    fc.assert(
      fc.property(profile, profile, profile, (a, b, c) => {
        const [ab, bc, ac] = [distance(a, b).value, distance(b, c).value, distance(a, c).value];
        if (ab !== null && bc !== null && ac !== null)
          expect(ac).toBeLessThanOrEqual(ab + bc + 1e-12);
      }),
    );
  });

  it('is 1 where no theme is shared and undefined where there are none', () => {
    expect(distance([2, 0, 1], [0, 3, 0]).value).toBeCloseTo(1, 12);
    expect(distance([0, 0], [0, 0])).toEqual({ value: null, reason: 'empty-profile' });
    expect(() => distance([1], [1, 0])).toThrow(RangeError);
  });
});

it('Bray–Curtis distance among many profiles is that of each two of them', () => {
  const profile = fc.array(fc.nat(9), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(profile, { maxLength: 6 }), (counts) => {
      const among = brayCurtisAmong(counts);
      for (const a of counts)
        for (const b of counts) {
          const [quick, plain] = [among(a, b), brayCurtisDistance(a, b)];
          expect(quick).toEqual(plain);
        }
    }),
  );
});

it('Jaccard distance sees themes, Bray–Curtis how often', () => {
  expect(jaccardDistance([1, 9], [9, 1]).value).toBe(0);
  expect(brayCurtisDistance([1, 9], [9, 1]).value).toBeCloseTo(0.8, 12);
  expect(jaccardDistance([1, 0], [0, 0])).toEqual({ value: 1 });
  expect(brayCurtisDistance([1, 0], [0, 0])).toEqual({ value: null, reason: 'empty-profile' });
});

describe('the matrix of distances', () => {
  it('leaves out cases without codings and says which', () => {
    const { compared, leftOut, matrix } = distanceMatrix(
      [
        [1, 1],
        [0, 0],
        [1, 0],
      ],
      jaccardDistance,
    );
    expect({ compared, leftOut, matrix }).toEqual({
      compared: [0, 2],
      leftOut: [1],
      matrix: [
        [0, 0.5],
        [0.5, 0],
      ],
    });
  });
});

describe('the deviance score', () => {
  it('is numpy’s for the interviews of a thesis', () => {
    devianceScores(THESIS_COUNTS).forEach(({ value }, i) => {
      expect(value).toBeCloseTo(THESIS_DEVIANCE[i] ?? NaN, 5);
    });
  });

  it('is the distance to the other one where there are two', () => {
    const [a, b] = [
      [1, 2, 0],
      [0, 1, 3],
    ];
    const distance = brayCurtisDistance(a, b).value ?? NaN;
    for (const { value } of devianceScores([a, b])) expect(value).toBeCloseTo(distance, 12);
  });

  it('is undefined without codings and without others; neither changes the scores of the rest', () => {
    expect(
      devianceScores([
        [0, 0],
        [3, 1],
      ]),
    ).toEqual([
      { value: null, reason: 'empty-profile' },
      { value: null, reason: 'no-others' },
    ]);
    const rest = devianceScores(THESIS_COUNTS);
    expect(devianceScores([...THESIS_COUNTS, [0, 0, 0, 0, 0, 0, 0, 0]])).toEqual([
      ...rest,
      { value: null, reason: 'empty-profile' },
    ]);
    expect(devianceScores([])).toEqual([]);
  });

  it('is 0 for everybody where all profiles have one shape', () => {
    for (const { value } of devianceScores([
      [1, 2],
      [2, 4],
      [3, 6],
    ]))
      expect(value).toBeCloseTo(0, 12);
  });
});
