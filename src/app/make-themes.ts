import type { ProjectId } from '../domain/ids.ts';
import {
  themesFromFramework,
  type Choice,
  type CodebookDraft,
} from '../domain/theory/themes-from-framework.ts';
import type { Actor, Outcome, Workspace } from './workspace.ts';

/** Makes themes, and types, of the concepts of a framework: one step. */
export async function makeThemes(
  workspace: Workspace,
  projectId: ProjectId,
  choice: Choice,
  actor: Actor,
  expectedRevision?: number,
): Promise<CodebookDraft & Pick<Outcome, 'revision'>> {
  const project = await workspace.read(projectId);
  const draft = themesFromFramework(project, choice, () => workspace.newId());
  const { themes, types } = draft;
  const { revision } = await workspace.execute(
    projectId,
    { kind: 'add-codebook', themes, types },
    actor,
    expectedRevision,
  );
  return { ...draft, revision };
}
