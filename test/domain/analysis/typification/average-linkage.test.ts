import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averageLinkage } from '../../../../src/domain/analysis/typification/average-linkage.ts';
import { brayCurtisDistance } from '../../../../src/domain/analysis/typification/bray-curtis-distance.ts';
import { dendrogram } from '../../../../src/domain/analysis/typification/dendrogram.ts';
import { distanceMatrix } from '../../../../src/domain/analysis/typification/distance-matrix.ts';
import { jaccardDistance } from '../../../../src/domain/analysis/typification/jaccard-distance.ts';
import { THESIS_COUNTS, THESIS_MERGES } from './thesis-profiles.ts';

/** Distinct distances, so that no ties leave a choice. */
const matrixOf = (n: number): fc.Arbitrary<number[][]> =>
  fc
    .uniqueArray(fc.integer({ min: 1, max: 1e6 }), {
      minLength: (n * (n - 1)) / 2,
      maxLength: (n * (n - 1)) / 2,
    })
    .map((distances) => {
      const matrix = Array.from({ length: n }, () => new Array<number>(n).fill(0));
      let next = 0;
      for (let i = 0; i < n; i++)
        for (let j = 0; j < i; j++) matrix[i]![j] = matrix[j]![i] = distances[next++]!;
      return matrix;
    });

const anyMatrix = fc.integer({ min: 0, max: 9 }).chain(matrixOf);

/** The items under each cluster of a tree. */
function membersOf(n: number, merges: ReturnType<typeof averageLinkage>): number[][] {
  const members = Array.from({ length: n }, (_, i) => [i]);
  for (const { a, b } of merges) members.push([...members[a]!, ...members[b]!]);
  return members;
}

describe('the average-linkage tree', () => {
  it('is SciPy’s for the interviews of a thesis', () => {
    const merges = averageLinkage(distanceMatrix(THESIS_COUNTS, brayCurtisDistance).matrix);
    expect(merges).toEqual(
      THESIS_MERGES.map((merge) => ({
        ...merge,
        height: expect.closeTo(merge.height, 5) as number,
      })),
    );
    const byThemes = averageLinkage(distanceMatrix(THESIS_COUNTS, jaccardDistance).matrix);
    const heights = [0, 0.166667, 0.285714, 0.301587, 0.357143, 0.459325];
    byThemes.forEach(({ height }, i) => expect(height).toBeCloseTo(heights[i] ?? NaN, 5));
  });

  it('joins at the mean distance between the members of the two, whatever came before', () => {
    fc.assert(
      fc.property(anyMatrix, (matrix) => {
        const merges = averageLinkage(matrix);
        const members = membersOf(matrix.length, merges);
        expect(merges).toHaveLength(Math.max(0, matrix.length - 1));
        for (const { a, b, height, size } of merges) {
          const between = members[a]!.flatMap((i) => members[b]!.map((j) => matrix[i]![j]!));
          const mean = between.reduce((x, y) => x + y, 0) / between.length;
          expect(a).toBeLessThan(b);
          expect(height / mean).toBeCloseTo(1, 9);
          expect(size).toBe(members[a]!.length + members[b]!.length);
        }
      }),
    );
  });

  it('never joins lower than before', () => {
    fc.assert(
      fc.property(anyMatrix, (matrix) => {
        const heights = averageLinkage(matrix).map(({ height }) => height);
        heights.slice(1).forEach((height, i) => {
          expect(height).toBeGreaterThanOrEqual(heights[i]! * (1 - 1e-9));
        });
      }),
    );
  });

  it('groups the same items, whatever their order', () => {
    const shuffled = fc
      .integer({ min: 2, max: 7 })
      .chain((n) =>
        fc.tuple(
          matrixOf(n),
          fc.shuffledSubarray([...Array(n).keys()], { minLength: n, maxLength: n }),
        ),
      );
    fc.assert(
      fc.property(shuffled, ([matrix, order]) => {
        const groups = (merges: ReturnType<typeof averageLinkage>, nameOf: (i: number) => number) =>
          membersOf(matrix.length, merges)
            .map((items) =>
              items
                .map(nameOf)
                .sort((a, b) => a - b)
                .join(),
            )
            .sort();
        const other = order.map((i) => order.map((j) => matrix[i]![j]!));
        expect(groups(averageLinkage(other), (i) => order[i]!)).toEqual(
          groups(averageLinkage(matrix), (i) => i),
        );
      }),
    );
  });

  it.each<[string, number[][], number[][]]>([
    ['nothing', [], []],
    ['one item', [[0]], []],
    [
      'equal distances from the lowest ids up',
      [
        [0, 1, 1, 1],
        [1, 0, 1, 1],
        [1, 1, 0, 1],
        [1, 1, 1, 0],
      ],
      [
        [0, 1],
        [2, 3],
        [4, 5],
      ],
    ],
    [
      'distances that only rounding tells apart as equal',
      [
        [0, 0.1 + 0.2, 1],
        [0.1 + 0.2, 0, 0.3],
        [1, 0.3, 0],
      ],
      [
        [0, 1],
        [2, 3],
      ],
    ],
  ])('joins %s', (_, matrix, pairs) => {
    expect(averageLinkage(matrix).map(({ a, b }) => [a, b])).toEqual(pairs);
  });

  it.each([
    ['a row too short', [[0, 1], [1]]],
    [
      'a negative distance',
      [
        [0, -1],
        [-1, 0],
      ],
    ],
    [
      'no number',
      [
        [0, NaN],
        [NaN, 0],
      ],
    ],
  ])('refuses %s', (_, matrix) => {
    expect(() => averageLinkage(matrix)).toThrow(RangeError);
  });
});

describe('the dendrogram', () => {
  it('puts the earlier case left and each bracket over the middle of its legs', () => {
    expect(dendrogram(7, THESIS_MERGES)).toEqual({
      leaves: [0, 4, 2, 1, 3, 6, 5],
      xOfLeaf: [0, 3, 2, 4, 1, 6, 5],
      maxHeight: 0.45,
      joins: [
        { left: { x: 3, height: 0 }, right: { x: 4, height: 0 }, height: 0.183333 },
        { left: { x: 3.5, height: 0.183333 }, right: { x: 5, height: 0 }, height: 0.3 },
        { left: { x: 0, height: 0 }, right: { x: 1, height: 0 }, height: 0.316667 },
        { left: { x: 4.25, height: 0.3 }, right: { x: 6, height: 0 }, height: 0.384127 },
        { left: { x: 0.5, height: 0.316667 }, right: { x: 2, height: 0 }, height: 0.408333 },
        {
          left: { x: 1.25, height: 0.408333 },
          right: { x: 5.125, height: 0.384127 },
          height: 0.45,
        },
      ],
    });
  });

  it('never crosses: what a bracket joins stands side by side, between its legs', () => {
    fc.assert(
      fc.property(anyMatrix, (matrix) => {
        const merges = averageLinkage(matrix);
        const { leaves, xOfLeaf, joins } = dendrogram(matrix.length, merges);
        expect([...leaves].sort((a, b) => a - b)).toEqual([...matrix.keys()]);
        leaves.forEach((item, x) => expect(xOfLeaf[item]).toBe(x));
        const members = membersOf(matrix.length, merges).slice(matrix.length);
        members.forEach((items, i) => {
          const places = items.map((item) => xOfLeaf[item]!);
          const [first, last] = [Math.min(...places), Math.max(...places)];
          expect(last - first).toBe(items.length - 1);
          const { left, right, height } = joins[i]!;
          expect(left.x).toBeLessThan(right.x);
          expect(left.x).toBeGreaterThanOrEqual(first);
          expect(right.x).toBeLessThanOrEqual(last);
          expect(Math.max(left.height, right.height)).toBeLessThanOrEqual(height * (1 + 1e-9));
        });
      }),
    );
  });

  it('is empty for no item and a lone leaf for one', () => {
    expect(dendrogram(0, [])).toEqual({ leaves: [], xOfLeaf: [], joins: [], maxHeight: 0 });
    expect(dendrogram(1, [])).toEqual({ leaves: [0], xOfLeaf: [0], joins: [], maxHeight: 0 });
  });

  it('refuses joins that are no tree', () => {
    const join = (a: number, b: number) => ({ a, b, height: 1, size: 2 });
    expect(() => dendrogram(3, [join(0, 1)])).toThrow(RangeError);
    expect(() => dendrogram(3, [join(0, 1), join(0, 2)])).toThrow(RangeError);
    expect(() => dendrogram(2, [join(0, 2)])).toThrow(RangeError);
  });
});
