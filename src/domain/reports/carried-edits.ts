import type { QuoteEdit, QuoteEdits } from '../project/report-records.ts';
import { wordDiff } from '../text/word-diff.ts';

/** An edit whose words were changed under it: not printed, to be looked at. */
export interface LostEdit extends QuoteEdit {
  /** The words it was made over, as they were. */
  readonly words: string;
}

export interface CarriedEdits {
  /** Of the quote as it is now. */
  readonly edits: readonly QuoteEdit[];
  readonly lost: readonly LostEdit[];
}

const NONE: CarriedEdits = { edits: [], lost: [] };

/**
 * The edits of a quote as they are now: where the excerpt was changed since they were made, those
 * within words that stayed move with them, and those over words that changed are lost, not guessed.
 */
export function carriedEdits(quote: string, made: QuoteEdits | undefined): CarriedEdits {
  if (!made) return NONE;
  if (made.of === quote) return { edits: made.edits, lost: [] };
  const stretches = commonStretches(made.of, quote);
  const edits: QuoteEdit[] = [];
  const lost: LostEdit[] = [];
  for (const edit of made.edits) {
    const stretch = stretches.find(({ start, end }) => start <= edit.start && edit.end <= end);
    if (stretch)
      edits.push({ ...edit, start: edit.start + stretch.shift, end: edit.end + stretch.shift });
    else lost.push({ ...edit, words: made.of.slice(edit.start, edit.end) });
  }
  return { edits, lost };
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  /** How far it stands from where it stood. */
  readonly shift: number;
}

function commonStretches(before: string, after: string): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  let to = 0;
  for (const { kind, text } of wordDiff(before, after)) {
    if (kind === 'same') stretches.push({ start: from, end: from + text.length, shift: to - from });
    if (kind !== 'added') from += text.length;
    if (kind !== 'removed') to += text.length;
  }
  return stretches;
}
