import type { CodebookFile } from '../domain/codebook/codebook-file.ts';
import {
  planImport,
  type ConflictChoice,
  type ImportPlan,
} from '../domain/codebook/plan-import.ts';
import type { ProjectId } from '../domain/ids.ts';
import type { Actor, Workspace } from './workspace.ts';

/** What taking in a codebook would do; nothing is changed. */
export async function previewCodebook(
  workspace: Workspace,
  projectId: ProjectId,
  file: CodebookFile,
  choice: ConflictChoice,
): Promise<ImportPlan> {
  return planImport(await workspace.read(projectId), file, choice, () => workspace.newId());
}

/** Takes in a codebook as one step. */
export async function importCodebook(
  workspace: Workspace,
  projectId: ProjectId,
  file: CodebookFile,
  choice: ConflictChoice,
  actor: Actor,
): Promise<ImportPlan & { readonly revision: number }> {
  const plan = await previewCodebook(workspace, projectId, file, choice);
  const { themes, types, conflicts } = plan;
  const changes =
    choice === 'take' ? conflicts.map(({ id, after }) => ({ id, changes: after })) : [];
  const { revision } = await workspace.execute(
    projectId,
    { kind: 'add-codebook', themes, types, changes },
    actor,
  );
  return { ...plan, revision };
}
