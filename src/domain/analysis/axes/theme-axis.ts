import { themesInOrder } from '../../codebook/tree.ts';
import type { Project } from '../../project/project.ts';
import { EVERYTHING, type Selection } from '../selection.ts';
import { linesOf, places, type Axis } from './axis-item.ts';

/** An excerpt stands at its themes and at every ancestor of theirs, once. */
export function themeAxis({ themes }: Project, { shownThemeIds }: Selection = EVERYTHING): Axis {
  const all = themesInOrder(themes);
  const shown = new Set(shownThemeIds ?? all.map(({ theme }) => theme.id));
  const place = new Map(all.filter(({ theme }) => shown.has(theme.id)).map((one, i) => [one, i]));
  const above = linesOf(all.map(({ depth }) => depth)).map((line) =>
    line.map((i) => place.get(all[i]!)).filter((i) => i !== undefined),
  );
  const lines = new Map<string, readonly number[]>(
    all.map(({ theme }, i) => [theme.id, above[i] ?? []]),
  );
  return {
    items: [...place.keys()].map(({ theme }) => ({
      ...{ id: theme.id, name: theme.name, label: theme.label },
      depth: (lines.get(theme.id)?.length ?? 1) - 1,
    })),
    placesOf: (excerpt) => places(excerpt.themeIds, (id) => lines.get(id)),
  };
}
