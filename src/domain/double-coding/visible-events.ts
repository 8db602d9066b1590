import type { CommentId, ExcerptId, ReviewId } from '../ids.ts';
import type { JournalEvent } from '../project/events.ts';
import type { Project } from '../project/project.ts';
import { hiddenFrom, type Hides } from './visible-to.ts';

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
  const hides = hiddenFrom(project, person);
  if (!hides) return events;
  return events.flatMap((event) => seenOf(project, hides, event) ?? []);
}

function seenOf(
  project: Project,
  hides: NonNullable<Hides>,
  event: JournalEvent,
): JournalEvent | null {
  const isSeen = (id: ExcerptId): boolean => {
    const excerpt = project.excerpts.get(id);
    return excerpt !== undefined && !hides(excerpt);
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
      return when(!hides(event.record));
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
    default:
      return event;
  }
}
