import { expect, it } from 'vitest';
import {
  caseProfiles,
  presence,
} from '../../../../src/domain/analysis/typification/case-profiles.ts';
import { proportions } from '../../../../src/domain/analysis/typification/proportions.ts';

it('counts each theme once per coding, and leaves nobody out', () => {
  const { counts } = caseProfiles(
    ['H1', 'H2', 'H3'],
    ['trust', 'price'],
    [
      { caseId: 'H1', themeIds: ['trust', 'trust'] },
      { caseId: 'H1', themeIds: ['trust', 'price'] },
      { caseId: 'H3', themeIds: ['price', 'unknown'] },
      { caseId: 'H9', themeIds: ['price'] },
    ],
  );
  expect(counts).toEqual([
    [2, 1],
    [0, 0],
    [0, 1],
  ]);
  expect(counts.map(presence)).toEqual([
    [true, true],
    [false, false],
    [false, true],
  ]);
});

it('shares of a profile are of its own total; without codings it has none', () => {
  expect(proportions([1, 0, 3])).toEqual([0.25, 0, 0.75]);
  expect(proportions([0, 0])).toBeNull();
  expect(() => proportions([2, -1])).toThrow(RangeError);
});
