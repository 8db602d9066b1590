import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brennanPrediger } from '../../../../src/domain/analysis/agreement/brennan-prediger.ts';
import { cohenKappa } from '../../../../src/domain/analysis/agreement/cohen-kappa.ts';
import {
  contingencyTable,
  marginsOf,
  ratedFromTable,
  type ContingencyTable,
} from '../../../../src/domain/analysis/agreement/contingency-table.ts';
import { gwetAC1 } from '../../../../src/domain/analysis/agreement/gwet-ac1.ts';
import { holstiIndex } from '../../../../src/domain/analysis/agreement/holsti-index.ts';
import { krippendorffAlpha } from '../../../../src/domain/analysis/agreement/krippendorff-alpha.ts';
import { percentAgreement } from '../../../../src/domain/analysis/agreement/percent-agreement.ts';
import { scottPi } from '../../../../src/domain/analysis/agreement/scott-pi.ts';
import type { Statistic } from '../../../../src/domain/analysis/statistic.ts';

const nominal = (table: ContingencyTable) =>
  krippendorffAlpha(ratedFromTable(table), { kind: 'nominal' });

const COEFFICIENTS = {
  percent: (table: ContingencyTable) => percentAgreement(ratedFromTable(table)),
  kappa: (table: ContingencyTable) => cohenKappa(table).kappa,
  pi: scottPi,
  ac1: (table: ContingencyTable) => gwetAC1(ratedFromTable(table)),
  bp: (table: ContingencyTable) => brennanPrediger(ratedFromTable(table)),
  alpha: (table: ContingencyTable) => nominal(table).alpha,
} satisfies Record<string, (table: ContingencyTable) => Statistic>;

/** Rows are the first coder. Made with R: irr 0.84.1, irrCAC 1.0, psych 2.2.9, vcd 1.4-11. */
const PUBLISHED = [
  {
    source: 'a textbook’s 20, 5, 10, 15',
    table: [
      [20, 5],
      [10, 15],
    ],
    percent: 0.7,
    kappa: 0.4,
    pi: 0.393939,
    ac1: 0.405941,
    bp: 0.4,
    alpha: 0.4,
    errors: [0.126996, 0.138564, 2.886751, 0.151092, 0.648908],
  },
  {
    source: 'Cohen 1960, p. 45 (κ = .492)',
    table: [
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ],
    percent: 0.7,
    kappa: 0.491525,
    pi: 0.487179,
    ac1: 0.575972,
    bp: 0.55,
    alpha: 0.488462,
    errors: [0.051002, 0.051979, 9.456242, 0.391564, 0.591487],
  },
  {
    source: 'Feinstein & Cicchetti 1990, balanced (85 %, κ = .70)',
    table: [
      [40, 9],
      [6, 45],
    ],
    percent: 0.85,
    kappa: 0.699519,
    pi: 0.699248,
    ac1: 0.700748,
    bp: 0.7,
    alpha: 0.700752,
    errors: [0.071394, 0.099819, 7.007858, 0.55959, 0.839448],
  },
  {
    source: 'Feinstein & Cicchetti 1990, skewed (85 %, κ = .32)',
    table: [
      [80, 10],
      [5, 5],
    ],
    percent: 0.85,
    kappa: 0.318182,
    pi: 0.314286,
    ac1: 0.808,
    bp: 0.7,
    alpha: 0.317714,
    errors: [0.133457, 0.097383, 3.26732, 0.056612, 0.579752],
  },
] as const;

describe.each(PUBLISHED)('two coders: $source', ({ table, errors, ...expected }) => {
  it.each(['percent', 'kappa', 'pi', 'ac1', 'bp', 'alpha'] as const)('%s', (name) => {
    expect(COEFFICIENTS[name](table).value).toBeCloseTo(expected[name], 5);
  });

  it('standard errors of κ, z and the interval', () => {
    const { standardError, standardErrorNull, zNull, interval95 } = cohenKappa(table);
    const got = [standardError.value, standardErrorNull.value, zNull.value, ...(interval95 ?? [])];
    errors.forEach((value, i) => expect(got[i]).toBeCloseTo(value, 5));
  });
});

describe('two lists of ratings', () => {
  it('are the table of ATLAS.ti’s manual: 60 % agreement, 56 % by chance, α = .095', () => {
    const first = [1, 1, 0, 0, 0, 0, 0, 0, 0, 0];
    const second = [0, 1, 1, 0, 0, 1, 0, 1, 0, 0];
    const table = contingencyTable(first, second, [0, 1]);
    expect(table).toEqual([
      [5, 3],
      [1, 1],
    ]);
    expect(COEFFICIENTS.percent(table).value).toBeCloseTo(0.6, 12);
    const { alpha, expectedDisagreement } = nominal(table);
    expect(alpha.value).toBeCloseTo(0.095238, 6);
    expect(1 - (expectedDisagreement.value ?? NaN)).toBeCloseTo(0.55789474, 8);
  });

  it('are those of Krippendorff 1995, example A, digitised: .385, .314, .329', () => {
    const digits = (some: string) => [...some].map(Number);
    const table = contingencyTable(
      digits('001111111100001111110000'),
      digits('000011110000000110000000'),
      [0, 1],
    );
    expect(COEFFICIENTS.kappa(table).value).toBeCloseTo(0.385, 3);
    expect(COEFFICIENTS.pi(table).value).toBeCloseTo(0.314, 3);
    expect(COEFFICIENTS.alpha(table).value).toBeCloseTo(0.329, 3);
  });

  it('leave out what either did not rate and refuse what is not in the scale', () => {
    expect(contingencyTable(['a', null, 'b'], ['a', 'b', null], ['a', 'b'])).toEqual([
      [1, 0],
      [0, 0],
    ]);
    expect(() => contingencyTable(['a'], ['c'], ['a', 'b'])).toThrow(RangeError);
    expect(() => contingencyTable(['c'], ['a'], ['a', 'b'])).toThrow(RangeError);
    expect(() => contingencyTable(['a'], ['a', 'b'], ['a', 'b'])).toThrow(RangeError);
  });
});

describe('agreement without variation', () => {
  const constant = [
    [0, 0],
    [0, 4],
  ];
  const noVariation = { value: null, reason: 'no-variation' };

  it('has no κ, π and α, neither 1 nor 0; only AC1 and Brennan–Prediger take it for agreement', () => {
    expect(COEFFICIENTS.percent(constant)).toEqual({ value: 1 });
    expect(COEFFICIENTS.kappa(constant)).toEqual(noVariation);
    expect(COEFFICIENTS.pi(constant)).toEqual(noVariation);
    expect(COEFFICIENTS.alpha(constant)).toEqual(noVariation);
    expect(COEFFICIENTS.bp(constant)).toEqual({ value: 1 });
    expect(COEFFICIENTS.ac1(constant)).toEqual({ value: 1 });
  });

  it('has no errors and no interval either, but its counts', () => {
    expect(cohenKappa(constant)).toEqual({
      n: 4,
      observed: { value: 1 },
      expected: { value: 1 },
      kappa: noVariation,
      standardError: noVariation,
      standardErrorNull: noVariation,
      zNull: noVariation,
      interval95: null,
    });
  });

  it('of one coder makes κ 0 whatever the percentage, and z undefined', () => {
    const { kappa, observed, zNull } = cohenKappa([
      [0, 0],
      [1, 3],
    ]);
    expect({ kappa, observed, zNull }).toEqual({
      kappa: { value: 0 },
      observed: { value: 0.75 },
      zNull: noVariation,
    });
  });

  it('is not what a scale of one category has, nor what nobody rated has', () => {
    const single = { value: null, reason: 'single-category' };
    expect(COEFFICIENTS.ac1([[3]])).toEqual(single);
    expect(COEFFICIENTS.bp([[3]])).toEqual(single);
    const none = [
      [0, 0],
      [0, 0],
    ];
    for (const coefficient of Object.values(COEFFICIENTS))
      expect(coefficient(none)).toEqual({ value: null, reason: 'no-pairs' });
    expect(cohenKappa([])).toMatchObject({ n: 0, interval95: null });
  });
});

it.each([
  ['not square', [[1, 2]]],
  [
    'negative',
    [
      [1, -1],
      [0, 1],
    ],
  ],
])('a table that is %s is refused', (_, table) => {
  expect(() => marginsOf(table)).toThrow(RangeError);
  expect(() => cohenKappa(table)).toThrow(RangeError);
  expect(() => scottPi(table)).toThrow(RangeError);
});

const squareTable = fc
  .integer({ min: 2, max: 4 })
  .chain((q) =>
    fc.array(fc.array(fc.nat(12), { minLength: q, maxLength: q }), { minLength: q, maxLength: q }),
  );

const close = (a: Statistic, b: Statistic): void => {
  if (a.value === null || b.value === null) expect(a).toEqual(b);
  else expect(a.value).toBeCloseTo(b.value, 9);
};

describe.each(Object.entries(COEFFICIENTS))('%s of two coders', (name, coefficient) => {
  it('is at most 1, and 1 only where they agree on everything', () => {
    fc.assert(
      fc.property(squareTable, (table) => {
        const { value } = coefficient(table);
        const isPerfect = table.every((row, i) => row.every((n, j) => i === j || n === 0));
        if (value === null) return;
        expect(value).toBeGreaterThanOrEqual(name === 'percent' ? 0 : -1);
        if (isPerfect) expect(value).toBeCloseTo(1, 12);
        else expect(value).toBeLessThan(1);
      }),
    );
  });

  it('does not depend on who is first, nor on the names of the categories', () => {
    fc.assert(
      fc.property(squareTable, (table) => {
        const swapped = table.map((_, i) => table.map((row) => row[i] ?? 0));
        const renamed = table.map((row) => row.toReversed()).reverse();
        close(coefficient(swapped), coefficient(table));
        close(coefficient(renamed), coefficient(table));
      }),
    );
  });
});

describe('laws between coefficients', () => {
  it('α is π corrected for a small sample: 1 − (1 − π)(n − 1)/n of n ratings', () => {
    fc.assert(
      fc.property(squareTable, (table) => {
        const pi = scottPi(table).value;
        if (pi === null) return;
        const n = 2 * marginsOf(table).total;
        expect(COEFFICIENTS.alpha(table).value).toBeCloseTo(1 - ((1 - pi) * (n - 1)) / n, 9);
      }),
    );
  });

  it('every one but α is unmoved by twice the data, whose errors shrink by √2', () => {
    fc.assert(
      fc.property(squareTable, (table) => {
        const twice = table.map((row) => row.map((n) => 2 * n));
        for (const name of ['percent', 'kappa', 'pi', 'ac1', 'bp'] as const)
          close(COEFFICIENTS[name](twice), COEFFICIENTS[name](table));
        const [one, two] = [cohenKappa(table).standardError, cohenKappa(twice).standardError];
        if (one.value !== null) expect(two.value).toBeCloseTo(one.value / Math.SQRT2, 9);
      }),
    );
  });

  it('the interval holds κ and stays within −1…1', () => {
    fc.assert(
      fc.property(squareTable, (table) => {
        const { kappa, interval95 } = cohenKappa(table);
        expect(interval95 === null).toBe(kappa.value === null);
        if (kappa.value === null || !interval95) return;
        expect(interval95[0]).toBeGreaterThanOrEqual(-1);
        expect(interval95[1]).toBeLessThanOrEqual(1);
        expect(kappa.value).toBeGreaterThanOrEqual(interval95[0] - 1e-12);
        expect(kappa.value).toBeLessThanOrEqual(interval95[1] + 1e-12);
      }),
    );
  });
});

describe('Holsti’s coefficient', () => {
  it('is twice the agreements of all decisions', () => {
    expect(holstiIndex(3, 4, 5).value).toBeCloseTo(0.666667, 6);
    expect(holstiIndex(4, 4, 4)).toEqual({ value: 1 });
    expect(holstiIndex(0, 0, 3)).toEqual({ value: 0 });
    expect(holstiIndex(0, 0, 0)).toEqual({ value: null, reason: 'no-codings' });
    expect(() => holstiIndex(5, 4, 5)).toThrow(RangeError);
  });
});
