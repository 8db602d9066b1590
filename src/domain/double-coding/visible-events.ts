import type { CommentId, ExcerptId, ReviewId } from '../ids.ts';
import { completed } from '../project/defaults.ts';
import type { JournalEvent } from '../project/events.ts';
import type { Project } from '../project/project.ts';
import { hiddenFrom, type Hidden } from './hidden.ts';
import { withoutIds } from './without-ids.ts';

/**
 * The changes that somebody may hear of. What speaks of a hidden excerpt is left out whole, and so
 * is a change of one that is no longer there: it cannot be told whose it was.
 *
 * @param project as it stands now
 */
export function visibleEvents(
  project: Project,
  person: string,
  events: readonly JournalEvent[],
): readonly JournalEvent[] {
  const hidden = hiddenFrom(project, person);
  if (!hidden) return events;
  return events.flatMap((event) => seenOf(project, hidden, event) ?? []);
}

function seenOf(project: Project, hidden: Hidden, event: JournalEvent): JournalEvent | null {
  const isSeen = (id: ExcerptId): boolean => {
    const excerpt = project.excerpts.get(id);
    return excerpt !== undefined && !hidden.excerpt(excerpt);
  };
  const isReviewSeen = (id: ReviewId): boolean => {
    const review = project.reviews.get(id);
    return review !== undefined && isSeen(review.excerptId);
  };
  const isCommentSeen = (id: CommentId): boolean => {
    const comment = project.comments.get(id);
    return comment !== undefined && isReviewSeen(comment.reviewId);
  };
  const when = (seen: boolean): JournalEvent | null => (seen ? event : null);
  switch (event.kind) {
    case 'excerpt-added':
    case 'excerpt-removed':
      return when(!hidden.excerpt(event.record));
    case 'excerpt-changed':
      return when(isSeen(event.id));
    case 'excerpts-changed': {
      const ids = event.ids.filter(isSeen);
      return ids.length > 0 ? { ...event, ids } : null;
    }
    case 'review-added':
    case 'review-removed':
      return when(isSeen(event.record.excerptId));
    case 'review-changed':
      return when(isReviewSeen(event.id));
    case 'comment-added':
    case 'comment-removed':
      return when(isReviewSeen(event.record.reviewId));
    case 'comment-changed':
      return when(isCommentSeen(event.id));
    case 'report-entry-changed':
      return when(event.map !== 'quotes' || isSeen(event.key as ExcerptId));
    case 'report-changed':
      return when(!('quotes' in event.after));
    case 'decision-added':
    case 'decision-removed':
      return when(!hidden.decision(event.record));
    case 'summary-added':
    case 'summary-removed':
      return when(!hidden.summary(completed('summary', event.record)));
    case 'summary-changed': {
      const summary = project.summaries.get(event.id);
      return when(summary !== undefined && !hidden.summary(summary));
    }
    default:
      return withoutIds(event, (id) => hidden.named(id) !== null);
  }
}
