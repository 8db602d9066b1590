import { codebookDiff, type CodebookDiff } from '../domain/codebook/diff.ts';
import type { ProjectId, VersionId } from '../domain/ids.ts';
import { found } from '../domain/project/found.ts';
import type { Project } from '../domain/project/project.ts';
import { codebookAt } from './codebook-at.ts';
import type { Workspace } from './workspace.ts';

export interface Comparison extends CodebookDiff {
  /** Revisions. */
  readonly from: number;
  readonly to: number;
}

/**
 * What changed in the codebook between two points: each a version's id, a revision or `now`.
 *
 * @throws Rejection `version-not-found`, `revision-not-found`
 */
export async function compareCodebooks(
  workspace: Workspace,
  id: ProjectId,
  from: string,
  to: string,
): Promise<Comparison> {
  const project = await workspace.read(id);
  const revisions = { from: revisionOf(project, from), to: revisionOf(project, to) };
  const before = await codebookAt(workspace, id, revisions.from);
  const after = await codebookAt(workspace, id, revisions.to);
  return { ...revisions, ...codebookDiff(before.themes, after.themes) };
}

function revisionOf(project: Project, point: string): number {
  if (point === 'now') return project.revision;
  return /^\d{1,15}$/.test(point) && !project.versions.has(point as VersionId)
    ? Number(point)
    : found(project.versions, point as VersionId, 'version').revision;
}
