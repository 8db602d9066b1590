import { bySpan } from '../text/span.ts';
import type { Project } from '../project/project.ts';
import type { Excerpt } from '../project/records.ts';
import type { Comment, Review, Verdict } from '../project/review-records.ts';
import type { ExcerptId, ReviewId, ThemeId } from '../ids.ts';
import { isOlder } from './judged.ts';

/** A verdict with what was said about it. */
export interface Thread {
  readonly review: Review;
  readonly excerpt: Excerpt;
  /** Oldest first. */
  readonly comments: readonly Comment[];
  /** The excerpt has changed since the verdict. */
  readonly isOlder: boolean;
  /** Somebody still has to do something: a question or a dispute that nobody resolved. */
  readonly isOpen: boolean;
  /** When anything was last said or decided in it (ISO 8601). */
  readonly lastAt: string;
}

export interface ThreadFilter {
  readonly excerptId?: string | undefined;
  readonly theme?: string | undefined;
  /** A coder's name or id. */
  readonly coder?: string | undefined;
  readonly transcript?: string | undefined;
  readonly reviewer?: string | undefined;
  readonly verdict?: Verdict | undefined;
  readonly state?: 'open' | 'resolved' | undefined;
}

/** An accepted excerpt needs nothing more; what was asked or disputed does until it is resolved. */
export const isOpenReview = ({ verdict, resolvedAt }: Review): boolean =>
  verdict !== 'accept' && resolvedAt === null;

/** The threads that pass the filter, in the order of the excerpts in their transcripts. */
export function threadsOf(project: Project, filter: ThreadFilter = {}): Thread[] {
  if (project.reviews.size === 0) return [];
  const comments = commentsByReview(project);
  const coder = filter.coder && coderIdOf(project, filter.coder);
  return [...project.reviews.values()]
    .map((review) => threadOf(project, review, comments.get(review.id) ?? []))
    .filter((thread) => thread !== null)
    .filter(({ review, excerpt, isOpen }) => {
      const { theme, transcript } = filter;
      return (
        (!filter.excerptId || review.excerptId === filter.excerptId) &&
        (!filter.reviewer || review.reviewer === filter.reviewer) &&
        (!filter.verdict || review.verdict === filter.verdict) &&
        (!filter.state || isOpen === (filter.state === 'open')) &&
        (!transcript || excerpt.transcriptId === transcript) &&
        (!theme || excerpt.themeIds.some((id) => id === theme)) &&
        (!coder || excerpt.coderId === coder)
      );
    })
    .sort((a, b) => inReadingOrder(project, a.excerpt, b.excerpt) || byTime(a, b));
}

function threadOf(project: Project, review: Review, comments: readonly Comment[]): Thread | null {
  const excerpt = project.excerpts.get(review.excerptId);
  if (!excerpt) return null;
  const times = [review.at, review.resolvedAt ?? '', comments.at(-1)?.at ?? ''];
  return {
    ...{ review, excerpt, comments },
    isOlder: isOlder(review, excerpt),
    isOpen: isOpenReview(review),
    lastAt: times.reduce((last, at) => (at > last ? at : last)),
  };
}

function commentsByReview({ comments }: Project): ReadonlyMap<ReviewId, Comment[]> {
  const byReview = new Map<ReviewId, Comment[]>();
  for (const comment of comments.values()) {
    const thread = byReview.get(comment.reviewId);
    if (thread) thread.push(comment);
    else byReview.set(comment.reviewId, [comment]);
  }
  for (const thread of byReview.values()) thread.sort((a, b) => compare(a.at, b.at));
  return byReview;
}

/** How many threads wait for somebody, by excerpt. */
export function openThreads({ reviews }: Project): ReadonlyMap<ExcerptId, number> {
  const open = new Map<ExcerptId, number>();
  for (const review of reviews.values())
    if (isOpenReview(review)) open.set(review.excerptId, (open.get(review.excerptId) ?? 0) + 1);
  return open;
}

/** The same, of one transcript's excerpts. */
export const openThreadsIn = (project: Project, transcriptId: string): Record<ExcerptId, number> =>
  Object.fromEntries(
    [...openThreads(project)].filter(
      ([id]) => project.excerpts.get(id)?.transcriptId === transcriptId,
    ),
  );

/** How many threads wait for somebody, by theme of the excerpt. */
export function openThreadsByTheme(project: Project): ReadonlyMap<ThemeId, number> {
  const open = new Map<ThemeId, number>();
  for (const [excerptId, count] of openThreads(project))
    for (const id of project.excerpts.get(excerptId)?.themeIds ?? [])
      open.set(id, (open.get(id) ?? 0) + count);
  return open;
}

/** The id of the coder of that name; the value itself where it is an id, or nobody's name. */
export const coderIdOf = ({ coders }: Project, nameOrId: string): string =>
  [...coders.values()].find(({ name }) => name === nameOrId)?.id ?? nameOrId;

/** Transcript by transcript, by place. */
export function inReadingOrder({ transcripts }: Project, a: Excerpt, b: Excerpt): number {
  const order = ({ transcriptId }: Excerpt): number => transcripts.get(transcriptId)?.order ?? 0;
  return order(a) - order(b) || bySpan(a, b) || compare(a.id, b.id);
}

const byTime = (a: Thread, b: Thread): number => compare(a.review.at, b.review.at);

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
