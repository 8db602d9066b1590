import type { Excerpt } from '../project/records.ts';
import type { Judged, Review } from '../project/review-records.ts';

/** What a verdict on the excerpt is about. */
export const judgedOf = ({ quote, themeIds, typeIds }: Excerpt): Judged => ({
  quote,
  themeIds: [...themeIds].sort(),
  typeIds: [...typeIds].sort(),
});

/** Whether the excerpt has changed since the verdict: its words, its themes or its types. */
export function isOlder({ judged }: Pick<Review, 'judged'>, excerpt: Excerpt): boolean {
  const now = judgedOf(excerpt);
  return (
    now.quote !== judged.quote ||
    !sameIds(now.themeIds, judged.themeIds) ||
    !sameIds(now.typeIds, judged.typeIds)
  );
}

const sameIds = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, i) => id === b[i]);
