import type { GuideQuestionId } from '../ids.ts';
import type { Guide, GuideQuestion } from '../project/records.ts';

/** The questions of a guide from first to last. */
export const questionsOf = ({ parts }: Guide): GuideQuestion[] =>
  parts.flatMap(({ questions }) => questions);

/** `07` and `7`, `3A` and `3a` are the same number. */
export const sameNumber = (a: string, b: string): boolean => plain(a) === plain(b);

const plain = (number: string): string =>
  number
    .trim()
    .toLowerCase()
    .replace(/^0+(?=\d)/, '');

export const questionWithId = (
  guide: Guide,
  id: GuideQuestionId | null,
): GuideQuestion | undefined =>
  id === null ? undefined : questionsOf(guide).find((one) => one.id === id);
