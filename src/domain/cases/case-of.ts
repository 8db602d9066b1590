import type { CaseId } from '../ids.ts';
import type { Project } from '../project/project.ts';
import type { Excerpt, Transcript } from '../project/records.ts';
import { turnIndexAt } from '../text/turns.ts';

type Passage = Pick<Excerpt, 'transcriptId' | 'start' | 'end'>;

/** Whose passage it is. In a group interview: the first speaker in it who is a case. */
export function caseOf(project: Project, passage: Passage): CaseId | undefined {
  const transcript = project.transcripts.get(passage.transcriptId);
  return transcript && caseIn(transcript, passage);
}

export function caseIn(
  transcript: Transcript,
  { start, end }: Omit<Passage, 'transcriptId'>,
): CaseId {
  const { speakerCases, turns, caseId } = transcript;
  if (speakerCases.length === 0) return caseId;
  for (let i = turnIndexAt(turns, start); i >= 0; i++) {
    const turn = turns[i];
    if (!turn || turn.start >= end) break;
    const own = speakerCases.find(({ speaker }) => speaker === turn.speaker);
    if (own) return own.caseId;
  }
  return caseId;
}

/** The name of the one whose passage it is; the transcript's title where there is none. */
export const caseNameAt = (
  project: Project,
  transcript: Transcript,
  passage: Omit<Passage, 'transcriptId'>,
): string => project.cases.get(caseIn(transcript, passage))?.name ?? transcript.title;

/** The names of a transcript's cases, its own first. */
export const caseNamesIn = (project: Project, transcript: Transcript): string[] =>
  casesIn(transcript).flatMap((id) => project.cases.get(id)?.name ?? []);

/** Every case of a transcript, its own first. */
export const casesIn = ({ caseId, speakerCases }: Transcript): CaseId[] => [
  ...new Set([caseId, ...speakerCases.map((one) => one.caseId)]),
];
