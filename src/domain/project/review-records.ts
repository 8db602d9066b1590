import type { CommentId, ExcerptId, MeetingId, ReviewId, ThemeId, TypeId } from '../ids.ts';

export const VERDICTS = ['accept', 'question', 'dispute'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What somebody makes of an excerpt: a verdict, and the thread of comments below it. */
export interface Review {
  readonly id: ReviewId;
  readonly excerptId: ExcerptId;
  /** A person's name, as it is shown. */
  readonly reviewer: string;
  readonly verdict: Verdict;
  /** When the verdict was given or last changed. */
  readonly at: string;
  /** The excerpt as it was then: a verdict on something else is an older one. */
  readonly judged: Judged;
  /** When and by whom the thread was closed; null while it is open. */
  readonly resolvedAt: string | null;
  readonly resolvedBy: string | null;
}

export interface Judged {
  readonly quote: string;
  readonly themeIds: readonly ThemeId[];
  readonly typeIds: readonly TypeId[];
}

export interface Comment {
  readonly id: CommentId;
  readonly reviewId: ReviewId;
  readonly author: string;
  readonly text: string;
  readonly at: string;
}

/** A supervision meeting: what was discussed since the one before is in the reviews. */
export interface Meeting {
  readonly id: MeetingId;
  readonly name: string;
  /** When it was held (ISO 8601). */
  readonly at: string;
  readonly people: readonly string[];
  /** Markdown. */
  readonly notes: string;
  readonly decisions: readonly Decision[];
}

export interface Decision {
  readonly text: string;
  readonly by: string | null;
}
