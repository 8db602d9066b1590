import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brennanPrediger } from '../../../../src/domain/analysis/agreement/brennan-prediger.ts';
import { fleissKappa } from '../../../../src/domain/analysis/agreement/fleiss-kappa.ts';
import { gwetAC1 } from '../../../../src/domain/analysis/agreement/gwet-ac1.ts';
import {
  categoryAlphas,
  krippendorffAlpha,
} from '../../../../src/domain/analysis/agreement/krippendorff-alpha.ts';
import { percentAgreement } from '../../../../src/domain/analysis/agreement/percent-agreement.ts';
import {
  ratedByCoders,
  ratedFromCounts,
  type RatedUnits,
} from '../../../../src/domain/analysis/agreement/rated-units.ts';

const NOMINAL = { kind: 'nominal' } as const;

/**
 * Fleiss 1971, Psychol. Bull. 76:378–382: 30 patients, 6 psychiatrists, 5 diagnoses (depression,
 * personality disorder, schizophrenia, neurosis, other). As in R's irr::diagnoses.
 */
const DIAGNOSES = (
  '00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 10050 11040 03300 10050 02031 ' +
  '00501 30012 51000 02040 10203 00006 01050 02013 20040 10041 05010 40002 02040 10500 00006'
)
  .split(' ')
  .map((row) => [...row].map(Number));

describe('Fleiss’ κ', () => {
  const units = ratedFromCounts(DIAGNOSES);

  it('is that of Fleiss 1971 (.430) with the errors and categories of R’s irr', () => {
    const { kappa, standardErrorNull, zNull, perCategory } = fleissKappa(units);
    expect(kappa.value).toBeCloseTo(0.430245, 6);
    expect(standardErrorNull.value).toBeCloseTo(0.024374, 5);
    expect(zNull.value).toBeCloseTo(17.651831, 4);
    const published = [0.244755, 0.244755, 0.52, 0.471127, 0.566118];
    perCategory.forEach(({ value }, i) => expect(value).toBeCloseTo(published[i] ?? NaN, 5));
  });

  it('stands beside α and AC1 of the same data (R’s irrCAC)', () => {
    expect(krippendorffAlpha(units, NOMINAL).alpha.value).toBeCloseTo(0.43341, 5);
    expect(gwetAC1(units).value).toBeCloseTo(0.447885, 5);
  });

  it('has no standard error where units have different numbers of ratings', () => {
    const { kappa, standardErrorNull, zNull } = fleissKappa(
      ratedFromCounts([
        [2, 1],
        [0, 2],
      ]),
    );
    const unequal = { value: null, reason: 'unequal-ratings' };
    expect(kappa.value).not.toBeNull();
    expect({ standardErrorNull, zNull }).toEqual({ standardErrorNull: unequal, zNull: unequal });
  });

  it('of a category that nobody gave is undefined', () => {
    const { perCategory } = fleissKappa(
      ratedFromCounts([
        [2, 1, 0],
        [1, 2, 0],
      ]),
    );
    expect(perCategory[2]).toEqual({ value: null, reason: 'no-variation' });
  });
});

/** Krippendorff 2011, § C: 12 units, 4 observers, 5 values; a point where one did not rate. */
const OBSERVERS = ['123321412...', '1233224125.3', '.3332342251.', '12332441251.'].map((row) =>
  [...row].map((value) => (value === '.' ? null : Number(value))),
);
const SCALE = [1, 2, 3, 4, 5];

describe('Krippendorff’s α with missing ratings', () => {
  const units = ratedByCoders(OBSERVERS, SCALE);

  it('is .743 nominal, .815 ordinal, .849 interval over 40 pairable values', () => {
    const nominal = krippendorffAlpha(units, NOMINAL);
    expect(nominal.alpha.value).toBeCloseTo(0.743421, 5);
    expect(nominal.pairableCount).toBe(40);
    expect(krippendorffAlpha(units, { kind: 'ordinal' }).alpha.value).toBeCloseTo(0.815388, 5);
    const interval = krippendorffAlpha(units, { kind: 'interval', values: SCALE });
    expect(interval.alpha.value).toBeCloseTo(0.849107, 5);
  });

  it('of each value against the rest', () => {
    const published = [0.72043, 0.666667, 0.74, 0.777143, 1];
    categoryAlphas(units).forEach(({ value }, i) =>
      expect(value).toBeCloseTo(published[i] ?? NaN, 5),
    );
  });

  it('stands beside AC1, Brennan–Prediger, Fleiss and per cent with missing ratings (irrCAC)', () => {
    expect(gwetAC1(units).value).toBeCloseTo(0.775444, 5);
    expect(brennanPrediger(units).value).toBeCloseTo(0.772727, 5);
    expect(fleissKappa(units).kappa.value).toBeCloseTo(0.76117, 5);
    expect(percentAgreement(units).value).toBeCloseTo(0.818182, 5);
  });

  it('is undefined where no unit has two ratings, and where all are the same', () => {
    const alone = krippendorffAlpha(
      ratedByCoders(
        [
          [1, null],
          [null, 2],
        ],
        SCALE,
      ),
      NOMINAL,
    );
    expect(alone.alpha).toEqual({ value: null, reason: 'no-pairs' });
    expect(alone.pairableCount).toBe(0);
    const same = krippendorffAlpha(
      ratedByCoders(
        [
          [1, 1, 2],
          [1, 1, null],
        ],
        SCALE,
      ),
      NOMINAL,
    );
    expect(same.alpha).toEqual({ value: null, reason: 'no-variation' });
    expect(same.pairableCount).toBe(4);
  });

  it('refuses a metric without a number for each category, and ratings that do not fit', () => {
    expect(() => krippendorffAlpha(units, { kind: 'interval', values: [1, 2] })).toThrow(
      RangeError,
    );
    expect(() => ratedByCoders([[1], [6]], SCALE)).toThrow(RangeError);
    expect(() => ratedByCoders([[1], [1, 2]], SCALE)).toThrow(RangeError);
  });
});

const counts = fc.array(fc.array(fc.nat(3), { minLength: 3, maxLength: 3 }), { maxLength: 10 });

const valuesOf = (units: RatedUnits): (number | null)[] => [
  percentAgreement(units).value,
  fleissKappa(units).kappa.value,
  gwetAC1(units).value,
  brennanPrediger(units).value,
  krippendorffAlpha(units, NOMINAL).alpha.value,
  krippendorffAlpha(units, { kind: 'ordinal' }).alpha.value,
  krippendorffAlpha(units, { kind: 'interval', values: [1, 2, 3] }).alpha.value,
];

const expectClose = (some: (number | null)[], others: (number | null)[]): void =>
  some.forEach((value, i) => {
    if (value === null) expect(others[i]).toBeNull();
    else expect(others[i]).toBeCloseTo(value, 9);
  });

describe('laws of coefficients of many coders', () => {
  const rated = (some: number[][]): RatedUnits => ({ ...ratedFromCounts(some), categoryCount: 3 });

  it('they are at most 1, and 1 where every unit has one category and there are several', () => {
    fc.assert(
      fc.property(counts, (some) => {
        for (const value of valuesOf(rated(some)))
          if (value !== null) expect(value).toBeLessThanOrEqual(1);
        const agreed = rated([[2, 0, 0], [0, 3, 0], ...some.map(([a = 0]) => [a, 0, 0])]);
        expectClose(Array<number>(7).fill(1), valuesOf(agreed));
      }),
    );
  });

  it('a unit of weight n is n units', () => {
    const weighted = fc.array(
      fc.tuple(fc.array(fc.nat(2), { minLength: 3, maxLength: 3 }), fc.nat(4)),
    );
    fc.assert(
      fc.property(weighted, (some) => {
        const patterns = some.map(([c, weight]) => ({ counts: c, weight }));
        const repeated = some.flatMap(([c, weight]) => Array<number[]>(weight).fill(c));
        expectClose(valuesOf(rated(repeated)), valuesOf({ categoryCount: 3, patterns }));
      }),
    );
  });

  it('the order of units and, turned round, of categories changes nothing', () => {
    fc.assert(
      fc.property(counts, (some) => {
        const turned = some.map((row) => row.toReversed()).reverse();
        expectClose(valuesOf(rated(some)), valuesOf(rated(turned)));
      }),
    );
  });

  it('with two categories the metric makes no difference', () => {
    const pairs = fc.array(fc.tuple(fc.nat(4), fc.nat(4)));
    fc.assert(
      fc.property(pairs, (some) => {
        const units = { ...ratedFromCounts(some), categoryCount: 2 };
        const nominal = krippendorffAlpha(units, NOMINAL).alpha.value;
        const others = [
          krippendorffAlpha(units, { kind: 'ordinal' }).alpha.value,
          krippendorffAlpha(units, { kind: 'interval', values: [0, 7] }).alpha.value,
        ];
        expectClose([nominal, nominal], others);
      }),
    );
  });
});
