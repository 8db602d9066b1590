import { ancestors, childrenByParent } from '../codebook/tree.ts';
import type { ThemeId } from '../ids.ts';
import { Rejection } from '../rejection.ts';
import type { ProjectEvent } from './events.ts';
import type { Project } from './project.ts';
import type { Theme } from './records.ts';

/** So many levels a codebook has at most; files that go deeper are refused, too. */
export const MOST_LEVELS = 50;

/**
 * The events, if no theme they make or move ends up deeper than anybody can read.
 *
 * @throws Rejection `theme-too-deep` {theme, most}
 */
export function withinLevels(project: Project, events: ProjectEvent[]): ProjectEvent[] {
  const placed = events.flatMap((event): ThemeId[] => {
    if (event.kind === 'theme-added') return [event.record.id];
    return event.kind === 'theme-changed' && event.after.parentId ? [event.id] : [];
  });
  if (placed.length === 0) return events;
  const themes = themesAfter(project, events);
  const moved = events.some((event) => event.kind === 'theme-changed' && 'parentId' in event.after);
  const children = moved ? childrenByParent(themes) : new Map<ThemeId | null, Theme[]>();
  for (const id of placed)
    if (ancestors(themes, id).length + levelsFrom(id, children) > MOST_LEVELS)
      throw new Rejection('invalid', 'theme-too-deep', {
        theme: themes.get(id)?.name ?? '',
        most: MOST_LEVELS,
      });
  return events;
}

function themesAfter(project: Project, events: readonly ProjectEvent[]): Map<ThemeId, Theme> {
  const themes = new Map(project.themes);
  for (const event of events) {
    if (event.kind === 'theme-added') themes.set(event.record.id, event.record);
    if (event.kind === 'theme-removed') themes.delete(event.record.id);
    const theme = event.kind === 'theme-changed' && themes.get(event.id);
    if (theme) themes.set(theme.id, { ...theme, ...event.after });
  }
  return themes;
}

/** The theme's own level and those below it. */
function levelsFrom(id: ThemeId, children: ReadonlyMap<ThemeId | null, readonly Theme[]>): number {
  let levels = 0;
  for (let line: readonly ThemeId[] = [id]; line.length > 0; levels++)
    line = line.flatMap((one) => (children.get(one) ?? []).map((theme) => theme.id));
  return levels;
}
