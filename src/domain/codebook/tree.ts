import type { ThemeId } from '../ids.ts';
import { byOrder } from './place.ts';
import type { Theme } from '../project/records.ts';

export interface ThemeInTree {
  readonly theme: Theme;
  /** 0 for a top theme. */
  readonly depth: number;
}

/** What stands in a tree: a theme, a concept. */
export interface TreeNode<I extends string> {
  readonly id: I;
  readonly parentId: I | null;
  readonly order: number;
}

/** A node whose parent is not among the nodes stands at the top. */
export function childrenByParent<I extends string, T extends TreeNode<I>>(
  nodes: ReadonlyMap<I, T>,
): Map<I | null, T[]> {
  const children = new Map<I | null, T[]>();
  for (const node of nodes.values()) {
    const parent = node.parentId !== null && nodes.has(node.parentId) ? node.parentId : null;
    const siblings = children.get(parent);
    if (siblings) siblings.push(node);
    else children.set(parent, [node]);
  }
  for (const siblings of children.values()) siblings.sort(byOrder);
  return children;
}

/** The tree from top to bottom, each node right after its parent's earlier children. */
export function nodesInOrder<I extends string, T extends TreeNode<I>>(
  nodes: ReadonlyMap<I, T>,
): { readonly node: T; readonly depth: number }[] {
  const children = childrenByParent(nodes);
  const rows: { node: T; depth: number }[] = [];
  const open = [...(children.get(null) ?? [])].reverse().map((node) => ({ node, depth: 0 }));
  for (let row = open.pop(); row; row = open.pop()) {
    rows.push(row);
    for (const node of [...(children.get(row.node.id) ?? [])].reverse())
      open.push({ node, depth: row.depth + 1 });
  }
  return rows;
}

/** The codebook from top to bottom. */
export const themesInOrder = (themes: ReadonlyMap<ThemeId, Theme>): ThemeInTree[] =>
  nodesInOrder(themes).map(({ node, depth }) => ({ theme: node, depth }));

/** The node's ancestors, nearest first. */
export function ancestors<I extends string>(
  nodes: ReadonlyMap<I, Pick<TreeNode<I>, 'parentId'>>,
  id: I,
): I[] {
  const line = new Set<I>();
  for (
    let parent = nodes.get(id)?.parentId;
    parent && !line.has(parent);
    parent = nodes.get(parent)?.parentId
  )
    line.add(parent);
  return [...line];
}

/** How a theme is named in a list: its number, if it has one, and its name. */
export const themeTitle = (theme: Pick<Theme, 'label' | 'name'>): string =>
  theme.label ? `${theme.label} ${theme.name}` : theme.name;
