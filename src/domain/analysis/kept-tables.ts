import type { Project } from '../project/project.ts';
import type { CrossTable } from './cross-table.ts';
import type { Figure } from './shown-table.ts';

interface Kept {
  readonly revision: number;
  readonly tables: Map<string, CrossTable<Figure>>;
}

const kept = new WeakMap<Project, Kept>();

/** Who looks at a few tables in turn finds each as it was left. */
const MOST = 8;

/** A table of a project, counted again only when the project has changed since. */
export function keptTable(
  project: Project,
  key: string,
  count: () => CrossTable<Figure>,
): CrossTable<Figure> {
  let now = kept.get(project);
  if (now?.revision !== project.revision)
    kept.set(project, (now = { revision: project.revision, tables: new Map() }));
  const { tables } = now;
  const table = tables.get(key) ?? count();
  tables.delete(key);
  tables.set(key, table);
  const [oldest] = tables.keys();
  if (tables.size > MOST && oldest !== undefined) tables.delete(oldest);
  return table;
}
