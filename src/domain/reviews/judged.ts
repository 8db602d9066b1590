import type { Excerpt } from '../project/records.ts';
import type { Judged, Review } from '../project/review-records.ts';

/** What a verdict on the excerpt is about. */
export const judgedOf = ({ quote, themeIds, typeIds }: Excerpt): Judged => ({
  quote,
  themeIds: [...themeIds].sort(),
  typeIds: [...typeIds].sort(),
});

/** Whether the excerpt has changed since the verdict: its words, its themes or its types. */
export const isOlder = ({ judged }: Pick<Review, 'judged'>, excerpt: Excerpt): boolean =>
  !isSameJudged(judged, judgedOf(excerpt));

export const isSameJudged = (a: Judged, b: Judged): boolean =>
  a.quote === b.quote && sameIds(a.themeIds, b.themeIds) && sameIds(a.typeIds, b.typeIds);

const sameIds = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, i) => id === b[i]);
