import { casesInOrder, excerptsOf, transcriptsInOrder, type Project } from '../project/project.ts';
import type { Excerpt, Transcript } from '../project/records.ts';
import { bySpan } from '../text/span.ts';

/** The transcripts by case, then in their own order. */
export function interviewsInOrder(project: Project): Transcript[] {
  const rank = new Map(casesInOrder(project).map(({ id }, i) => [id, i]));
  const rankOf = ({ caseId }: Transcript): number => rank.get(caseId) ?? rank.size;
  return transcriptsInOrder(project).sort((a, b) => rankOf(a) - rankOf(b));
}

/** The excerpts of a transcript by place; those of one place as they were made. */
export const excerptsInOrder = (project: Project, transcript: Transcript): Excerpt[] =>
  [...excerptsOf(project, transcript.id)].sort(
    (a, b) => bySpan(a, b) || (a.id < b.id ? -1 : Number(a.id > b.id)),
  );
