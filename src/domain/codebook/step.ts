import type { ThemeId } from '../ids.ts';
import { found } from '../project/found.ts';
import type { Theme } from '../project/records.ts';
import { childrenByParent } from './tree.ts';

export const STEPS = ['up', 'down', 'out', 'in'] as const;
/** One move in the tree: among the siblings, beside the parent, or below the one before. */
export type Step = (typeof STEPS)[number];

interface Place {
  readonly parentId: ThemeId | null;
  /** Among the siblings there, the theme itself not counted. */
  readonly index: number;
}

/**
 * Where one step takes a theme; null where there is no way (up from the first, out of the top).
 *
 * @throws Rejection `theme-not-found`
 */
export function stepTo(themes: ReadonlyMap<ThemeId, Theme>, id: ThemeId, step: Step): Place | null {
  const children = childrenByParent(themes);
  const { parentId } = found(themes, id, 'theme');
  const siblings = children.get(parentId) ?? [];
  const at = siblings.findIndex((theme) => theme.id === id);
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
      const parent = parentId === null ? undefined : themes.get(parentId);
      if (!parent) return null;
      const beside = children.get(parent.parentId) ?? [];
      return {
        parentId: parent.parentId,
        index: beside.findIndex(({ id }) => id === parent.id) + 1,
      };
    }
  }
}
