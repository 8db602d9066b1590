import type { ProjectId } from '../../domain/ids.ts';
import type { Disk } from './disk.ts';
import type { Mark } from './journal-line.ts';
import type { ProjectPaths } from './project-paths.ts';
import { readProject } from './read-project.ts';
import { writeStoredSnapshot } from './stored-snapshot.ts';

/** What a snapshot is made from; crosses to a worker as it is. */
export interface SnapshotTask {
  readonly id: ProjectId;
  readonly paths: ProjectPaths;
  /** The journal's durable end: appends may go on behind it. */
  readonly head: Mark;
}

/** Folds the last snapshot and what the journal says since, and keeps the result as the next one. */
export async function makeSnapshot({ id, paths, head }: SnapshotTask, disk: Disk): Promise<void> {
  await writeStoredSnapshot(paths, disk, await readProject(paths, id, head));
}
