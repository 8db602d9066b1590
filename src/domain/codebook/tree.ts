import type { ThemeId } from '../ids.ts';
import { byOrder } from './place.ts';
import type { Theme } from '../project/records.ts';

export interface ThemeInTree {
  readonly theme: Theme;
  /** 0 for a top theme. */
  readonly depth: number;
}

type Themes = ReadonlyMap<ThemeId, Theme>;

export function childrenByParent(themes: Themes): Map<ThemeId | null, Theme[]> {
  const children = new Map<ThemeId | null, Theme[]>();
  for (const theme of themes.values()) {
    const parent = theme.parentId !== null && themes.has(theme.parentId) ? theme.parentId : null;
    const siblings = children.get(parent);
    if (siblings) siblings.push(theme);
    else children.set(parent, [theme]);
  }
  for (const siblings of children.values()) siblings.sort(byOrder);
  return children;
}

/** The codebook from top to bottom, each theme right after its parent's earlier children. */
export function themesInOrder(themes: Themes): ThemeInTree[] {
  const children = childrenByParent(themes);
  const rows: ThemeInTree[] = [];
  const open: ThemeInTree[] = [...(children.get(null) ?? [])]
    .reverse()
    .map((theme) => ({ theme, depth: 0 }));
  for (let row = open.pop(); row; row = open.pop()) {
    rows.push(row);
    for (const theme of [...(children.get(row.theme.id) ?? [])].reverse())
      open.push({ theme, depth: row.depth + 1 });
  }
  return rows;
}

/** The theme's ancestors, nearest first. */
export function ancestors(themes: Themes, id: ThemeId): ThemeId[] {
  const line = new Set<ThemeId>();
  for (
    let parent = themes.get(id)?.parentId;
    parent && !line.has(parent);
    parent = themes.get(parent)?.parentId
  )
    line.add(parent);
  return [...line];
}

/** How a theme is named in a list: its number, if it has one, and its name. */
export const themeTitle = (theme: Pick<Theme, 'label' | 'name'>): string =>
  theme.label ? `${theme.label} ${theme.name}` : theme.name;
