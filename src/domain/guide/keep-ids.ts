import type { GuideQuestionId } from '../ids.ts';
import type { Guide, GuideQuestion } from '../project/records.ts';
import { questionsOf, sameNumber } from './questions.ts';
import { likeness } from './word-likeness.ts';

/** A guide as somebody writes it: without ids, or with those it is to keep. */
export interface GuideDraft {
  readonly parts: readonly PartDraft[];
}

export interface PartDraft {
  readonly id?: string | undefined;
  readonly name: string;
  readonly questions: readonly QuestionDraft[];
}

export interface QuestionDraft {
  readonly id?: GuideQuestionId | undefined;
  readonly number: string;
  readonly text: string;
}

/** A question of the same number whose words are at least so alike was edited, not replaced. */
const SAME_QUESTION = 0.5;

/**
 * The guide with the ids of what stays: a question keeps its own where it says so, where its words
 * stand in the old guide, or where its number does with words like it; a part where its name does, or
 * where it holds a question that stays.
 */
export function withIds(draft: GuideDraft, old: Guide, newId: () => string): Guide {
  const take = questionTaker(draft, old);
  const free = new Set(old.parts);
  const parts = draft.parts.map((part) => ({
    ...part,
    questions: part.questions.map((one): GuideQuestion => ({
      id: take(one) ?? (newId() as GuideQuestionId),
      number: one.number,
      text: one.text,
    })),
  }));
  return {
    parts: parts.map(({ id, name, questions }) => {
      const ids = new Set(questions.map((one) => one.id));
      const known = [...free].find(
        (part) => part.id === id || part.name === name || part.questions.some((q) => ids.has(q.id)),
      );
      if (known) free.delete(known);
      return { id: known?.id ?? newId(), name, questions };
    }),
  };
}

function questionTaker(
  draft: GuideDraft,
  old: Guide,
): (question: QuestionDraft) => GuideQuestionId | undefined {
  const all = draft.parts.flatMap(({ questions }) => questions);
  const free = new Set(questionsOf(old));
  const kept = new Map<QuestionDraft, GuideQuestionId>();
  const rules: ((a: QuestionDraft, b: GuideQuestion) => boolean)[] = [
    (a, b) => a.id === b.id,
    (a, b) => a.text === b.text && sameNumber(a.number, b.number),
    (a, b) => a.text === b.text,
    (a, b) => sameNumber(a.number, b.number) && likeness(a.text, b.text) >= SAME_QUESTION,
  ];
  for (const isSame of rules)
    for (const question of all) {
      if (kept.has(question)) continue;
      const twin = [...free].find((one) => isSame(question, one));
      if (!twin) continue;
      free.delete(twin);
      kept.set(question, twin.id);
    }
  return (question) => kept.get(question);
}
