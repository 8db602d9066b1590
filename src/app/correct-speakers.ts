import { concerns, type SpeakerCorrection } from '../domain/cases/correct-turns.ts';
import {
  casesRenamed,
  correctedSpeakers,
  type SpeakerCorrections,
} from '../domain/cases/corrected-speakers.ts';
import type { CaseId, ProjectId, TranscriptId } from '../domain/ids.ts';
import { found } from '../domain/project/found.ts';
import type { Project } from '../domain/project/project.ts';
import { Rejection } from '../domain/rejection.ts';
import type { Actor, Workspace } from './workspace.ts';

export interface CorrectedEverywhere {
  /** By transcript; what is said here goes before what is said of a speaker everywhere. */
  readonly transcripts: ReadonlyMap<TranscriptId, SpeakerCorrections>;
  /** In every transcript in which the speaker occurs. */
  readonly everywhere?: readonly SpeakerCorrection[];
}

/** How often somebody else may change the project between reading and writing. */
const MAX_TRIES = 5;

/**
 * Corrects who speaks in any number of transcripts, as one step. Excerpts stay where they are.
 *
 * @throws Rejection `speaker-not-found`, `transcript-not-found`; `stale-revision` where the caller
 *   named a revision and the project has moved on
 * @returns the revision it has now
 */
export async function correctSpeakers(
  workspace: Workspace,
  id: ProjectId,
  corrected: CorrectedEverywhere,
  actor: Actor,
  expectedRevision?: number,
): Promise<number> {
  for (let tries = 1; ; tries++) {
    try {
      return await correctOnce(workspace, id, corrected, actor, expectedRevision);
    } catch (error) {
      const isStale = error instanceof Rejection && error.code === 'stale-revision';
      if (!isStale || expectedRevision !== undefined || tries === MAX_TRIES) throw error;
    }
  }
}

async function correctOnce(
  workspace: Workspace,
  id: ProjectId,
  { transcripts, everywhere = [] }: CorrectedEverywhere,
  actor: Actor,
  expectedRevision?: number,
): Promise<number> {
  const before = await workspace.read(id);
  const meant = meantIn(before, transcripts, everywhere);
  const revision = expectedRevision ?? before.revision;
  const texts = new Map<TranscriptId, string>();
  for (const transcript of meant.keys())
    texts.set(transcript, await workspace.text(id, transcript));
  const project = await workspace.read(id);
  const renamed = new Map<CaseId, string>();
  const all = [...meant].map(([transcriptId, corrections]) => {
    const transcript = found(project.transcripts, transcriptId, 'transcript');
    for (const one of casesRenamed(project, transcript, corrections.speakers))
      if (!renamed.has(one.id)) renamed.set(one.id, one.name);
    return correctedSpeakers(project, transcript, texts.get(transcriptId) ?? '', corrections);
  });
  const outcome = await workspace.execute(
    id,
    {
      kind: 'correct-speakers',
      transcripts: all,
      renamed: [...renamed].map(([id, name]) => ({ id, name })),
    },
    actor,
    revision,
  );
  return outcome.revision;
}

/** Every transcript that is meant, with all that is said of it. */
function meantIn(
  project: Project,
  transcripts: CorrectedEverywhere['transcripts'],
  everywhere: readonly SpeakerCorrection[],
): Map<TranscriptId, SpeakerCorrections> {
  const meant = new Map(transcripts);
  for (const id of meant.keys()) found(project.transcripts, id, 'transcript');
  for (const { id, turns } of project.transcripts.values()) {
    const here = everywhere.filter((one) => turns.some((turn) => concerns(one, turn)));
    const own = meant.get(id);
    if (here.length > 0) meant.set(id, { ...own, speakers: [...(own?.speakers ?? []), ...here] });
  }
  return meant;
}
