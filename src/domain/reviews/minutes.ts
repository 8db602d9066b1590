import { themesInOrder } from '../codebook/tree.ts';
import type { Project } from '../project/project.ts';
import type { Theme } from '../project/records.ts';
import type { Comment, Meeting } from '../project/review-records.ts';
import { threadsOf, type Thread } from './threads.ts';

/** What is said so long after a meeting began belongs to it: threads are resolved while it goes on. */
const LASTS_MS = 12 * 3600 * 1000;

export interface Minutes {
  readonly meeting: Meeting;
  /** The time since which something is new (ISO 8601); null at the first meeting. */
  readonly from: string | null;
  readonly to: string;
  /** By the first theme of the excerpt, in the order of the codebook; null for none. */
  readonly groups: readonly {
    readonly theme: Theme | null;
    readonly threads: readonly DiscussedThread[];
  }[];
}

export interface DiscussedThread {
  readonly thread: Thread;
  /** Said since the meeting before. */
  readonly comments: readonly Comment[];
  readonly earlierCount: number;
  /** The other themes of the excerpt. */
  readonly also: readonly Theme[];
}

/** What there was to discuss in a meeting: the threads with something new since the one before. */
export function minutesOf(project: Project, meeting: Meeting): Minutes {
  const before = meetingBefore(project, meeting);
  const from = before && endOf(before);
  const to = endOf(meeting);
  const isNew = (at: string | null): boolean =>
    at !== null && at <= to && (from === null || at > from);
  const themes = themesInOrder(project.themes).map(({ theme }) => theme);
  const groups = new Map<Theme | null, DiscussedThread[]>();
  for (const thread of threadsOf(project)) {
    const { review, excerpt } = thread;
    const comments = thread.comments.filter(({ at }) => isNew(at));
    if (comments.length === 0 && !isNew(review.at) && !isNew(review.resolvedAt)) continue;
    const [theme = null, ...also] = themes.filter(({ id }) => excerpt.themeIds.includes(id));
    const earlierCount = thread.comments.filter(({ at }) => from !== null && at <= from).length;
    const group = groups.get(theme) ?? [];
    groups.set(theme, [...group, { thread, comments, earlierCount, also }]);
  }
  return {
    ...{ meeting, from, to },
    groups: [...themes, null].flatMap((theme) => {
      const threads = groups.get(theme);
      return threads ? [{ theme, threads }] : [];
    }),
  };
}

const endOf = ({ at }: Meeting): string => new Date(Date.parse(at) + LASTS_MS).toISOString();

/** The last one that was over when this one began: two halves of one day tell of the same threads. */
function meetingBefore({ meetings }: Project, { id, at }: Meeting): Meeting | null {
  const began = new Date(at).toISOString();
  let last: Meeting | null = null;
  for (const one of meetings.values())
    if (one.id !== id && endOf(one) <= began && (last === null || one.at > last.at)) last = one;
  return last;
}

/** The meetings, newest first. */
export const meetingsInOrder = ({ meetings }: Project): Meeting[] =>
  [...meetings.values()].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
