import type { Project } from '../project/project.ts';
import type { Excerpt } from '../project/records.ts';
import type { Verdict } from '../project/review-records.ts';
import { lastVisit } from './last-visit.ts';
import { mentionsIn } from './mentions.ts';
import { coderIdOf, inReadingOrder, threadsOf, type Thread } from './threads.ts';

/** Why an excerpt waits for a reviewer; `done` where it does not. */
export type Waiting =
  /** They have said nothing of it yet. */
  | 'new'
  /** It has changed since their verdict. */
  | 'changed'
  /** Somebody has answered them. */
  | 'answered'
  | 'done';

export interface QueueItem {
  readonly excerpt: Excerpt;
  readonly waiting: Waiting;
  /** New, changed or answered after their last visit; all of it at the first. */
  readonly isSince: boolean;
  /** Their own verdict on it; null where they gave none. */
  readonly verdict: Verdict | null;
  /** A thread that is not resolved speaks to them: "@name". */
  readonly isMine: boolean;
  /** Of all reviewers. */
  readonly threads: readonly Thread[];
}

export interface QueueFilter {
  readonly theme?: string | undefined;
  /** A coder's name or id. */
  readonly coder?: string | undefined;
  readonly transcript?: string | undefined;
  /** Anybody's verdict; `none` for excerpts that nobody judged. */
  readonly verdict?: Verdict | 'none' | undefined;
  readonly show?: 'all' | 'waiting' | 'since' | 'open' | 'mine' | undefined;
}

/**
 * The excerpts for a reviewer, in reading order, with what each waits for.
 *
 * @param now ISO 8601; what they did within the same sitting does not end it
 */
export function reviewQueue(
  project: Project,
  reviewer: string,
  filter: QueueFilter,
  now: string,
): QueueItem[] {
  const threads = new Map<string, Thread[]>();
  for (const thread of threadsOf(project)) {
    const known = threads.get(thread.excerpt.id);
    if (known) known.push(thread);
    else threads.set(thread.excerpt.id, [thread]);
  }
  const visit = lastVisit(project, reviewer, now);
  const coder = filter.coder && coderIdOf(project, filter.coder);
  return [...project.excerpts.values()]
    .filter(
      ({ themeIds, coderId, transcriptId }) =>
        (!filter.theme || themeIds.some((id) => id === filter.theme)) &&
        (!coder || coderId === coder) &&
        (!filter.transcript || transcriptId === filter.transcript),
    )
    .sort((a, b) => inReadingOrder(project, a, b))
    .map((excerpt) => itemOf(excerpt, threads.get(excerpt.id) ?? [], reviewer, visit))
    .filter((item) => passes(item, filter));
}

function itemOf(
  excerpt: Excerpt,
  threads: readonly Thread[],
  reviewer: string,
  visit: string | null,
): QueueItem {
  const own = threads.findLast(({ review }) => review.reviewer === reviewer);
  const waiting = own ? waitingFor(own, reviewer) : 'new';
  const since = {
    new: excerpt.createdAt,
    // When it changed is not kept; that it did after the verdict is what the reviewer has to know.
    changed: null,
    answered: own?.lastAt ?? null,
    done: '',
  }[waiting];
  return {
    ...{ excerpt, waiting, threads },
    isSince: waiting !== 'done' && (visit === null || since === null || since > visit),
    verdict: own?.review.verdict ?? null,
    isMine: threads.some((thread) => speaksTo(thread, reviewer)),
  };
}

const speaksTo = ({ review, comments }: Thread, person: string): boolean =>
  review.resolvedAt === null && comments.some(({ text }) => mentionsIn(text, [person]).length > 0);

function waitingFor(own: Thread, reviewer: string): Waiting {
  if (own.isOlder) return 'changed';
  const last = own.comments.at(-1);
  return last && last.author !== reviewer && last.at >= own.review.at ? 'answered' : 'done';
}

function passes(
  { waiting, isSince, isMine, threads }: QueueItem,
  { verdict, show }: QueueFilter,
): boolean {
  if (verdict === 'none' && threads.length > 0) return false;
  if (verdict && verdict !== 'none' && !threads.some(({ review }) => review.verdict === verdict))
    return false;
  if (show === 'waiting') return waiting !== 'done';
  if (show === 'since') return isSince;
  if (show === 'mine') return isMine;
  if (show === 'open') return threads.some(({ isOpen }) => isOpen);
  return true;
}
