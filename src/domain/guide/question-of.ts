import type { Project } from '../project/project.ts';
import type { Excerpt, GuideQuestion } from '../project/records.ts';
import { questionsOf, questionWithId, sameNumber } from './questions.ts';

/**
 * The guide's question that an excerpt answers: the one somebody named, else the last that was asked
 * where it begins or before. A number that the guide does not have is no question of it.
 */
export function questionOf(
  { guide, transcripts }: Pick<Project, 'guide' | 'transcripts'>,
  { question, transcriptId, start }: Pick<Excerpt, 'question' | 'transcriptId' | 'start'>,
): GuideQuestion | null {
  if (guide.parts.length === 0) return null;
  if (question !== null)
    return questionsOf(guide).find(({ number }) => sameNumber(number, question)) ?? null;
  const asked = transcripts.get(transcriptId)?.asked ?? [];
  for (let i = asked.length - 1; i >= 0; i--) {
    const one = asked[i];
    // A turn that asks none follows up what was asked before it.
    const found = one && one.start <= start && questionWithId(guide, one.questionId);
    if (found) return found;
  }
  return null;
}
