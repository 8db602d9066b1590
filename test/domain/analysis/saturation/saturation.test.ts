import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newThemes } from '../../../../src/domain/analysis/saturation/new-themes.ts';
import { saturation } from '../../../../src/domain/analysis/saturation/saturation.ts';

const options = { baseSize: 4, runLength: 2, threshold: 0.05 };

/** Runs as "5–6: 3 = 0.12". */
const lines = (counts: readonly number[], some = options): string[] =>
  saturation(counts, some).runs.map(
    ({ first, last, newThemeCount, ratio }) =>
      `${first}–${last}: ${newThemeCount} = ${String(ratio.value)}`,
  );

describe('new themes', () => {
  it('are counted once each, at the first interview that has them', () => {
    expect(newThemes([['a', 'b', 'a'], ['b', 'c'], [], ['d', 'a', 'c']])).toEqual([2, 1, 0, 1]);
  });

  it('add up to all themes in any order of interviews', () => {
    const interviews = fc.array(fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e')));
    fc.assert(
      fc.property(interviews, (some) => {
        const total = new Set(some.flat()).size;
        for (const order of [some, some.toReversed()])
          expect(newThemes(order).reduce((x, y) => x + y, 0)).toBe(total);
      }),
    );
  });
});

describe('saturation by base, run and threshold (Guest, Namey & Chen 2020)', () => {
  const counts = [12, 6, 4, 3, 2, 1, 0, 0];

  it('divides the news of sliding runs by the themes of the base', () => {
    const { baseThemeCount, cumulativeThemeCounts } = saturation(counts, options);
    expect(baseThemeCount).toBe(25);
    expect(cumulativeThemeCounts).toEqual([12, 18, 22, 25, 27, 28, 28, 28]);
    expect(lines(counts)).toEqual(['5–6: 3 = 0.12', '6–7: 1 = 0.04', '7–8: 0 = 0']);
  });

  it.each<[string, Partial<typeof options>, number | string, number | string]>([
    ['≤ 5 %, at 5 (+2)', {}, 5, 7],
    ['0 %, at 6 (+2)', { threshold: 0 }, 6, 8],
    ['exactly at the threshold', { threshold: 0.12 }, 4, 6],
    ['base 5, run 3: 1 of 27', { baseSize: 5, runLength: 3 }, 5, 8],
    ['base 6, run 2', { baseSize: 6 }, 6, 8],
    [
      'a base and a run that are all there is',
      { baseSize: 5, runLength: 3, threshold: 0.01 },
      'not-reached',
      'not-reached',
    ],
    [
      'one interview too few',
      { baseSize: 6, runLength: 3 },
      'too-few-interviews',
      'too-few-interviews',
    ],
  ])('%s', (_, some, after, confirmed) => {
    const { saturatedAfter, confirmedAt } = saturation(counts, { ...options, ...some });
    const told = [saturatedAfter, confirmedAt].map(
      (at) => at.value ?? ('reason' in at && at.reason),
    );
    expect(told).toEqual([after, confirmed]);
  });

  it('tells when later runs bring news again', () => {
    const again = saturation([10, 5, 3, 2, 0, 0, 4, 0, 0], options);
    expect(again.saturatedAfter.value).toBe(4);
    expect(again.laterRunsAbove).toBe(2);
    expect(saturation(counts, options).laterRunsAbove).toBe(0);
  });

  it('is undefined over a base without themes', () => {
    const { runs, saturatedAfter } = saturation([0, 0, 0, 0, 0, 0], options);
    const undefinedBase = { value: null, reason: 'empty-base' };
    expect(runs[0]?.ratio).toEqual(undefinedBase);
    expect(saturatedAfter).toEqual(undefinedBase);
    expect(saturation([], options).saturatedAfter).toEqual({
      value: null,
      reason: 'too-few-interviews',
    });
  });

  it.each([
    { baseSize: 0 },
    { runLength: 0 },
    { baseSize: 1.5 },
    { threshold: -0.1 },
    { threshold: NaN },
  ])('refuses %j', (wrong) => {
    expect(() => saturation(counts, { ...options, ...wrong })).toThrow(RangeError);
    expect(() => saturation([1, -1], options)).toThrow(RangeError);
  });

  it('comes no later with a looser threshold, and never before the base is full', () => {
    const news = fc.array(fc.nat(9), { minLength: 1, maxLength: 15 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(news, share, share, (some, a, b) => {
        const at = (threshold: number): number =>
          saturation(some, { ...options, threshold }).saturatedAfter.value ?? Infinity;
        expect(at(Math.max(a, b))).toBeLessThanOrEqual(at(Math.min(a, b)));
        expect(at(a)).toBeGreaterThanOrEqual(options.baseSize);
      }),
    );
  });
});
