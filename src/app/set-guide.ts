import type { GuideDraft } from '../domain/guide/keep-ids.ts';
import { saidIn, type Said } from '../domain/guide/said.ts';
import type { ProjectId, TranscriptId } from '../domain/ids.ts';
import type { Project } from '../domain/project/project.ts';
import { textsOf } from './texts-of.ts';
import type { Actor, Workspace } from './workspace.ts';

/**
 * Sets the interview guide and finds its questions in every transcript, in one step.
 *
 * @param make the guide as it is to be, from the project as it stands
 */
export async function setGuide(
  workspace: Workspace,
  id: ProjectId,
  make: (project: Project) => GuideDraft,
  actor: Actor,
  expectedRevision?: number,
): Promise<number> {
  const texts = await textsOf(workspace, id);
  const project = await workspace.read(id);
  const said = new Map<TranscriptId, readonly Said[]>();
  for (const { id, turns } of project.transcripts.values())
    said.set(id, saidIn(texts.get(id) ?? '', turns));
  const { revision } = await workspace.execute(
    id,
    { kind: 'set-guide', guide: make(project), said },
    actor,
    expectedRevision,
  );
  return revision;
}
