import type { ThemeId } from '../ids.ts';
import type { Project } from '../project/project.ts';
import type { Excerpt, Theme } from '../project/records.ts';

/** Whether the excerpt was coded with the theme, or last confirmed, before it was defined as it is now. */
export const isOutdated = (
  { themeIds, appliedAt, createdAt }: Excerpt,
  { id, definedAt }: Theme,
): boolean => themeIds.includes(id) && definedAt > (appliedAt?.[id] ?? createdAt);

/** The excerpts of a theme that were coded under an older definition, in no particular order. */
export const outdatedOf = (project: Project, theme: Theme): Excerpt[] =>
  [...project.excerpts.values()].filter((excerpt) => isOutdated(excerpt, theme));

/** How many excerpts each theme has from under an older definition; themes with none are left out. */
export function outdatedCounts({ excerpts, themes }: Project): Map<ThemeId, number> {
  const counts = new Map<ThemeId, number>();
  for (const excerpt of excerpts.values())
    for (const id of excerpt.themeIds) {
      const theme = themes.get(id);
      if (theme && isOutdated(excerpt, theme)) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  return counts;
}
