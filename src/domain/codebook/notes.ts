import { folded } from './search-codebook.ts';
import { childrenByParent } from './tree.ts';
import type { ThemeId } from '../ids.ts';
import type { Project } from '../project/project.ts';
import type { Theme } from '../project/records.ts';

/** The level of the theme that gathers what a frame made beforehand has no place for. */
export const OUTSIDE = 'outside';

/** The theme outside the frame, once it was made. */
export const outsideTheme = ({ themes }: Pick<Project, 'themes'>): Theme | undefined =>
  [...themes.values()].find(({ level, retired }) => level === OUTSIDE && !retired);

/**
 * What is worth a look in a theme. `twin`: a sibling has the same name. `undefined`: no definition.
 * `rationale`: linked to a concept without saying why. The others come from the approach and forbid
 * nothing. `unframed`: a theory-driven frame holds a theme without a concept. `early-concept`: a
 * data-driven theme has a concept. `lowest-first`: in a theory-guided analysis a lowest theme is
 * linked while nothing above it is.
 */
export type ThemeNote =
  'twin' | 'undefined' | 'rationale' | 'unframed' | 'early-concept' | 'lowest-first';

/** The notes of every theme that has some; retired themes have none. */
export function themeNotes(
  project: Pick<Project, 'themes' | 'settings'>,
): Map<ThemeId, ThemeNote[]> {
  const { themes, settings } = project;
  const children = childrenByParent(themes);
  const twins = twinsAmong(children.values());
  const ancestryOf = ancestry(themes);
  const notes = new Map<ThemeId, ThemeNote[]>();
  for (const theme of themes.values()) {
    if (theme.retired) continue;
    const linked = theme.conceptId !== null;
    const isLowest = !children.has(theme.id);
    const found: ThemeNote[] = [
      ...some('twin', twins.has(theme.id)),
      ...some('undefined', theme.definition === null),
      ...some('rationale', linked && theme.linkRationale === null),
      ...approachNote(settings.approach, theme, linked, isLowest, ancestryOf),
    ];
    if (found.length > 0) notes.set(theme.id, found);
  }
  return notes;
}

const some = (note: ThemeNote, holds: boolean): ThemeNote[] => (holds ? [note] : []);

function approachNote(
  approach: Project['settings']['approach'],
  theme: Theme,
  linked: boolean,
  isLowest: boolean,
  ancestryOf: ReturnType<typeof ancestry>,
): ThemeNote[] {
  const above = ancestryOf(theme);
  switch (approach) {
    case 'theory-driven':
      return some('unframed', !linked && !above.linked && !above.outside);
    case 'data-driven':
      return some('early-concept', linked);
    case 'theory-guided':
      return some('lowest-first', linked && isLowest && theme.parentId !== null && !above.linked);
  }
}

/** Whether a theme above is linked to a concept, and whether the theme or one above is outside the frame. */
function ancestry(
  themes: ReadonlyMap<ThemeId, Theme>,
): (theme: Theme) => { readonly linked: boolean; readonly outside: boolean } {
  const known = new Map<ThemeId, { linked: boolean; outside: boolean }>();
  const of = (theme: Theme): { linked: boolean; outside: boolean } => {
    const seen = known.get(theme.id);
    if (seen) return seen;
    const parent = theme.parentId === null ? undefined : themes.get(theme.parentId);
    const above = parent ? of(parent) : { linked: false, outside: false };
    const here = {
      linked: above.linked || (parent !== undefined && parent.conceptId !== null),
      outside: above.outside || theme.level === OUTSIDE,
    };
    known.set(theme.id, here);
    return here;
  };
  return of;
}

/** The themes that share their name with a sibling, case and accents aside. */
function twinsAmong(families: Iterable<readonly Theme[]>): Set<ThemeId> {
  const twins = new Set<ThemeId>();
  for (const siblings of families) {
    const byName = new Map<string, ThemeId[]>();
    for (const { id, name } of siblings) {
      const key = folded(name);
      byName.set(key, [...(byName.get(key) ?? []), id]);
    }
    for (const same of byName.values()) if (same.length > 1) for (const id of same) twins.add(id);
  }
  return twins;
}
