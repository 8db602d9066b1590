import { themesInOrder } from '../../codebook/tree.ts';
import type { Project } from '../../project/project.ts';
import { linesOf, places, type Axis } from './axis-item.ts';

/** An excerpt stands at its themes and at every ancestor of theirs, once. */
export function themeAxis({ themes }: Project): Axis {
  const inOrder = themesInOrder(themes);
  const above = linesOf(inOrder.map(({ depth }) => depth));
  const lines = new Map<string, readonly number[]>(
    inOrder.map(({ theme }, i) => [theme.id, above[i] ?? []]),
  );
  return {
    items: inOrder.map(({ theme, depth }) => ({
      ...{ id: theme.id, name: theme.name, label: theme.label, depth },
    })),
    placesOf: (excerpt) => places(excerpt.themeIds, (id) => lines.get(id)),
  };
}
