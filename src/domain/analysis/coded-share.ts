import type { TranscriptId } from '../ids.ts';
import { excerptsOf, type Project } from '../project/project.ts';
import { unionOfSpans, type Span } from '../text/span.ts';
import { analysedSpans, type Turn } from '../text/turns.ts';
import { keptPerTranscript } from './kept-per-transcript.ts';

interface Coded {
  /** UTF-16 code units. */
  readonly covered: number;
  readonly spoken: number;
}

/**
 * How much of what the interviewees say in a transcript any excerpt covers, 0–1 by characters,
 * overlaps once; null where nobody speaks or there is no such transcript.
 */
export function codedShareOfTranscript(
  project: Project,
  transcriptId: TranscriptId,
): number | null {
  const transcript = project.transcripts.get(transcriptId);
  return transcript ? share([codedIn(project, transcript, null)]) : null;
}

/** The same over all transcripts, the longer weighing more. */
export const codedShareOf = (project: Project): number | null =>
  share([...project.transcripts.values()].map((transcript) => codedIn(project, transcript, null)));

function share(parts: readonly Coded[]): number | null {
  const spoken = parts.reduce((sum, part) => sum + part.spoken, 0);
  const covered = parts.reduce((sum, part) => sum + part.covered, 0);
  return spoken === 0 ? null : covered / spoken;
}

const codedIn = keptPerTranscript<Coded, null>((project, { id, turns }) =>
  codedOf(turns, excerptsOf(project, id)),
);

/** The share of one text from its parts alone: as the browser has them. */
export const codedShareOfTurns = (
  turns: readonly Turn[],
  excerpts: Iterable<Span>,
): number | null => share([codedOf(turns, excerpts)]);

function codedOf(turns: readonly Turn[], excerpts: Iterable<Span>): Coded {
  const speech = analysedSpans(turns);
  const union = unionOfSpans(excerpts);
  let covered = 0;
  let spoken = 0;
  let next = 0;
  for (const span of speech) {
    while ((union[next]?.end ?? Infinity) <= span.start) next++;
    covered += coveredOf(span, union, next);
    spoken += span.end - span.start;
  }
  return { covered, spoken };
}

/**
 * A turn runs to the start of the next one, so it ends in a line break and a blank line that no
 * excerpt covers: who has coded everything that is said has coded all of it.
 */
const TURN_BREAK = 2;

function coveredOf(span: Span, union: readonly Span[], from: number): number {
  let covered = 0;
  for (let i = from; i < union.length; i++) {
    const part = union[i];
    if (!part || part.start >= span.end) break;
    const end = part.end >= span.end - TURN_BREAK ? span.end : part.end;
    covered += end - Math.max(part.start, span.start);
  }
  return Math.min(covered, span.end - span.start);
}
