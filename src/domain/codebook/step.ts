import { found } from '../project/found.ts';
import { childrenByParent, type TreeNode } from './tree.ts';

export const STEPS = ['up', 'down', 'out', 'in'] as const;
/** One move in the tree: among the siblings, beside the parent, or below the one before. */
export type Step = (typeof STEPS)[number];

interface Place<I> {
  readonly parentId: I | null;
  /** Among the siblings there, the node itself not counted. */
  readonly index: number;
}

/**
 * Where one step takes a theme or concept; null where there is no way (up from the first, out of
 * the top).
 *
 * @throws Rejection `<what>-not-found`
 */
export function stepTo<I extends string, T extends TreeNode<I>>(
  nodes: ReadonlyMap<I, T>,
  id: I,
  step: Step,
  what: 'theme' | 'concept' = 'theme',
): Place<I> | null {
  const children = childrenByParent(nodes);
  const { parentId } = found(nodes, id, what);
  const siblings = children.get(parentId) ?? [];
  const at = siblings.findIndex((node) => node.id === id);
  switch (step) {
    case 'up':
      return at > 0 ? { parentId, index: at - 1 } : null;
    case 'down':
      return at < siblings.length - 1 ? { parentId, index: at + 1 } : null;
    case 'in': {
      const before = siblings[at - 1];
      return before ? { parentId: before.id, index: (children.get(before.id) ?? []).length } : null;
    }
    case 'out': {
      const parent = parentId === null ? undefined : nodes.get(parentId);
      if (!parent) return null;
      const beside = children.get(parent.parentId) ?? [];
      return {
        parentId: parent.parentId,
        index: beside.findIndex(({ id }) => id === parent.id) + 1,
      };
    }
  }
}
