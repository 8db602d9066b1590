import type { Span } from './span.ts';
import { turnIndexAt, type Turn } from './turns.ts';

/** How much around a word is meant: its sentence, all that is said in the turn, or the word alone. */
export const PASSAGES = ['sentence', 'turn', 'hit'] as const;
export type Passage = (typeof PASSAGES)[number];

/**
 * The passage around words of one turn, without white space at its ends.
 *
 * @param language whose sentences they are
 */
export function passageAround(
  text: string,
  turns: readonly Turn[],
  hit: Span,
  passage: Passage,
  language: string,
): Span {
  const turn = turns[turnIndexAt(turns, hit.start)];
  if (passage === 'hit' || !turn) return hit;
  const said = text.slice(turn.body, turn.end);
  if (passage === 'turn') return { start: turn.body, end: turn.body + said.trimEnd().length };
  const sentences = [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(said)];
  const at = (place: number) => sentences.findLast(({ index }) => turn.body + index <= place);
  const [first, last] = [at(hit.start), at(hit.end - 1)];
  if (!first || !last) return hit;
  const indent = first.segment.length - first.segment.trimStart().length;
  return {
    start: Math.min(hit.start, turn.body + first.index + indent),
    end: Math.max(hit.end, turn.body + last.index + last.segment.trimEnd().length),
  };
}
