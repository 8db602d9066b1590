import { Low } from 'lowdb';
import type { ProjectId } from '../../domain/ids.ts';
import { toSnapshot, type Snapshot } from '../../domain/project/snapshot.ts';
import { nodeDisk, type Disk } from './disk.ts';
import { DurableJsonFile } from './durable-json-file.ts';
import type { Mark } from './journal-line.ts';
import type { ProjectPaths } from './project-paths.ts';
import type { ReadProject } from './read-project.ts';

/** Raised when the records or `evolve` change, so that what an older version folded is not believed. */
const FORMAT = 7;

/** What `project.json` holds: the project folded up to a place in its journal. */
export interface StoredSnapshot {
  readonly format: number;
  readonly head: Mark;
  /** The journal's index up to there. */
  readonly points: readonly Mark[];
  readonly snapshot: Snapshot;
}

/** The project's last snapshot; null where there is none that can be used. */
export async function readStoredSnapshot(
  paths: ProjectPaths,
  id: ProjectId,
): Promise<StoredSnapshot | null> {
  const low = lowOf(paths, nodeDisk);
  // One that cannot be read is as good as none: the journal tells the same.
  await low.read().catch(() => undefined);
  return low.data?.format === FORMAT && low.data.snapshot.id === id ? low.data : null;
}

/** Durable when resolved. */
export async function writeStoredSnapshot(
  paths: ProjectPaths,
  disk: Disk,
  { project, head, index }: ReadProject,
): Promise<void> {
  const low = lowOf(paths, disk);
  low.data = { format: FORMAT, head, points: index.points, snapshot: toSnapshot(project) };
  await low.write();
}

const lowOf = (paths: ProjectPaths, disk: Disk): Low<StoredSnapshot | null> =>
  new Low(new DurableJsonFile<StoredSnapshot | null>(paths.snapshot, disk), null);
