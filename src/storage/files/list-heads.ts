import { access, readdir } from 'node:fs/promises';
import { Low } from 'lowdb';
import type { ProjectHead, ProjectSummary } from '../../app/ports.ts';
import type { ProjectId } from '../../domain/ids.ts';
import { isProjectId } from '../project-id.ts';
import { nodeDisk, type Disk } from './disk.ts';
import { DurableJsonFile } from './durable-json-file.ts';
import { orNull } from './fs-error.ts';
import { lastRevision } from './last-revision.ts';
import { mapLimited } from './map-limited.ts';
import { projectPaths, type ProjectPaths } from './project-paths.ts';

const MAX_AT_ONCE = 32;

/** The projects whose folders lie in `parent`; whatever else lies there is passed over. */
export async function listHeads(
  parent: string,
  knownRevision: (id: ProjectId) => number | undefined,
): Promise<ProjectHead[]> {
  const entries = await readdir(parent, { withFileTypes: true });
  const ids = entries.flatMap((entry) =>
    entry.isDirectory() && isProjectId(entry.name) ? entry.name : [],
  );
  const heads = await mapLimited(ids.sort(), MAX_AT_ONCE, (id) =>
    readHead(projectPaths(parent, id), id, knownRevision(id)),
  );
  return heads.filter((head) => head !== null);
}

/**
 * The project's head; null where no project is. A folder whose journal lost its first line is
 * listed when a snapshot shows that there was one: its user must hear of it.
 */
async function readHead(
  paths: ProjectPaths,
  id: ProjectId,
  known: number | undefined,
): Promise<ProjectHead | null> {
  const revision = known ?? (await lastRevision(paths.journal));
  if (revision === null && !(await exists(paths.snapshot))) return null;
  const low = lowOf(paths, nodeDisk);
  // One that cannot be read is as good as none.
  await low.read().catch(() => undefined);
  const isFresh = low.data?.id === id && low.data.revision === revision;
  return { id, summary: isFresh ? low.data : null };
}

/** Durable when resolved. */
export async function writeSummary(
  paths: ProjectPaths,
  disk: Disk,
  summary: ProjectSummary,
): Promise<void> {
  const low = lowOf(paths, disk);
  low.data = summary;
  await low.write();
}

const lowOf = (paths: ProjectPaths, disk: Disk): Low<ProjectSummary | null> =>
  new Low(new DurableJsonFile<ProjectSummary | null>(paths.summary, disk), null);

const exists = async (path: string): Promise<boolean> =>
  (await orNull(access(path).then(() => true))) ?? false;
