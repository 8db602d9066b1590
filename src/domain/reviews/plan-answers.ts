import type { ExcerptId, ReviewId } from '../ids.ts';
import type { Project } from '../project/project.ts';
import type { TakenComment, TakenVerdict } from '../project/review-commands.ts';
import type { Review, Verdict } from '../project/review-records.ts';
import { Rejection } from '../rejection.ts';
import type { AnswerComment, ReviewAnswer, ReviewAnswers } from './bundle.ts';
import { isOlder, isSameJudged } from './judged.ts';

/** What becomes of a verdict that was given elsewhere. */
export type AnswerFate =
  /** The reviewer's first on the excerpt. */
  | 'new'
  /** In place of one that the file knew of. */
  | 'changed'
  /** The reviewer has said something else in the app meanwhile: somebody has to choose. */
  | 'conflict'
  /** It stands in the project already. */
  | 'same'
  /** The excerpt is gone. */
  | 'gone'
  /** Comments alone. */
  | 'none';

export interface PlannedAnswer {
  readonly answer: ReviewAnswer;
  readonly fate: AnswerFate;
  /** The excerpt has changed since the file was made: the verdict comes in as an older one. */
  readonly isOlder: boolean;
  /** The reviewer's verdict in the project. */
  readonly known: Review | null;
  /** New or differently worded. */
  readonly comments: readonly TakenComment[];
  /** Comments in threads that are gone, or whose place somebody else's comment has. */
  readonly lost: readonly AnswerComment[];
}

export interface AnswersPlan {
  readonly reviewer: string;
  readonly answers: readonly PlannedAnswer[];
  readonly verdicts: readonly TakenVerdict[];
  readonly comments: readonly TakenComment[];
}

/**
 * What taking a reviewer's answers in would do.
 *
 * @param fromFile excerpts whose conflict the file's verdict wins; the project's stays in the others
 * @throws Rejection `answers-of-another-project`
 */
export function planAnswers(
  project: Project,
  file: ReviewAnswers,
  fromFile: ReadonlySet<string> = new Set(),
): AnswersPlan {
  if (file.project !== project.id) throw new Rejection('conflict', 'answers-of-another-project');
  const own = new Map<ExcerptId, Review>();
  for (const review of project.reviews.values())
    if (review.reviewer === file.reviewer) own.set(review.excerptId, review);
  const answers = file.answers.map((answer) =>
    planned(project, file, inOrder(answer), own.get(answer.excerptId) ?? null),
  );
  return {
    reviewer: file.reviewer,
    answers,
    verdicts: answers.flatMap(({ answer, fate }) =>
      answer.verdict && (IS_TAKEN[fate] || (fate === 'conflict' && fromFile.has(answer.excerptId)))
        ? [verdictOf(project, answer, answer.verdict, file.reviewer)]
        : [],
    ),
    comments: answers.flatMap(({ comments }) => comments),
  };
}

const IS_TAKEN: Readonly<Record<AnswerFate, boolean>> = {
  new: true,
  changed: true,
  conflict: false,
  same: false,
  gone: false,
  none: false,
};

function planned(
  project: Project,
  file: ReviewAnswers,
  answer: ReviewAnswer,
  known: Review | null,
): PlannedAnswer {
  const excerpt = project.excerpts.get(answer.excerptId);
  const { judged } = answer;
  if (!excerpt)
    return { answer, fate: 'gone', isOlder: false, known, comments: [], lost: answer.comments };
  const ownThread = known?.id ?? (answer.verdict === null ? null : freeId(project, answer.id));
  const comments: TakenComment[] = [];
  const lost: AnswerComment[] = [];
  for (const comment of answer.comments) {
    const reviewId = comment.reviewId ?? ownThread;
    const isThere = reviewId !== null && (reviewId === ownThread || project.reviews.has(reviewId));
    const old = project.comments.get(comment.id);
    const isOwn = !old || (old.author === file.reviewer && old.reviewId === reviewId);
    if (!isThere || !isOwn) lost.push(comment);
    else if (old?.text !== comment.text)
      comments.push({ ...comment, reviewId, author: file.reviewer });
  }
  return {
    ...{ answer, known, comments, lost },
    fate: fateOf(answer, known, file.madeAt),
    isOlder: answer.verdict !== null && isOlder({ judged }, excerpt),
  };
}

function fateOf(
  { verdict, at, earlier, judged }: ReviewAnswer,
  known: Review | null,
  madeAt: string,
): AnswerFate {
  if (verdict === null) return 'none';
  if (!known) return 'new';
  if (known.verdict === verdict)
    return isSameJudged(known.judged, judged) || known.at >= at ? 'same' : 'changed';
  // What the file showed, or an earlier answer of its own, is no surprise to the reviewer.
  return known.at <= madeAt || earlier.includes(known.at) ? 'changed' : 'conflict';
}

const verdictOf = (
  project: Project,
  { id, excerptId, at, judged }: ReviewAnswer,
  verdict: Verdict,
  reviewer: string,
): TakenVerdict => ({
  ...{ kind: 'give-verdict', id: freeId(project, id) },
  ...{ excerptId, reviewer, verdict, at, judged },
});

/** An id that the review of something else has is not used again. */
const freeId = (project: Project, id: ReviewId): ReviewId =>
  project.reviews.has(id) ? freeId(project, `${id}-` as ReviewId) : id;

/** What was judged, as the project keeps it. */
const inOrder = (answer: ReviewAnswer): ReviewAnswer => ({
  ...answer,
  judged: {
    quote: answer.judged.quote,
    themeIds: [...answer.judged.themeIds].sort(),
    typeIds: [...answer.judged.typeIds].sort(),
  },
});
