import { excerptsOf, casesInOrder, type Project } from '../project/project.ts';
import type { Case, Transcript } from '../project/records.ts';
import { interviewsInOrder } from '../reports/interview-order.ts';
import { codedExcerpts, type CodedExcerpt } from './coded-excerpts.ts';
import { uncodedTurns, type UncodedTurns } from './uncoded-turns.ts';

/** What the types and themes do not hold: each to be explained, coded, or left out knowingly. */
export interface Outside {
  /** Excerpts marked as deviant cases. */
  readonly deviant: readonly CodedExcerpt[];
  /** Excerpts that contradict their theme and are not marked as deviant. */
  readonly contradicting: readonly CodedExcerpt[];
  /** Cases that no type was given to and none of whose excerpts carries one. */
  readonly cases: readonly Case[];
  readonly turns: readonly (UncodedTurns & { readonly transcript: Transcript })[];
}

export function outside(
  project: Project,
  coded: readonly CodedExcerpt[] = codedExcerpts(project),
): Outside {
  return {
    deviant: coded.filter(({ excerpt }) => excerpt.deviant),
    contradicting: coded.filter(
      ({ excerpt }) => excerpt.stance === 'contradicts' && !excerpt.deviant,
    ),
    cases: casesOutside(project, coded),
    turns: interviewsInOrder(project).map((transcript) => ({
      transcript,
      ...uncodedTurns(transcript.turns, excerptsOf(project, transcript.id)),
    })),
  };
}

/** Cases that no type was given to and none of whose excerpts carries one. */
export function casesOutside(project: Project, coded: readonly CodedExcerpt[]): Case[] {
  const typed = new Set(
    coded.filter(({ excerpt }) => excerpt.typeIds.length > 0).map(({ caseId }) => caseId),
  );
  return casesInOrder(project).filter(({ id, typeIds }) => typeIds.length === 0 && !typed.has(id));
}
