import type { GuideDraft, QuestionDraft } from '../guide/keep-ids.ts';
import { questionsOf } from '../guide/questions.ts';
import type { Guide } from '../project/records.ts';
import type { SurveyQuestion } from './survey-plan.ts';

/**
 * The guide with the questions of a survey as its last part, numbered on; a question whose words it
 * has already keeps its place. `numbers` has the number of each of the survey's questions.
 */
export function withSurvey(
  guide: Guide,
  name: string,
  questions: readonly SurveyQuestion[],
): { guide: GuideDraft; numbers: readonly string[] } {
  const known = new Map(questionsOf(guide).map(({ text, number }) => [text, number]));
  let last = Math.max(0, ...questionsOf(guide).map(({ number }) => parseInt(number, 10) || 0));
  const added: QuestionDraft[] = [];
  const numbers = questions.map(({ text }) => {
    const same = known.get(text);
    if (same !== undefined) return same;
    const number = String(++last);
    known.set(text, number);
    added.push({ number, text });
    return number;
  });
  const parts = added.length > 0 ? [{ name, questions: added }] : [];
  return { guide: { parts: [...guide.parts, ...parts] }, numbers };
}
