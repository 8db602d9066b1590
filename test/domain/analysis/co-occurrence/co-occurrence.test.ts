import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  coOccurrence,
  type CoOccurrenceWarning,
} from '../../../../src/domain/analysis/co-occurrence/co-occurrence-coefficient.ts';
import {
  jointCountOf,
  jointCountsByOverlap,
  jointCountsByUnit,
} from '../../../../src/domain/analysis/co-occurrence/joint-counts.ts';

describe('the co-occurrence coefficient', () => {
  it.each<[string, [number, number, number], number | string, CoOccurrenceWarning[]]>([
    ['100 and 10, 5 together (ATLAS.ti: 0.048)', [100, 10, 5], 0.047619, ['unequal-frequencies']],
    ['one long passage over three short ones', [1, 3, 3], 3, ['out-of-range']],
    ['never together', [4, 2, 0], 0, []],
    ['never apart', [3, 3, 3], 1, []],
    ['exactly five times as often is not warned of', [5, 1, 1], 0.2, []],
    [
      'more joint events than the rarer has, though c is below 1',
      [10, 1, 3],
      0.375,
      ['out-of-range', 'unequal-frequencies'],
    ],
    ['as many joint events as occurrences', [2, 3, 5], 'out-of-range', ['out-of-range']],
    ['more joint events than occurrences', [2, 3, 6], 'out-of-range', ['out-of-range']],
    ['neither occurs', [0, 0, 0], 'no-codings', []],
    ['one does not occur', [4, 0, 0], 0, []],
  ])('%s', (_, [n1, n2, n12], expected, warnings) => {
    const got = coOccurrence({ n1, n2, n12 });
    if (typeof expected === 'number') expect(got.coefficient.value).toBeCloseTo(expected, 6);
    else expect(got.coefficient).toEqual({ value: null, reason: expected });
    expect(got.warnings).toEqual(warnings);
  });

  it('comes with the ratio of the two and the share of the rarer', () => {
    expect(coOccurrence({ n1: 100, n2: 10, n12: 5 })).toMatchObject({
      frequencyRatio: { value: 10 },
      shareOfRarer: { value: 0.5 },
    });
    const none = { value: null, reason: 'no-codings' };
    expect(coOccurrence({ n1: 3, n2: 0, n12: 0 })).toMatchObject({
      frequencyRatio: none,
      shareOfRarer: none,
    });
  });

  it('is the same both ways', () => {
    const count = fc.nat(20);
    fc.assert(
      fc.property(count, count, count, (n1, n2, n12) => {
        const [a, b] = [coOccurrence({ n1, n2, n12 }), coOccurrence({ n1: n2, n2: n1, n12 })];
        expect({ ...a, n1: 0, n2: 0 }).toEqual({ ...b, n1: 0, n2: 0 });
      }),
    );
  });

  it('refuses negative counts', () => {
    expect(() => coOccurrence({ n1: 1, n2: 1, n12: -1 })).toThrow(RangeError);
  });
});

describe('counting what is together', () => {
  const themes = ['a', 'b', 'c'];
  const excerpt = (transcriptId: string, start: number, end: number, ids: string) => ({
    transcriptId,
    start,
    end,
    themeIds: [...ids],
  });

  it('by unit: each theme once in a unit, whatever the number of its codings', () => {
    const counts = jointCountsByUnit('turn', themes, [['a', 'b', 'a'], ['b'], [], ['c', 'b', 'x']]);
    expect(counts).toEqual({
      rule: 'turn',
      occurrences: [1, 3, 1],
      together: [
        [1, 1, 0],
        [1, 3, 1],
        [0, 1, 1],
      ],
    });
    expect(jointCountOf(counts, 0, 1)).toEqual({ n1: 1, n2: 3, n12: 1 });
  });

  it.each<[string, ReturnType<typeof excerpt>[], [number, number, number]]>([
    ['overlapping by one character', [excerpt('T', 0, 5, 'a'), excerpt('T', 4, 8, 'b')], [1, 1, 1]],
    ['side by side', [excerpt('T', 0, 5, 'a'), excerpt('T', 5, 8, 'b')], [1, 1, 0]],
    ['in two transcripts', [excerpt('T', 0, 5, 'a'), excerpt('U', 0, 5, 'b')], [1, 1, 0]],
    ['one excerpt with both', [excerpt('T', 0, 5, 'ab')], [1, 1, 1]],
    ['one around another', [excerpt('T', 0, 9, 'b'), excerpt('T', 3, 4, 'a')], [1, 1, 1]],
    [
      'one over three',
      [
        excerpt('T', 20, 30, 'b'),
        excerpt('T', 0, 100, 'a'),
        excerpt('T', 0, 10, 'b'),
        excerpt('T', 40, 50, 'b'),
      ],
      [1, 3, 3],
    ],
    [
      'a long one that outlasts a short one between',
      [excerpt('T', 0, 50, 'a'), excerpt('T', 1, 2, 'c'), excerpt('T', 40, 45, 'b')],
      [1, 1, 1],
    ],
    [
      'both in one excerpt and one of them over it',
      [excerpt('T', 0, 5, 'ab'), excerpt('T', 2, 4, 'a')],
      [2, 1, 2],
    ],
  ])('by overlap: %s', (_, excerpts, [n1, n2, n12]) => {
    const counts = jointCountsByOverlap(themes, excerpts);
    expect(jointCountOf(counts, 0, 1)).toEqual({ n1, n2, n12 });
  });

  it('by overlap is what the definition says, in any order of excerpts', () => {
    const anyExcerpt = fc
      .tuple(
        fc.constantFrom('T', 'U'),
        fc.nat(20),
        fc.integer({ min: 1, max: 9 }),
        fc.subarray(themes),
      )
      .map(([id, start, length, ids]) => excerpt(id, start, start + length, ids.join('')));
    fc.assert(
      fc.property(fc.array(anyExcerpt, { maxLength: 12 }), (excerpts) => {
        const counts = jointCountsByOverlap(themes, excerpts);
        expect(jointCountsByOverlap(themes, excerpts.toReversed())).toEqual(counts);
        let pairs = 0;
        for (const e of excerpts)
          for (const f of excerpts) {
            const meet = e.transcriptId === f.transcriptId && e.start < f.end && f.start < e.end;
            if (meet && e.themeIds.includes('a') && f.themeIds.includes('b')) pairs++;
          }
        expect(counts.together[0]?.[1]).toBe(pairs);
        expect(counts.together[1]?.[0]).toBe(pairs);
      }),
    );
  });

  it('by unit never leaves 0–1', () => {
    fc.assert(
      fc.property(fc.array(fc.subarray(themes)), (units) => {
        const counts = jointCountsByUnit('turn', themes, units);
        const { coefficient, warnings } = coOccurrence(jointCountOf(counts, 0, 1));
        expect(warnings).not.toContain('out-of-range');
        expect(coefficient.value ?? 0).toBeLessThanOrEqual(1);
      }),
    );
  });
});
