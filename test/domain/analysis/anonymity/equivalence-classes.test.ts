import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equivalenceClasses } from '../../../../src/domain/analysis/anonymity/equivalence-classes.ts';

/** Roles of seven interviewees as a Finnish master's thesis tells them (§ 3.3). */
const ROLES = ['toimitusjohtaja', 'markkinointi', ...Array<string>(5).fill('myynti')];

describe('classes of people that cannot be told apart', () => {
  it('one role each is found out', () => {
    const { k, uniqueCount, classes, small } = equivalenceClasses(ROLES.map((role) => [role]));
    expect({ k, uniqueCount }).toEqual({ k: { value: 1 }, uniqueCount: 2 });
    expect(classes.map(({ values, records }) => [values[0], records])).toEqual([
      ['toimitusjohtaja', [0]],
      ['markkinointi', [1]],
      ['myynti', [2, 3, 4, 5, 6]],
    ]);
    expect(small).toEqual(classes.slice(0, 2));
  });

  it('a wider class is larger, and no attribute makes one class of all', () => {
    const wider = equivalenceClasses(ROLES.map((role) => [role === 'myynti' ? role : 'muu']));
    expect(wider.k).toEqual({ value: 2 });
    expect(wider.small.map(({ values }) => values[0])).toEqual(['muu']);
    expect(equivalenceClasses(ROLES.map(() => [])).k).toEqual({ value: 7 });
  });

  it('tells combinations, unknown values and look-alikes apart', () => {
    const { classes } = equivalenceClasses([
      ['a', 'b'],
      ['a,b', ''],
      ['a', null],
      ['a', ''],
      ['a', 'null'],
      ['a', 'b'],
    ]);
    expect(classes.map(({ records }) => records)).toEqual([[1], [2], [3], [4], [0, 5]]);
  });

  it('has no k without records', () => {
    expect(equivalenceClasses([])).toEqual({
      k: { value: null, reason: 'no-records' },
      classes: [],
      uniqueCount: 0,
      small: [],
    });
  });

  it('one attribute more never makes k larger', () => {
    const value = fc.constantFrom('x', 'y', null);
    const records = fc.array(fc.tuple(value, value), { minLength: 1 });
    fc.assert(
      fc.property(records, (some) => {
        const fewer = equivalenceClasses(some.map(([first]) => [first]));
        const more = equivalenceClasses(some);
        expect(more.k.value).toBeLessThanOrEqual(fewer.k.value ?? -1);
        const all = more.classes.flatMap(({ records: r }) => r).sort((a, b) => a - b);
        expect(all).toEqual([...some.keys()]);
      }),
    );
  });
});
