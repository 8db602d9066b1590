import type { ExcerptId, TranscriptId } from '../ids.ts';
import type { Project } from './project.ts';

type BySpan = ReadonlyMap<string, ExcerptId>;

const marks = new WeakMap<BySpan, object>();

/**
 * Stands for the excerpts of a transcript as they are now: the same object until one of them is
 * put or dropped, so that what was computed of them can be kept with it. Null where there are none.
 */
export function excerptsMark(project: Project, transcriptId: TranscriptId): object | null {
  const bySpan = project.excerptsBySpan.get(transcriptId);
  if (!bySpan) return null;
  let mark = marks.get(bySpan);
  if (!mark) marks.set(bySpan, (mark = {}));
  return mark;
}

/** Told by `evolve` of every excerpt it puts or drops. */
export const unmarkExcerpts = (bySpan: BySpan): void => void marks.delete(bySpan);
