import type { ProjectId } from '../domain/ids.ts';
import type { NewSettings } from '../domain/project/defaults.ts';
import type { Actor, Workspace } from './workspace.ts';

export async function createProject(
  workspace: Workspace,
  settings: NewSettings,
  actor: Actor,
): Promise<ProjectId> {
  const id = workspace.newId<ProjectId>();
  await workspace.execute(id, { kind: 'create-project', settings }, actor);
  await workspace.access.made(actor, id);
  return id;
}
