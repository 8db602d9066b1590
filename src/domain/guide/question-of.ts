import type { Project } from '../project/project.ts';
import type { Excerpt, GuideQuestion } from '../project/records.ts';
import { questionsOf, sameNumber } from './questions.ts';

type Passage = Pick<Excerpt, 'question' | 'transcriptId' | 'start'>;

/**
 * The guide's question that an excerpt answers: the one somebody named, else the last that was asked
 * where it begins or before. A number that the guide does not have is no question of it.
 */
export const questionOf = (
  project: Pick<Project, 'guide' | 'transcripts'>,
  excerpt: Passage,
): GuideQuestion | null => questionFinder(project)(excerpt);

/** The same for many excerpts of a project as it is now. */
export function questionFinder({
  guide,
  transcripts,
}: Pick<Project, 'guide' | 'transcripts'>): (excerpt: Passage) => GuideQuestion | null {
  const questions = questionsOf(guide);
  if (questions.length === 0) return () => null;
  const withNumber = new Map<string, GuideQuestion | null>();
  const named = (number: string): GuideQuestion | null => {
    let found = withNumber.get(number);
    if (found === undefined) {
      found = questions.find((one) => sameNumber(one.number, number)) ?? null;
      withNumber.set(number, found);
    }
    return found;
  };
  const withId = new Map<string | null, GuideQuestion>(questions.map((one) => [one.id, one]));
  return ({ question, transcriptId, start }) => {
    if (question !== null) return named(question);
    const asked = transcripts.get(transcriptId)?.asked ?? [];
    for (let i = asked.length - 1; i >= 0; i--) {
      const one = asked[i];
      // A turn that asks none follows up what was asked before it.
      const found = one && one.start <= start ? withId.get(one.questionId) : undefined;
      if (found) return found;
    }
    return null;
  };
}
