import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  CodingVariant,
  Continuum,
} from '../../../../src/domain/analysis/agreement/continuum.ts';
import { krippendorffAlpha } from '../../../../src/domain/analysis/agreement/krippendorff-alpha.ts';
import { ratedByCoders } from '../../../../src/domain/analysis/agreement/rated-units.ts';
import { unitizingAlpha } from '../../../../src/domain/analysis/agreement/unitizing-alpha.ts';

/** Units as "start-end value", a coder a line. */
const continuum = (length: number, ...coders: readonly string[]): Continuum => ({
  length,
  coders: new Map(
    coders.map((units, coder) => [
      `coder ${coder}`,
      [...units.matchAll(/(\d+)-(\d+) (\w+)/g)].map(([, start, end, value = '']) => ({
        start: Number(start),
        end: Number(end),
        value,
      })),
    ]),
  ),
});

/** Krippendorff 2019, Content Analysis, 4th ed., fig. 12.11, p. 340, digitised from the figure. */
const FIGURE = continuum(
  60,
  '0-7 1, 7-13 2, 30-32 5, 32-37 6, 37-44 6, 44-60 7',
  '0-7 1, 7-13 3, 13-21 5, 32-44 6',
  '0-7 1, 7-13 4, 13-21 5, 32-37 6, 37-41 6, 41-44 6',
);

describe('unitizing α', () => {
  it('is the book’s for its figure: uα .51, |uα .413', () => {
    const { alpha, binaryAlpha } = unitizingAlpha([FIGURE]);
    expect(Math.abs((alpha.value ?? NaN) - 0.51)).toBeLessThan(0.001);
    expect(Math.abs((binaryAlpha.value ?? NaN) - 0.413)).toBeLessThan(0.001);
  });

  it('has the book’s cuα, .724, and by its other variant that of the R package quallmer', () => {
    const { codingAlpha, codingVariant, valuedCoverage } = unitizingAlpha([FIGURE]);
    expect(codingVariant).toBe('pairs');
    expect(Math.abs((codingAlpha.value ?? NaN) - 0.724)).toBeLessThan(0.001);
    expect(valuedCoverage.value).toBeCloseTo(0.46111111, 8);
    const anyOther = unitizingAlpha([FIGURE], 'any-other');
    expect(anyOther.codingAlpha.value).toBeCloseTo(0.72835, 5);
    expect(anyOther.alpha).toEqual(unitizingAlpha([FIGURE]).alpha);
  });

  it.each(['pairs', 'any-other'] as const)('tells each value’s α and coverage: %s', (variant) => {
    const told = unitizingAlpha([FIGURE], variant).perValue.map(
      ({ value, alpha, coverage }) =>
        `${value}: ${alpha.value?.toFixed(3) ?? '–'} of ${coverage.value?.toFixed(3) ?? '–'}`,
    );
    expect(told.sort()).toEqual([
      '1: 1.000 of 1.000',
      '2: 0.000 of 1.000',
      '3: 0.000 of 1.000',
      '4: 0.000 of 1.000',
      '5: 1.000 of 0.444',
      '6: 1.000 of 1.000',
      '7: – of 0.000',
    ]);
  });

  it('is 1 where coders cut and value alike', () => {
    const same = '0-10 A, 15-20 B';
    const { alpha, binaryAlpha, codingAlpha } = unitizingAlpha([continuum(30, same, same)]);
    for (const { value } of [alpha, binaryAlpha, codingAlpha]) expect(value).toBeCloseTo(1, 12);
  });

  it.each<[string, Continuum[], string]>([
    ['one coder', [continuum(10, '0-5 a')], 'no-pairs'],
    ['no text', [], 'no-pairs'],
    ['no units', [continuum(10, '', '')], 'no-variation'],
    [
      'units of one coder that overlap',
      [continuum(10, '0-5 a, 4-8 b', '0-5 a')],
      'overlapping-units',
    ],
  ])('of %s is undefined', (_, continua, reason) => {
    expect(unitizingAlpha(continua).alpha).toEqual({ value: null, reason });
  });

  it('has no cuα where no two units meet, and no (k)uα where one value is all there is', () => {
    const apart = unitizingAlpha([continuum(10, '0-5 a', '5-10 a')]);
    expect(apart.codingAlpha).toEqual({ value: null, reason: 'no-pairs' });
    expect(apart.valuedCoverage).toEqual({ value: 0 });
    const alike = unitizingAlpha([continuum(10, '0-5 a', '2-7 a')]);
    expect(alike.codingAlpha).toEqual({ value: null, reason: 'no-variation' });
    expect(alike.perValue[0]?.alpha).toEqual({ value: null, reason: 'no-variation' });
  });

  it('has no cuα by the variant of any other coder where hardly anything meets', () => {
    const few = continuum(24, '0-1 a', '', '0-1 b');
    const { codingAlpha, perValue } = unitizingAlpha([few], 'any-other');
    const beyond = { value: null, reason: 'out-of-range' };
    expect([codingAlpha, perValue[0]?.alpha]).toEqual([beyond, beyond]);
    expect(unitizingAlpha([few]).codingAlpha).toEqual({ value: 0 });
  });

  it('refuses units outside their text', () => {
    expect(() => unitizingAlpha([continuum(10, '5-11 a', '')])).toThrow(RangeError);
  });
});

const LENGTH = 24;
/** A coder's units from end to end: lengths of gaps and units in turns. */
const track = fc
  .array(fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 6 }), fc.constantFrom('a', 'b', 'c')), {
    maxLength: 6,
  })
  .map((steps) => {
    let at = 0;
    const units: { start: number; end: number; value: string }[] = [];
    for (const [gap, size, value] of steps) {
      if (at + gap + size > LENGTH) break;
      units.push({ start: at + gap, end: at + gap + size, value });
      at += gap + size;
    }
    return units;
  });

const coders = fc.array(track, { minLength: 2, maxLength: 4 }).map((tracks): Continuum => ({
  length: LENGTH,
  coders: new Map(tracks.map((t, i) => [`${i}`, t])),
}));

/** All figures of a result, undefined ones as null, values by name. */
const figures = (
  continua: readonly Continuum[],
  variant: CodingVariant = 'pairs',
): Map<string, number | null> => {
  const got = unitizingAlpha(continua, variant);
  return new Map([
    ['u', got.alpha.value],
    ['binary', got.binaryAlpha.value],
    ['coding', got.codingAlpha.value],
    ['coverage', got.valuedCoverage.value],
    ...got.perValue.map(({ value, alpha }) => [`value ${value}`, alpha.value] as const),
  ]);
};

const expectSame = (
  a: ReadonlyMap<string, number | null>,
  b: ReadonlyMap<string, number | null>,
) => {
  expect([...b.keys()].sort()).toEqual([...a.keys()].sort());
  for (const [name, value] of a)
    if (value === null) expect(b.get(name), name).toBeNull();
    else expect(b.get(name), name).toBeCloseTo(value, 9);
};

const withTracks = (
  { length, coders: tracks }: Continuum,
  change: (units: readonly { start: number; end: number; value: string }[]) => typeof units,
): Continuum => ({
  length,
  coders: new Map([...tracks].map(([id, units]) => [id, change(units)])),
});

describe('laws of unitizing α', () => {
  it('with every unit one character long it is nominal α, the gap being a value', () => {
    fc.assert(
      fc.property(coders, (some) => {
        const single = withTracks(some, (units) =>
          units.flatMap(({ start, end, value }) =>
            Array.from({ length: end - start }, (_, i) => ({
              start: start + i,
              end: start + i + 1,
              value,
            })),
          ),
        );
        const rows = [...single.coders.values()].map((units) => {
          const row = new Array<string>(LENGTH).fill('gap');
          for (const { start, value } of units) row[start] = value;
          return row;
        });
        const units = ratedByCoders(rows, ['gap', 'a', 'b', 'c']);
        const nominal = krippendorffAlpha(units, { kind: 'nominal' }).alpha;
        const { alpha } = unitizingAlpha([single]);
        if (nominal.value === null) expect(alpha).toEqual(nominal);
        else expect(alpha.value).toBeCloseTo(nominal.value, 9);
      }),
    );
  });

  it('is at most 1', () => {
    fc.assert(
      fc.property(coders, (some) => {
        for (const variant of ['pairs', 'any-other'] as const)
          for (const value of figures([some], variant).values())
            if (value !== null) expect(value).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it('of two coders has one cuα, whatever the variant', () => {
    fc.assert(
      fc.property(track, track, (first, second) => {
        const two: Continuum = {
          length: LENGTH,
          coders: new Map([
            ['0', first],
            ['1', second],
          ]),
        };
        expectSame(figures([two]), figures([two], 'any-other'));
      }),
    );
  });

  it('does not depend on the order of coders, nor on reading backwards', () => {
    fc.assert(
      fc.property(coders, (some) => {
        const others = { ...some, coders: new Map([...some.coders].reverse()) };
        expectSame(figures([some]), figures([others]));
        const mirrored = withTracks(some, (units) =>
          units.map(({ start, end, value }) => ({
            start: LENGTH - end,
            end: LENGTH - start,
            value,
          })),
        );
        expectSame(figures([some]), figures([mirrored]));
      }),
    );
  });

  it('of two texts is that of both end to end', () => {
    const pair = fc.tuple(
      fc.array(track, { minLength: 3, maxLength: 3 }),
      fc.array(track, { minLength: 3, maxLength: 3 }),
    );
    fc.assert(
      fc.property(pair, ([first, second]) => {
        const texts = [first, second].map((tracks): Continuum => ({
          length: LENGTH,
          coders: new Map(tracks.map((units, i) => [`${i}`, units])),
        }));
        const joined = first.map((units, i) => [
          ...units,
          ...second[i]!.map(({ start, end, value }) => ({
            start: start + LENGTH,
            end: end + LENGTH,
            value,
          })),
        ]);
        const whole: Continuum = {
          length: 2 * LENGTH,
          coders: new Map(joined.map((units, i) => [`${i}`, units])),
        };
        expectSame(figures(texts), figures([whole]));
      }),
    );
  });
});
