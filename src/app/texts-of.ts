import type { ProjectId, TranscriptId } from '../domain/ids.ts';
import type { Workspace } from './workspace.ts';

/** The canonical text of every transcript of a project. */
export async function textsOf(
  workspace: Workspace,
  id: ProjectId,
): Promise<Map<TranscriptId, string>> {
  const texts = new Map<TranscriptId, string>();
  for (const transcript of (await workspace.read(id)).transcripts.keys())
    texts.set(transcript, await workspace.text(id, transcript));
  return texts;
}
