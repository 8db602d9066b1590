import { isOutdated } from '../codebook/outdated.ts';
import { themeTitle } from '../codebook/tree.ts';
import type { ExcerptId, ThemeId } from '../ids.ts';
import { sharedChanges } from './changed-excerpts.ts';
import { changeOf, type Changed, type ProjectEvent } from './events.ts';
import { found } from './found.ts';
import type { Project } from './project.ts';
import type { Excerpt } from './records.ts';

/** The excerpts coded with one theme, coded with another instead; all of them, or those chosen. */
export function recoded(
  project: Project,
  old: ThemeId,
  by: ThemeId | null,
  at: string,
  chosen?: ReadonlySet<ExcerptId>,
): ProjectEvent[] {
  const name = themeTitle(found(project.themes, old, 'theme'));
  const changes: Changed<'excerpt'>[] = [];
  for (const excerpt of project.excerpts.values()) {
    if (!excerpt.themeIds.includes(old) || chosen?.has(excerpt.id) === false) continue;
    const themeIds = replaced(excerpt.themeIds, old, by);
    const memo = keptAsMemo(excerpt, themeIds, excerpt.typeIds, name);
    const appliedAt = timesOf(excerpt, themeIds, at);
    const change = changeOf('excerpt', excerpt, { themeIds, ...memo, appliedAt });
    if (change) changes.push(change);
  }
  return sharedChanges(changes);
}

/** The outdated codings of a theme, stamped as confirmed; all of them, or those chosen. */
export function confirmed(
  project: Project,
  id: ThemeId,
  at: string,
  chosen?: readonly ExcerptId[],
): ProjectEvent[] {
  const theme = found(project.themes, id, 'theme');
  const excerpts = chosen?.map((one) => found(project.excerpts, one, 'excerpt'));
  const changes = [...(excerpts ?? project.excerpts.values())].map((excerpt) =>
    isOutdated(excerpt, theme)
      ? changeOf('excerpt', excerpt, { appliedAt: { ...excerpt.appliedAt, [theme.id]: at } })
      : null,
  );
  return sharedChanges(changes.filter((change) => change !== null));
}

function replaced<T>(ids: readonly T[], old: T, by: T | null): T[] {
  const kept = ids
    .map((id) => (id === old ? by : id))
    .filter((id): id is NonNullable<typeof id> => id !== null);
  return [...new Set(kept)] as T[];
}

/** An excerpt carries a theme, a type or a memo: what loses its last theme says which it was. */
export function keptAsMemo(
  excerpt: Excerpt,
  themeIds: readonly ThemeId[],
  typeIds: Excerpt['typeIds'],
  name: string,
): Partial<Excerpt> {
  const bare = themeIds.length === 0 && typeIds.length === 0;
  return bare && !excerpt.memo ? { memo: name } : {};
}

/** Remembers when the themes that `old` did not have were given. */
export function withTimes(old: Excerpt, changed: Excerpt, at: string): Excerpt {
  if (changed.themeIds === old.themeIds) return changed;
  return { ...changed, appliedAt: timesOf(old, changed.themeIds, at) };
}

function timesOf(old: Excerpt, themeIds: readonly ThemeId[], at: string): Excerpt['appliedAt'] {
  let times: Record<ThemeId, string> | null = null;
  for (const id of themeIds) {
    const time = old.themeIds.includes(id) ? old.appliedAt?.[id] : at;
    if (time !== undefined) (times ??= {})[id] = time;
  }
  return times;
}
