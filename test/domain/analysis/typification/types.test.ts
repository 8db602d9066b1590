import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  draftType,
  type TypeMember,
} from '../../../../src/domain/analysis/typification/draft-type.ts';
import { medoid } from '../../../../src/domain/analysis/typification/medoid.ts';
import {
  FEWEST_CASES_IN_A_TREE,
  treeStrength,
} from '../../../../src/domain/analysis/typification/tree-strength.ts';
import { typeWarnings } from '../../../../src/domain/analysis/typification/type-warnings.ts';
import { THESIS_COUNTS } from './thesis-profiles.ts';

describe('the medoid', () => {
  const line = [0, 1, 2, 6].map((a) => [0, 1, 2, 6].map((b) => Math.abs(a - b)));

  it.each<[string, number[] | undefined, number | null, number | null]>([
    ['all, where two are equal: the first named', undefined, 1, 7 / 3],
    ['some', [1, 2, 3], 2, 5 / 2],
    ['one', [3], 3, 0],
    ['none', [], null, null],
  ])('of %s', (_, members, item, mean) => {
    const found = medoid(line, members);
    expect(found.item).toBe(item);
    expect(found.meanDistance.value).toEqual(mean === null ? null : expect.closeTo(mean, 12));
  });

  it('has no member nearer to the others', () => {
    const points = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(points, (at) => {
        const matrix = at.map((a) => at.map((b) => Math.abs(a - b)));
        const total = (i: number): number => matrix[i]!.reduce((x, y) => x + y, 0);
        const { item } = medoid(matrix);
        expect(total(item ?? -1)).toBe(Math.min(...at.map((_, i) => total(i))));
      }),
    );
  });

  it('refuses a member that is not there', () => {
    expect(() => medoid(line, [4])).toThrow(RangeError);
  });
});

const member = (id: string, features: string): TypeMember => ({ id, featureIds: [...features] });

describe('a type is drafted from its members', () => {
  const members = [
    member('H1', 'ab'),
    member('H2', 'abc'),
    member('H3', ''),
    member('H4', 'bcd'),
    member('H5', 'bbc'),
  ];
  const featureIds = (kind: 'authentic' | 'general' | 'broadest', share?: number): string =>
    draftType(kind, members, share)
      .features.map(({ id }) => id)
      .join('');

  it('general: what at least the given share of members has', () => {
    expect(featureIds('general')).toBe('bca');
    expect(featureIds('general', 0.51)).toBe('bc');
    expect(featureIds('general', 0.75)).toBe('bc');
    expect(featureIds('general', 1)).toBe('b');
  });

  it('broadest: what any member has, if only one', () => {
    expect(featureIds('broadest')).toBe('bcad');
  });

  it('authentic: what the real member nearest to all has', () => {
    const { exemplarId, features } = draftType('authentic', members);
    expect(exemplarId).toBe('H2');
    expect(features.map(({ id }) => id).join('')).toBe('bca');
  });

  it('names the evidence of each feature and who took no part', () => {
    const { features, leftOutIds } = draftType('broadest', members);
    expect(features[0]).toEqual({ id: 'b', memberIds: ['H1', 'H2', 'H4', 'H5'], share: 1 });
    expect(features[3]).toEqual({ id: 'd', memberIds: ['H4'], share: 0.25 });
    expect(leftOutIds).toEqual(['H3']);
  });

  it('has nothing to draft from members without features', () => {
    for (const kind of ['authentic', 'general', 'broadest'] as const)
      expect(draftType(kind, [member('H1', '')])).toEqual({
        kind,
        features: [],
        exemplarId: null,
        leftOutIds: ['H1'],
      });
  });

  it('takes a share that is just reached, whatever the rounding', () => {
    const many = Array.from({ length: 100 }, (_, i) => member(`H${i}`, i < 7 ? 'ab' : 'b'));
    const ids = draftType('general', many, 0.07).features.map(({ id }) => id);
    expect(ids).toEqual(['b', 'a']);
  });

  it.each([-0.1, 1.1, NaN])('refuses a share of %d', (share) => {
    expect(() => draftType('general', members, share)).toThrow(RangeError);
  });

  const anyMembers = fc.array(
    fc.record({
      id: fc.uuid(),
      featureIds: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e')),
    }),
    { maxLength: 8 },
  );

  it('general and authentic are parts of the broadest, and a lower share loses nothing', () => {
    fc.assert(
      fc.property(anyMembers, fc.double({ min: 0, max: 1, noNaN: true }), (some, share) => {
        const ids = (kind: 'authentic' | 'general' | 'broadest', at?: number): string[] =>
          draftType(kind, some, at).features.map(({ id }) => id);
        const broadest = ids('broadest');
        expect(broadest).toEqual(expect.arrayContaining(ids('authentic')));
        expect(broadest).toEqual(expect.arrayContaining(ids('general', share)));
        expect(ids('general', share / 2)).toEqual(expect.arrayContaining(ids('general', share)));
        expect(new Set(broadest)).toEqual(new Set(some.flatMap(({ featureIds: f }) => f)));
      }),
    );
  });
});

describe('warnings of types', () => {
  const type = (id: string, features: string, evidenced = features) => ({
    id,
    featureIds: [...features],
    evidencedIds: [...evidenced],
  });

  it('a feature that no excerpt shows', () => {
    expect(typeWarnings([type('A', 'ab', 'b'), type('B', 'c', 'abc')])).toEqual([
      { kind: 'feature-without-evidence', typeId: 'A', featureId: 'a' },
    ]);
  });

  it('types with the same features in any order, once for the group', () => {
    const types = [type('A', 'ab'), type('B', 'a'), type('C', 'ba'), type('D', 'abb')];
    expect(typeWarnings(types)).toEqual([{ kind: 'same-features', typeIds: ['A', 'C', 'D'] }]);
  });

  it('none for types that are not begun, and none for ids that only look alike when joined', () => {
    expect(typeWarnings([type('A', ''), type('B', '')])).toEqual([]);
    const odd = [
      { id: 'A', featureIds: ['a,b'], evidencedIds: ['a,b'] },
      { id: 'B', featureIds: ['a', 'b'], evidencedIds: ['a', 'b'] },
    ];
    expect(typeWarnings(odd)).toEqual([]);
  });
});

describe('what a tree of cases is worth', () => {
  const row = (bits: string): number[] => [...bits].map(Number);

  it.each<[string, readonly string[], string]>([
    ['no case', [], 'none'],
    ['two cases', ['10', '01'], 'none'],
    ['three cases, one of them without codings', ['10', '01', '00'], 'none'],
    ['three cases, two themes that vary', ['10', '01', '11'], 'reading-aid'],
    ['four cases, two themes that vary', ['10', '01', '11', '10'], 'enough-cases'],
    ['four cases, three themes, one of them in all', ['110', '101', '111', '110'], 'enough-cases'],
  ])('%s', (_, rows, strength) => {
    expect(treeStrength(rows.map(row))).toBe(strength);
  });

  it('seven interviews and eight themes are a reading aid', () => {
    expect(treeStrength(THESIS_COUNTS)).toBe('reading-aid');
    expect(treeStrength(THESIS_COUNTS.slice(0, FEWEST_CASES_IN_A_TREE - 1))).toBe('none');
  });
});
