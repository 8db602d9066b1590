import type { TextOf } from '../domain/analysis/text-of.ts';
import type { ProjectId, TranscriptId } from '../domain/ids.ts';
import type { Project } from '../domain/project/project.ts';
import type { Transcript } from '../domain/project/records.ts';
import { textsOf } from './texts-of.ts';
import type { Workspace } from './workspace.ts';

/** A project and the texts of exactly the transcripts it has: one that came or changed meanwhile is read too. */
export async function projectWithTexts(
  workspace: Workspace,
  id: ProjectId,
): Promise<{ project: Project; texts: ReadonlyMap<TranscriptId, string>; textOf: TextOf }> {
  for (;;) {
    const before = transcriptsOf(await workspace.read(id));
    const texts = await textsOf(workspace, id);
    const project = await workspace.read(id);
    const now = transcriptsOf(project);
    if (now.length === before.length && now.every((one, i) => one === before[i]))
      return { project, texts, textOf: (transcript) => texts.get(transcript) ?? '' };
  }
}

const transcriptsOf = ({ transcripts }: Project): Transcript[] => [...transcripts.values()];
