import { speakersIn, type Speaker } from '../domain/cases/speakers.ts';
import type { ProjectId } from '../domain/ids.ts';
import { transcriptsInOrder } from '../domain/project/project.ts';
import type { Transcript } from '../domain/project/records.ts';
import { textsOf } from './texts-of.ts';
import type { Workspace } from './workspace.ts';

export interface SurveyedTranscript {
  readonly transcript: Transcript;
  readonly speakers: readonly Speaker[];
}

const known = new WeakMap<Transcript, readonly Speaker[]>();

/** Who speaks in every transcript of a project; read anew only where a transcript has changed. */
export async function surveySpeakers(
  workspace: Workspace,
  id: ProjectId,
): Promise<SurveyedTranscript[]> {
  const before = await workspace.read(id);
  const isNew = [...before.transcripts.values()].some((one) => !known.has(one));
  const texts = isNew ? await textsOf(workspace, id) : null;
  const project = await workspace.read(id);
  return transcriptsInOrder(project).map((transcript) => {
    const speakers =
      known.get(transcript) ?? speakersIn(texts?.get(transcript.id) ?? '', transcript);
    if (texts?.has(transcript.id)) known.set(transcript, speakers);
    return { transcript, speakers };
  });
}
