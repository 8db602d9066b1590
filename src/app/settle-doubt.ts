import { speakerDoubts, transcriptsOf } from '../domain/cases/speaker-doubts.ts';
import type { ProjectId } from '../domain/ids.ts';
import type { Actor, Workspace } from './workspace.ts';

/**
 * Keeps that what is doubted of the speakers is right as it is. A doubt that is gone by now, since
 * somebody else has answered it, changes nothing.
 *
 * @param doubt its key
 */
export async function settleDoubt(
  workspace: Workspace,
  id: ProjectId,
  doubt: string,
  actor: Actor,
  expectedRevision?: number,
): Promise<void> {
  const doubts = speakerDoubts(await workspace.read(id)).filter(({ key }) => key === doubt);
  const transcriptIds = doubts.flatMap(transcriptsOf);
  const command = { kind: 'settle-doubt', doubt, transcriptIds } as const;
  await workspace.execute(id, command, actor, expectedRevision);
}
