import type { ProjectId } from '../domain/ids.ts';
import type { Settings } from '../domain/project/records.ts';
import type { Actor, Workspace } from './workspace.ts';

export async function createProject(
  workspace: Workspace,
  settings: Settings,
  actor: Actor,
): Promise<ProjectId> {
  const id = workspace.newId<ProjectId>();
  await workspace.execute(id, { kind: 'create-project', settings }, actor);
  return id;
}
