import { basename, join } from 'node:path';

/** Where the parts of one project lie. */
export interface ProjectPaths {
  readonly folder: string;
  readonly journal: string;
  /** The journal as messages name it: not where the data folder is. */
  readonly journalName: string;
  readonly snapshot: string;
  readonly summary: string;
  readonly texts: string;
  readonly originals: string;
}

/** The paths of a project whose id was checked. */
export const projectPaths = (parent: string, id: string): ProjectPaths => {
  const folder = join(parent, id);
  return {
    folder,
    journal: join(folder, 'journal.jsonl'),
    journalName: `${basename(parent)}/${id}/journal.jsonl`,
    snapshot: join(folder, 'project.json'),
    summary: join(folder, 'summary.json'),
    texts: join(folder, 'texts'),
    originals: join(folder, 'originals'),
  };
};
