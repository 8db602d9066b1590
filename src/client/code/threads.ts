import type { ExcerptId } from '../../domain/ids.ts';
import type { JournalEvent } from '../../domain/project/events.ts';
import { api } from '../api.ts';
import { pageData } from './page-data.ts';

const REST_MS = 120;
let open = pageData.threads;
let timer: ReturnType<typeof setTimeout> | undefined;

/** How many threads about the excerpt wait for somebody. */
export const openCount = (id: ExcerptId): number => open[id] ?? 0;

/** Whether the change is one of the review: what is said of excerpts, not the excerpts. */
const isOfReview = ({ kind }: JournalEvent): boolean => /^(review|comment)-/.test(kind);

/** Counts the open threads anew after something was said or resolved, by anybody. */
export function hearThreads(event: JournalEvent, changed: () => void): void {
  if (!isOfReview(event)) return;
  clearTimeout(timer);
  timer = setTimeout(() => {
    void api<{ excerpts: typeof open }>('GET', `/reviews/open?transcript=${pageData.transcriptId}`)
      .then(({ excerpts }) => (open = excerpts))
      // What is shown stays until the next change tells of more.
      .catch(() => undefined)
      .then(changed);
  }, REST_MS);
}
