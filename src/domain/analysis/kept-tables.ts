import type { Project } from '../project/project.ts';
import type { CrossTable } from './cross-table.ts';
import type { Figure } from './shown-table.ts';

/** Who looks at a few tables in turn finds each as it was left. */
const MOST = 8;

interface Kept<T> {
  readonly revision: number;
  readonly answers: Map<string, T>;
}

/** Keeps what was counted of a project, by what was asked, as long as the project stays as it is. */
export function keptByRevision<T>(): (project: Project, key: string, count: () => T) => T {
  const kept = new WeakMap<Project, Kept<T>>();
  return (project, key, count) => {
    let now = kept.get(project);
    if (now?.revision !== project.revision)
      kept.set(project, (now = { revision: project.revision, answers: new Map() }));
    const { answers } = now;
    const answer = answers.get(key) ?? count();
    answers.delete(key);
    answers.set(key, answer);
    const [oldest] = answers.keys();
    if (answers.size > MOST && oldest !== undefined) answers.delete(oldest);
    return answer;
  };
}

/** A table of a project, counted again only when the project has changed since. */
export const keptTable = keptByRevision<CrossTable<Figure>>();
