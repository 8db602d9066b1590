import { readAnswers, type Answer, type InvalidAnswer, type Scale } from './answers.ts';

/** The answers of a measure, each in its group: what every measure tells beside its figure. */
export interface GroupedAnswers<Group extends string> {
  /** Valid answers: the denominator. */
  readonly n: number;
  readonly missingCount: number;
  readonly invalid: readonly InvalidAnswer[];
  /** By answer; null where it is missing or invalid. */
  readonly groups: readonly (Group | null)[];
  readonly counts: Readonly<Record<Group, number>>;
  /** The valid ratings, in order. */
  readonly valid: readonly number[];
}

export function groupAnswers<Group extends string>(
  answers: readonly Answer[],
  scale: Scale,
  names: readonly Group[],
  groupOf: (rating: number) => Group,
): GroupedAnswers<Group> {
  const { ratings, valid, missingCount, invalid } = readAnswers(answers, scale);
  const counts = Object.fromEntries(names.map((name) => [name, 0])) as Record<Group, number>;
  for (const rating of valid) counts[groupOf(rating)]++;
  const groups = ratings.map((rating) => (rating === null ? null : groupOf(rating)));
  return { n: valid.length, missingCount, invalid, groups, counts, valid };
}
