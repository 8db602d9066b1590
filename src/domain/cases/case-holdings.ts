import type { CaseId } from '../ids.ts';
import { transcriptsInOrder, type Project } from '../project/project.ts';
import type { Excerpt, Transcript } from '../project/records.ts';
import { caseOf, casesIn } from './case-of.ts';

/** What a project has of one case. */
export interface CaseHoldings {
  readonly transcripts: readonly Transcript[];
  /** Those whose passage is the case's own, by place in each transcript, in interview order. */
  readonly excerpts: readonly Excerpt[];
}

const NOTHING: CaseHoldings = { transcripts: [], excerpts: [] };

/** By case, its transcripts and excerpts; a transcript of a group belongs to each of its speakers. */
export function caseHoldings(project: Project): (id: CaseId) => CaseHoldings {
  const holdings = new Map<CaseId, { transcripts: Transcript[]; excerpts: Excerpt[] }>();
  const of = (id: CaseId): { transcripts: Transcript[]; excerpts: Excerpt[] } => {
    const held = holdings.get(id) ?? { transcripts: [], excerpts: [] };
    holdings.set(id, held);
    return held;
  };
  const places = new Map(transcriptsInOrder(project).map(({ id }, i) => [id, i]));
  for (const transcript of transcriptsInOrder(project))
    for (const id of casesIn(transcript)) of(id).transcripts.push(transcript);
  for (const excerpt of project.excerpts.values()) {
    const id = caseOf(project, excerpt);
    if (id !== undefined) of(id).excerpts.push(excerpt);
  }
  const placeOf = ({ transcriptId }: Excerpt): number => places.get(transcriptId) ?? 0;
  for (const { excerpts } of holdings.values())
    excerpts.sort((a, b) => placeOf(a) - placeOf(b) || a.start - b.start || a.end - b.end);
  return (id) => holdings.get(id) ?? NOTHING;
}
