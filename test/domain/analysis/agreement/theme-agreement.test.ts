import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CodedText } from '../../../../src/domain/analysis/agreement/coded-texts.ts';
import { cohenKappa } from '../../../../src/domain/analysis/agreement/cohen-kappa.ts';
import { contingencyTable } from '../../../../src/domain/analysis/agreement/contingency-table.ts';
import { disagreements } from '../../../../src/domain/analysis/agreement/disagreements.ts';
import { fleissKappa } from '../../../../src/domain/analysis/agreement/fleiss-kappa.ts';
import { gwetAC1 } from '../../../../src/domain/analysis/agreement/gwet-ac1.ts';
import { inUnits } from '../../../../src/domain/analysis/agreement/in-units.ts';
import { krippendorffAlpha } from '../../../../src/domain/analysis/agreement/krippendorff-alpha.ts';
import { percentAgreement } from '../../../../src/domain/analysis/agreement/percent-agreement.ts';
import { ratedByCoders } from '../../../../src/domain/analysis/agreement/rated-units.ts';
import {
  agreementByTheme,
  type ThemeAgreement,
} from '../../../../src/domain/analysis/agreement/theme-agreement.ts';

const coding = (coderId: string, start: number, end: number, themes: string) => ({
  coderId,
  start,
  end,
  themeIds: [...themes],
});

describe('agreement by theme', () => {
  const nvivo: CodedText = {
    length: 1000,
    coderIds: ['Aino', 'Bo'],
    codings: [coding('Aino', 0, 150, 'x'), coding('Bo', 100, 200, 'x')],
  };

  it('is NVivo’s example, character by character', () => {
    const { themes, pooled } = agreementByTheme([nvivo], ['x']);
    const x = themes.get('x');
    expect(x?.unitCount).toBe(1000);
    expect(x?.percentAgreement.value).toBeCloseTo(0.85, 12);
    expect(x?.pairs).toMatchObject([
      {
        coderIds: ['Aino', 'Bo'],
        counts: { both: 50, onlyFirst: 100, onlySecond: 50, neither: 800 },
        percentAgreement: { value: 0.85 },
        kappa: { value: expect.closeTo(0.318182, 6) as number },
      },
    ]);
    expect(x?.codedShares).toEqual([
      { coderId: 'Aino', share: { value: 0.15 } },
      { coderId: 'Bo', share: { value: 0.1 } },
    ]);
    expect(pooled).toEqual(x);
  });

  it('of a theme that nobody used is undefined, and in the pool every unit of it agrees', () => {
    const { themes, pooled } = agreementByTheme([nvivo], ['x', 'unused']);
    expect(themes.get('unused')?.krippendorffAlpha).toEqual({
      value: null,
      reason: 'no-variation',
    });
    expect(pooled.unitCount).toBe(2000);
    expect(pooled.pairs[0]?.counts).toEqual({
      both: 50,
      onlyFirst: 100,
      onlySecond: 50,
      neither: 1800,
    });
  });

  it('asks only those who looked at a text', () => {
    const alone: CodedText = {
      length: 500,
      coderIds: ['Bo'],
      codings: [coding('Bo', 0, 500, 'x'), coding('Aino', 0, 9, 'x')],
    };
    const both = agreementByTheme([nvivo], ['x']).pooled;
    const { pooled } = agreementByTheme([nvivo, alone], ['x']);
    expect(pooled.unitCount).toBe(1000);
    expect(pooled.krippendorffAlpha).toEqual(both.krippendorffAlpha);
    expect(pooled.pairs).toEqual(both.pairs);
    expect(pooled.codedShares[1]).toEqual({ coderId: 'Bo', share: { value: 0.4 } });
    expect(agreementByTheme([alone], ['x']).pooled).toMatchObject({ unitCount: 0, pairs: [] });
    expect(agreementByTheme([alone], ['x']).pooled.krippendorffAlpha).toEqual({
      value: null,
      reason: 'no-pairs',
    });
  });

  it('counts a coder’s own overlaps once', () => {
    const twice = { ...nvivo, codings: [...nvivo.codings, coding('Aino', 20, 150, 'xx')] };
    expect(agreementByTheme([twice], ['x'])).toEqual(agreementByTheme([nvivo], ['x']));
  });

  it('refuses a passage outside its text', () => {
    const outside = { ...nvivo, codings: [coding('Bo', 990, 1001, 'x')] };
    expect(() => agreementByTheme([outside], ['x'])).toThrow(RangeError);
  });
});

describe('in turns', () => {
  const turns = [
    { start: 0, end: 10 },
    { start: 10, end: 20 },
    { start: 25, end: 30 },
  ];
  const text = (start: number, end: number): CodedText => ({
    length: 30,
    coderIds: ['A'],
    codings: [coding('A', start, end, 'x')],
  });

  it.each<[string, number, number, [number, number] | null]>([
    ['within one', 2, 5, [0, 1]],
    ['one exactly', 10, 20, [1, 2]],
    ['from the last character of one to the first of the next', 9, 11, [0, 2]],
    ['over all', 0, 30, [0, 3]],
    ['over what is no turn, into one', 21, 26, [2, 3]],
    ['where no turn is', 20, 25, null],
  ])('a passage %s', (_, start, end, expected) => {
    const { length, codings } = inUnits(text(start, end), turns);
    expect(length).toBe(3);
    expect(codings.map((one) => [one.start, one.end])).toEqual(expected ? [expected] : []);
  });

  it('who coded any of a turn coded it', () => {
    const two: CodedText = {
      length: 30,
      coderIds: ['A', 'B'],
      codings: [coding('A', 0, 3, 'x'), coding('B', 5, 9, 'x'), coding('B', 12, 13, 'x')],
    };
    const { pooled } = agreementByTheme([inUnits(two, turns)], ['x']);
    expect(pooled.pairs[0]?.counts).toEqual({ both: 1, onlyFirst: 0, onlySecond: 1, neither: 1 });
  });

  it('refuses turns out of order', () => {
    expect(() => inUnits(text(0, 5), turns.toReversed())).toThrow(RangeError);
  });
});

describe('the list of disagreements', () => {
  it('is in reading order and says who did and who did not', () => {
    const text: CodedText = {
      length: 100,
      coderIds: ['A', 'B', 'C'],
      codings: [
        coding('A', 10, 30, 'xy'),
        coding('B', 10, 30, 'x'),
        coding('C', 5, 30, 'x'),
        coding('A', 50, 60, 'z'),
        coding('B', 50, 60, 'z'),
        coding('C', 50, 60, 'z'),
      ],
    };
    expect(disagreements(text)).toEqual([
      { themeId: 'x', start: 5, end: 10, withTheme: ['C'], withoutTheme: ['A', 'B'] },
      { themeId: 'y', start: 10, end: 30, withTheme: ['A'], withoutTheme: ['B', 'C'] },
    ]);
  });

  it('is empty where one coder worked alone', () => {
    const alone = { length: 9, coderIds: ['A'], codings: [coding('A', 0, 9, 'x')] };
    expect(disagreements(alone)).toEqual([]);
  });
});

const CODERS = ['A', 'B', 'C'];
const THEMES = ['x', 'y'];

const anyText: fc.Arbitrary<CodedText> = fc
  .record({
    length: fc.integer({ min: 1, max: 15 }),
    coderIds: fc.subarray(CODERS, { minLength: 1 }),
    raw: fc.array(
      fc.tuple(
        fc.constantFrom(...CODERS),
        fc.nat(14),
        fc.integer({ min: 1, max: 8 }),
        fc.subarray(THEMES),
      ),
      { maxLength: 8 },
    ),
  })
  .map(({ length, coderIds, raw }) => ({
    length,
    coderIds,
    codings: raw
      .map(([coderId, start, size, themes]) =>
        coding(coderId, start, Math.min(length, start + size), themes.join('')),
      )
      .filter(({ start, end }) => start < end),
  }));

/** Each coder's row over all characters of all texts and themes asked for; null where not seen. */
const rowsOf = (texts: readonly CodedText[], themes: readonly string[]) =>
  CODERS.map((coderId) =>
    themes.flatMap((theme) =>
      texts.flatMap(({ length, coderIds, codings }) =>
        Array.from({ length }, (_, i) =>
          coderIds.includes(coderId)
            ? codings.some(
                (one) =>
                  one.coderId === coderId &&
                  one.themeIds.includes(theme) &&
                  one.start <= i &&
                  i < one.end,
              )
            : null,
        ),
      ),
    ),
  );

const expectPlain = (got: ThemeAgreement | undefined, rows: (boolean | null)[][]): void => {
  const units = ratedByCoders(rows, [false, true]);
  const plain = {
    krippendorffAlpha: krippendorffAlpha(units, { kind: 'nominal' }).alpha,
    fleissKappa: fleissKappa(units).kappa,
    gwetAC1: gwetAC1(units),
    percentAgreement: percentAgreement(units),
  };
  for (const [name, expected] of Object.entries(plain)) {
    const { value } = got?.[name as keyof typeof plain] ?? { value: NaN };
    if (expected.value === null) expect(value, name).toBeNull();
    else expect(value, name).toBeCloseTo(expected.value, 9);
  }
  for (const { coderIds, kappa } of got?.pairs ?? []) {
    const [a = [], b = []] = coderIds.map((id) => rows[CODERS.indexOf(id)]);
    const expected = cohenKappa(contingencyTable(a, b, [false, true])).kappa;
    if (expected.value === null) expect(kappa).toEqual(expected);
    else expect(kappa.value).toBeCloseTo(expected.value, 9);
  }
};

describe('laws of agreement by theme', () => {
  const texts = fc.array(anyText, { maxLength: 4 });

  it('it is what each character of each text as a unit gives, by theme and pooled', () => {
    fc.assert(
      fc.property(texts, (some) => {
        const { themes, pooled } = agreementByTheme(some, THEMES);
        for (const theme of THEMES) expectPlain(themes.get(theme), rowsOf(some, [theme]));
        expectPlain(pooled, rowsOf(some, THEMES));
      }),
    );
  });

  it('the stretches disagreed on are the characters on which not all agree', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const listed = disagreements(text);
        for (const theme of THEMES) {
          const rows = rowsOf([text], [theme]);
          const differing = Array.from({ length: text.length }, (_, i) => i).filter((i) => {
            const ratings = rows.map((row) => row[i]).filter((rating) => rating !== null);
            return new Set(ratings).size > 1;
          });
          const inList = listed
            .filter(({ themeId }) => themeId === theme)
            .flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i));
          expect(inList).toEqual(differing);
        }
      }),
    );
  });

  it('units of one character are characters', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const each = Array.from({ length: text.length }, (_, i) => ({ start: i, end: i + 1 }));
        expect(agreementByTheme([inUnits(text, each)], THEMES)).toEqual(
          agreementByTheme([text], THEMES),
        );
      }),
    );
  });
});
