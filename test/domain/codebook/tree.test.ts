import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ancestors,
  childrenByParent,
  themesInOrder,
  themeTitle,
} from '../../../src/domain/codebook/tree.ts';
import type { ThemeId } from '../../../src/domain/ids.ts';
import { DEFAULTS } from '../../../src/domain/project/defaults.ts';
import type { Theme } from '../../../src/domain/project/records.ts';

type Themes = Map<ThemeId, Theme>;

/** Themes by number; the parent of each, and its place among its siblings. */
function themesOf(rows: readonly { parent: number | null; order: number }[]): Themes {
  const idOf = (n: number): ThemeId => `t${n}` as ThemeId;
  const themes = rows.map(({ parent, order }, i): Theme => {
    const parentId = parent === null ? null : idOf(parent);
    return {
      ...DEFAULTS.theme,
      ...{ id: idOf(i), name: idOf(i), parentId, order, colour: 1, origin: 'inductive' },
    };
  });
  return new Map(themes.map((theme) => [theme.id, theme]));
}

/** A forest: the parent of each theme is one before it. */
const forest = fc
  .array(fc.tuple(fc.nat(), fc.nat(9)), { maxLength: 40 })
  .map((rows) =>
    themesOf(
      rows.map(([n, order], i) => ({ parent: n % (i + 1) === i ? null : n % (i + 1), order })),
    ),
  );

describe('themesInOrder', () => {
  it('lists every theme once, each below its parent and in the order of its siblings', () => {
    fc.assert(
      fc.property(forest, (themes) => {
        const rows = themesInOrder(themes);
        expect(new Set(rows.map(({ theme }) => theme.id)).size).toBe(themes.size);
        expect(rows).toHaveLength(themes.size);
        const line: Theme[] = [];
        for (const { theme, depth } of rows) {
          const before = line[depth];
          if (before) expect(before.order).toBeLessThanOrEqual(theme.order);
          line.splice(depth, Infinity, theme);
          expect(theme.parentId).toBe(depth === 0 ? null : line[depth - 1]?.id);
          expect(ancestors(themes, theme.id)).toEqual(
            line
              .slice(0, depth)
              .map(({ id }) => id)
              .reverse(),
          );
        }
      }),
    );
  });

  it('lists a theme whose parent is not there at the top', () => {
    const themes = themesOf([{ parent: 9, order: 1 }]);
    expect(themesInOrder(themes)).toMatchObject([{ depth: 0 }]);
    expect(childrenByParent(themes).get(null)).toHaveLength(1);
  });
});

describe('ancestors', () => {
  it('comes to an end in a circle', () => {
    const themes = themesOf([
      { parent: 1, order: 1 },
      { parent: 0, order: 1 },
    ]);
    expect(ancestors(themes, 't0' as ThemeId)).toEqual(['t1', 't0']);
  });

  it('are none of a theme that is not there', () => {
    expect(ancestors(new Map(), 'x')).toEqual([]);
  });
});

describe('themeTitle', () => {
  it.each([
    { label: '4.1', name: 'Work', title: '4.1 Work' },
    { label: null, name: 'Work', title: 'Work' },
    { label: '', name: 'Work', title: 'Work' },
  ])('is $title', ({ title, ...theme }) => {
    expect(themeTitle(theme)).toBe(title);
  });
});
