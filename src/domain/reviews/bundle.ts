import type { CommentId, ExcerptId, ReviewId } from '../ids.ts';
import type { Judged, Verdict } from '../project/review-records.ts';
import type { Turn } from '../text/turns.ts';
import type { MentionPart } from './mentions.ts';

/** What a review file holds: the excerpts in their context, to be judged without an account or a network. */
export interface ReviewBundle {
  readonly kind: 'teema-review';
  readonly version: 1;
  /** Opaque; opens nothing. Tells one file's answers from another's. */
  readonly id: string;
  readonly project: { readonly id: string; readonly name: string };
  /** The project's, when the file was made. */
  readonly revision: number;
  /** ISO 8601. */
  readonly madeAt: string;
  /** Empty where the file is for whoever opens it. */
  readonly reviewer: string;
  readonly themes: readonly BundleTheme[];
  readonly items: readonly BundleItem[];
}

export interface BundleTheme {
  readonly title: string;
  readonly colour: number;
  /** Definition, when to use it, when not: what is written. */
  readonly about: readonly BundleNote[];
}

export interface BundleNote {
  readonly term: string;
  readonly text: string;
}

export interface BundleItem {
  readonly id: ExcerptId;
  /** "H2 · turn 14 · Mari, 8 Dec 2026" */
  readonly where: string;
  readonly turns: readonly BundleTurn[];
  /** Into the bundle's themes. */
  readonly themes: readonly number[];
  readonly types: readonly string[];
  readonly notes: readonly BundleNote[];
  readonly threads: readonly BundleThread[];
  readonly judged: Judged;
}

export interface BundleTurn {
  readonly number: number;
  readonly speaker: string | null;
  readonly role: Turn['role'];
  readonly parts: readonly { readonly text: string; readonly isMarked: boolean }[];
}

export interface BundleThread {
  readonly id: ReviewId;
  readonly reviewer: string;
  readonly verdict: Verdict;
  /** "questioned, 8 Dec 2026 at 14.05" */
  readonly said: string;
  readonly comments: readonly {
    readonly author: string;
    readonly when: string;
    /** The comment, cut where it speaks to people. */
    readonly parts: readonly MentionPart[];
  }[];
}

/** The small file that comes back. */
export interface ReviewAnswers {
  readonly kind: 'teema-review-answers';
  readonly version: 1;
  readonly bundle: string;
  readonly project: string;
  readonly revision: number;
  readonly madeAt: string;
  readonly reviewer: string;
  readonly answers: readonly ReviewAnswer[];
}

export interface ReviewAnswer {
  readonly excerptId: ExcerptId;
  /** Of the review it becomes, where the reviewer has none on the excerpt. */
  readonly id: ReviewId;
  /** Null where they only answered in threads. */
  readonly verdict: Verdict | null;
  /** When the verdict was given (ISO 8601). */
  readonly at: string;
  /** When verdicts that this one replaces were given, in the same file. */
  readonly earlier: readonly string[];
  /** The excerpt as the file showed it. */
  readonly judged: Judged;
  readonly comments: readonly AnswerComment[];
}

export interface AnswerComment {
  readonly id: CommentId;
  /** The thread that is answered; null: said with the verdict. */
  readonly reviewId: ReviewId | null;
  readonly text: string;
  readonly at: string;
}
