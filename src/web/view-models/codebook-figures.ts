import { themeCounts, type ThemeCount } from '../../domain/analysis/coded-counts.ts';
import { themeNotes, type ThemeNote } from '../../domain/codebook/notes.ts';
import { outdatedCounts } from '../../domain/codebook/outdated.ts';
import { openThreadsByTheme } from '../../domain/reviews/threads.ts';
import type { ThemeId } from '../../domain/ids.ts';
import type { Project } from '../../domain/project/project.ts';

interface CodebookFigures {
  readonly counts: ReadonlyMap<ThemeId, ThemeCount>;
  readonly outdated: ReadonlyMap<ThemeId, number>;
  readonly notes: ReadonlyMap<ThemeId, readonly ThemeNote[]>;
  /** Threads that wait for somebody. */
  readonly threads: ReadonlyMap<ThemeId, number>;
}

const known = new WeakMap<
  Project,
  { readonly revision: number; readonly figures: CodebookFigures }
>();

/** What is counted over all excerpts: once for each revision, however many themes are looked at. */
export function codebookFigures(project: Project): CodebookFigures {
  const last = known.get(project);
  if (last?.revision === project.revision) return last.figures;
  const figures = {
    counts: themeCounts(project),
    outdated: outdatedCounts(project),
    notes: themeNotes(project),
    threads: openThreadsByTheme(project),
  };
  known.set(project, { revision: project.revision, figures });
  return figures;
}
