import { isSameJudged, judgedOf } from '../reviews/judged.ts';
import type { CommentId, MeetingId, ReviewId } from '../ids.ts';
import { Rejection } from '../rejection.ts';
import type { Context } from './decide.ts';
import { changeOf, someOf, type ProjectEvent } from './events.ts';
import { found } from './found.ts';
import type { Project } from './project.ts';
import type { NewComment, ReviewCommand, TakenComment, TakenVerdict } from './review-commands.ts';
import type { Comment, Meeting, Review } from './review-records.ts';

export function decideReviews(
  project: Project,
  command: ReviewCommand,
  context: Context,
): ProjectEvent[] {
  switch (command.kind) {
    case 'give-verdict':
      return giveVerdict(project, command, context);
    case 'take-in-reviews':
      return [
        ...command.verdicts.flatMap((verdict) => giveVerdict(project, verdict, context)),
        ...takeComments(project, command, context),
      ];
    case 'add-comment':
      return addComment(project, command, context);
    case 'change-comment': {
      const comment = found(project.comments, command.id, 'comment');
      return someOf(changeOf('comment', comment, { text: command.text }));
    }
    case 'remove-comment':
      return [{ kind: 'comment-removed', record: found(project.comments, command.id, 'comment') }];
    case 'resolve-review': {
      const review = found(project.reviews, command.id, 'review');
      if (command.resolved === (review.resolvedAt !== null)) return [];
      const { at, by } = { at: context.at, by: command.by };
      const resolved = { resolvedAt: at, resolvedBy: by };
      const open = { resolvedAt: null, resolvedBy: null };
      return someOf(changeOf('review', review, command.resolved ? resolved : open));
    }
    case 'remove-review':
      return withComments(project, [found(project.reviews, command.id, 'review')]);
    case 'add-meeting':
    case 'change-meeting':
    case 'remove-meeting':
      return decideMeetings(project, command, context);
  }
}

/** A reviewer has one verdict on an excerpt: the next takes its place and opens the thread again. */
function giveVerdict(project: Project, command: TakenVerdict, context: Context): ProjectEvent[] {
  const { excerptId, reviewer, verdict, comment = '' } = command;
  const excerpt = found(project.excerpts, excerptId, 'excerpt');
  const old = reviewBy(project, excerptId, reviewer);
  const { judged = judgedOf(excerpt) } = command;
  const at = notAfter(context.at, command.at);
  if (old) {
    const isSame = old.verdict === verdict && isSameJudged(old.judged, judged);
    const given = isSame ? {} : { verdict, at, judged, resolvedAt: null, resolvedBy: null };
    const added = { reviewId: old.id, author: reviewer, text: comment };
    return [
      ...someOf(changeOf('review', old, given)),
      ...(comment.trim() === '' ? [] : addComment(project, added, context)),
    ];
  }
  const id = command.id ?? (context.newId() as ReviewId);
  if (project.reviews.has(id)) throw new Rejection('conflict', 'review-exists', { id });
  const record: Review = {
    ...{ id, excerptId, reviewer, verdict, at, judged },
    resolvedAt: null,
    resolvedBy: null,
  };
  return [
    { kind: 'review-added', record },
    ...(comment.trim() === ''
      ? []
      : [commentAdded(project, { reviewId: id, author: reviewer, text: comment }, context)]),
  ];
}

const reviewBy = (
  { reviews }: Project,
  excerptId: Review['excerptId'],
  reviewer: string,
): Review | undefined =>
  [...reviews.values()].findLast((one) => one.excerptId === excerptId && one.reviewer === reviewer);

function addComment(project: Project, added: NewComment, context: Context): ProjectEvent[] {
  found(project.reviews, added.reviewId, 'review');
  return [commentAdded(project, added, context)];
}

function commentAdded(
  project: Project,
  { id, reviewId, author, text, at }: TakenComment,
  context: Context,
): ProjectEvent {
  if (text.trim() === '') throw new Rejection('invalid', 'comment-empty');
  if (id !== undefined && project.comments.has(id))
    throw new Rejection('conflict', 'comment-exists', { id });
  const record: Comment = {
    ...{ id: id ?? (context.newId() as CommentId), reviewId, author },
    ...{ text, at: notAfter(context.at, at) },
  };
  return { kind: 'comment-added', record };
}

/** Comments may answer verdicts of the same step, and say anew what they said before. */
function takeComments(
  project: Project,
  { verdicts, comments }: Extract<ReviewCommand, { kind: 'take-in-reviews' }>,
  context: Context,
): ProjectEvent[] {
  const given = new Set(verdicts.map(({ id }) => id));
  return comments.flatMap((comment): ProjectEvent[] => {
    if (!given.has(comment.reviewId)) found(project.reviews, comment.reviewId, 'review');
    const known = comment.id && project.comments.get(comment.id);
    if (known?.reviewId === comment.reviewId && known.author === comment.author)
      return someOf(changeOf('comment', known, { text: comment.text }));
    return [commentAdded(project, comment, context)];
  });
}

const notAfter = (now: string, at: string | undefined): string =>
  at === undefined || at > now ? now : at;

/** The reviews of excerpts that are about to be gone, with their threads: they go in the same step. */
export function reviewsGone(project: Project, excerptIds: ReadonlySet<string>): ProjectEvent[] {
  if (project.reviews.size === 0) return [];
  return withComments(
    project,
    [...project.reviews.values()].filter(({ excerptId }) => excerptIds.has(excerptId)),
  );
}

function withComments(project: Project, reviews: readonly Review[]): ProjectEvent[] {
  if (reviews.length === 0) return [];
  const gone = new Set(reviews.map(({ id }) => id));
  return [
    ...[...project.comments.values()]
      .filter(({ reviewId }) => gone.has(reviewId))
      .map((record): ProjectEvent => ({ kind: 'comment-removed', record })),
    ...reviews.map((record): ProjectEvent => ({ kind: 'review-removed', record })),
  ];
}

function decideMeetings(
  project: Project,
  command: Extract<ReviewCommand, { kind: `${string}-meeting` }>,
  context: Context,
): ProjectEvent[] {
  switch (command.kind) {
    case 'add-meeting': {
      const { id = context.newId() as MeetingId, name, at = context.at } = command.meeting;
      if (project.meetings.has(id)) throw new Rejection('conflict', 'meeting-exists', { id });
      const { people = [], notes = '', decisions = [] } = command.meeting;
      const record: Meeting = { id, name, at, people, notes, decisions };
      return [{ kind: 'meeting-added', record }];
    }
    case 'change-meeting':
      return someOf(
        changeOf('meeting', found(project.meetings, command.id, 'meeting'), command.changes),
      );
    case 'remove-meeting':
      return [{ kind: 'meeting-removed', record: found(project.meetings, command.id, 'meeting') }];
  }
}
