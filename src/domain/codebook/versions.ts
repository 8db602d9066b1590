import type { Project } from '../project/project.ts';
import type { Version } from '../project/records.ts';

export const newestFirst = ({ versions }: Pick<Project, 'versions'>): Version[] =>
  [...versions.values()].sort((a, b) => b.revision - a.revision || b.at.localeCompare(a.at));

/** The steps that change themes. */
const OF_THEMES: ReadonlySet<string> = new Set([
  ...['add-theme', 'add-codebook', 'change-theme', 'move-theme'],
  ...['merge-theme', 'split-theme', 'remove-theme'],
]);

/** A time at which the codebook was changed, and the revisions before and after it. */
export interface CodebookStep {
  readonly at: string;
  readonly before: number;
  readonly revision: number;
}

/** The steps that changed the codebook and were not taken back, oldest first; as far as undo reaches. */
export const codebookSteps = ({ undo }: Pick<Project, 'undo'>): CodebookStep[] =>
  undo
    .filter(({ command }) => OF_THEMES.has(command))
    .map(({ at, first, last }) => ({ at, before: first - 1, revision: last }));
