import type { CommentId, ExcerptId, MeetingId, ReviewId } from '../ids.ts';
import type { Judged, Meeting, Verdict } from './review-records.ts';

export interface GiveVerdict {
  readonly kind: 'give-verdict';
  /** Of the review, where there is none yet of this reviewer on the excerpt. */
  readonly id?: ReviewId | undefined;
  readonly excerptId: ExcerptId;
  readonly reviewer: string;
  readonly verdict: Verdict;
  /** Joins the thread; blank for none. */
  readonly comment?: string | undefined;
}

/** A verdict as it was given elsewhere: when, and on what. */
export interface TakenVerdict extends GiveVerdict {
  /** ISO 8601; a clock that runs ahead is not believed. */
  readonly at?: string | undefined;
  readonly judged?: Judged | undefined;
}

/** A comment as it was written elsewhere; one that is known already gets these words. */
export interface TakenComment extends NewComment {
  readonly at?: string | undefined;
}

export type ReviewCommand =
  | GiveVerdict
  | {
      /** Verdicts and replies that were given elsewhere, in one step. */
      readonly kind: 'take-in-reviews';
      readonly verdicts: readonly TakenVerdict[];
      readonly comments: readonly TakenComment[];
    }
  | ({ readonly kind: 'add-comment' } & NewComment)
  | { readonly kind: 'change-comment'; readonly id: CommentId; readonly text: string }
  | { readonly kind: 'remove-comment'; readonly id: CommentId }
  | {
      readonly kind: 'resolve-review';
      readonly id: ReviewId;
      readonly resolved: boolean;
      readonly by: string;
    }
  | { readonly kind: 'remove-review'; readonly id: ReviewId }
  | {
      readonly kind: 'add-meeting';
      readonly meeting: Pick<Meeting, 'name'> & Partial<Meeting>;
    }
  | {
      readonly kind: 'change-meeting';
      readonly id: MeetingId;
      readonly changes: Partial<Omit<Meeting, 'id'>>;
    }
  | { readonly kind: 'remove-meeting'; readonly id: MeetingId };

export interface NewComment {
  readonly id?: CommentId | undefined;
  readonly reviewId: ReviewId;
  readonly author: string;
  readonly text: string;
}
