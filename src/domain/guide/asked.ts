import type { AskedQuestion, Guide } from '../project/records.ts';
import { questionMatcher } from './match-question.ts';
import { questionWithId } from './questions.ts';
import type { Said } from './said.ts';

/** The turns that ask a question of the guide, found anew; what was said by hand stays. */
export function askedFinder(
  guide: Guide,
): (said: readonly Said[], before: readonly AskedQuestion[]) => AskedQuestion[] {
  const match = questionMatcher(guide);
  return (said, before) => {
    const byHand = before.filter(
      ({ by, questionId }) =>
        by === 'hand' && (questionId === null || questionWithId(guide, questionId)),
    );
    const told = new Set(byHand.map(({ start }) => start));
    const found = said.flatMap((one): AskedQuestion[] => {
      const matched = told.has(one.start) ? null : match(one);
      return matched ? [{ start: one.start, questionId: matched.question.id, by: matched.by }] : [];
    });
    return [...byHand, ...found].sort((a, b) => a.start - b.start);
  };
}
