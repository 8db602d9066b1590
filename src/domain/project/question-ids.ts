import type { ResearchQuestionId } from '../ids.ts';
import type { Context } from './decide.ts';
import type { Settings } from './records.ts';

/**
 * The ids of research questions as they are now worded: the same words keep their id wherever they
 * stand, new words at the place of old ones are taken for an edit and keep that id, others are new.
 */
export function questionIdsFor(
  { researchQuestions: old, researchQuestionIds: ids }: Settings,
  questions: readonly string[],
  context: Context,
): ResearchQuestionId[] {
  const free = new Set(old.map((_, i) => i));
  const take = (i: number): ResearchQuestionId | undefined => (free.delete(i) ? ids[i] : undefined);
  const same = questions.map((text) => take([...free].find((i) => old[i] === text) ?? -1));
  return questions.map((_, i) => same[i] ?? take(i) ?? (context.newId() as ResearchQuestionId));
}
