import { ancestors } from '../codebook/tree.ts';
import type { ExcerptId, ThemeId } from '../ids.ts';
import type { Project } from '../project/project.ts';
import type { CodedExcerpt } from './coded-excerpts.ts';
import type { Members } from './members.ts';

/**
 * The passages that can show a feature: the members' excerpts of the theme or of one below it, and
 * whatever was chosen as evidence before, wherever it is.
 */
export function evidenceFor(
  project: Project,
  members: Members,
  themeId: ThemeId,
  chosen: readonly ExcerptId[],
  coded: readonly CodedExcerpt[],
): CodedExcerpt[] {
  const candidates = new Set<ExcerptId>(chosen);
  for (const { excerpt } of members.passages)
    if (excerpt.themeIds.some((id) => isWithin(project, id, themeId))) candidates.add(excerpt.id);
  return coded.filter(({ excerpt }) => candidates.has(excerpt.id));
}

const isWithin = (project: Project, id: ThemeId, above: ThemeId): boolean =>
  id === above || ancestors(project.themes, id).includes(above);
