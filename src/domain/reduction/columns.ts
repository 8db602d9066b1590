import { childrenByParent, themesInOrder } from '../codebook/tree.ts';
import type { ThemeId } from '../ids.ts';
import { LEVELS, type Theme } from '../project/records.ts';

/** The categories of the chain, lowest first. */
export const CATEGORIES = ['sub', 'upper', 'main', 'uniting'] as const;
export type Category = (typeof CATEGORIES)[number];

const HIGHEST = LEVELS.length - 1;

/**
 * The column each theme stands in. Its level decides. A theme without a usual level stands one column
 * above the highest of its sub-themes, one without sub-themes is a subcategory; what would stand
 * above the last column stands in it. A theme of the level `code` has no column (null): it is the
 * reduced expression's own name.
 */
export function columnsOf(themes: ReadonlyMap<ThemeId, Theme>): Map<ThemeId, Category | null> {
  const children = childrenByParent(themes);
  const heights = new Map<ThemeId, number>();
  for (const { theme } of themesInOrder(themes).reverse()) {
    const below = (children.get(theme.id) ?? []).map(({ id }) => heights.get(id) ?? 0);
    const stated = LEVELS.findIndex((level) => level === theme.level);
    heights.set(theme.id, stated >= 0 ? stated : Math.min(HIGHEST, 1 + Math.max(0, ...below)));
  }
  return new Map([...heights].map(([id, height]) => [id, CATEGORIES[height - 1] ?? null]));
}
