import { caseIn, caseOf } from '../cases/case-of.ts';
import type { Project } from '../project/project.ts';
import type { Excerpt } from '../project/records.ts';
import { analysedSpans } from '../text/turns.ts';
import type { Passage } from './axes/axis-item.ts';
import { casesSelected, countedPart, transcriptsSelected, type Selection } from './selection.ts';

/** All that is said by the cases in the interviews chosen, turn by turn, as passages without codes. */
export function speechOf(project: Project, only: Selection): Passage[] {
  const cases = new Set(casesSelected(project, only).map(({ id }) => id));
  return transcriptsSelected(project, only).flatMap((transcript) =>
    analysedSpans(transcript.turns)
      .filter((span) => cases.has(caseIn(transcript, span)))
      .map(({ start, end }) => ({ transcriptId: transcript.id, start, end, question: null })),
  );
}

/** The excerpts of the same cases and interviews, whoever coded them and with what. */
export function excerptsIn(project: Project, only: Selection): Excerpt[] {
  const cases = new Set<unknown>(casesSelected(project, only).map(({ id }) => id));
  const transcripts = new Set(transcriptsSelected(project, only).map(({ id }) => id));
  return [...countedPart(project, only).excerpts.values()].filter(
    (excerpt) => transcripts.has(excerpt.transcriptId) && cases.has(caseOf(project, excerpt)),
  );
}
