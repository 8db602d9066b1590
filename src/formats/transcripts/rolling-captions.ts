import type { Caption } from './cues.ts';

/** Captions that roll repeat what is still on the screen: no more lines than these. */
const LINES = 4;
const LINE_LENGTH = 1_000;

/** At least so many captions go on where the ones before ended, and so large a share repeats any. */
const ROLLS = { least: 2, share: 0.5 };

/**
 * Captions without what they repeat of the ones before. Words count as repeated where the caption
 * before ends with them, by whole lines, and either is still on the screen or belongs to a file
 * whose captions roll; elsewhere, who says “Yes.” twice has said it twice.
 */
export function withoutRepeats(captions: readonly Caption[]): Caption[] {
  const repeated = captions.map((one, i) => repeatedWords(captions[i - 1], one));
  const rolling = repeated.filter((count) => count > 0).length;
  const growing = captions.filter((one, i) => {
    const count = repeated[i] ?? 0;
    return count > 0 && count < wordsOf(one.lines).length;
  }).length;
  const rolls = growing >= ROLLS.least && rolling >= (captions.length - 1) * ROLLS.share;
  return captions.map((one, i) => {
    const count = repeated[i] ?? 0;
    return count > 0 && (rolls || overlaps(captions[i - 1], one))
      ? { ...one, lines: [wordsOf(one.lines).slice(count).join(' ')] }
      : one;
  });
}

/** Seconds: times that are rounded may overlap by less. */
const OVERLAP = 0.1;

const overlaps = (before: Caption | undefined, { start }: Caption): boolean =>
  start !== null && typeof before?.end === 'number' && start + OVERLAP < before.end;

const wordsOf = (lines: readonly string[]): string[] =>
  lines.flatMap((line) => line.split(/\s+/u).filter((word) => word !== ''));

/** With how many words of the caption before, its last lines, a caption begins. */
function repeatedWords(before: Caption | undefined, { speaker, lines }: Caption): number {
  if (before?.speaker !== speaker) return 0;
  const last = before.lines.filter((line) => line.trim() !== '').slice(-LINES);
  if ([...last, ...lines.slice(0, LINES)].some(({ length }) => length > LINE_LENGTH)) return 0;
  const words = wordsOf(lines.slice(0, 2 * LINES));
  for (let from = 0; from < last.length; from++) {
    const tail = wordsOf(last.slice(from));
    if (tail.length <= words.length && tail.every((word, i) => word === words[i]))
      return tail.length;
  }
  return 0;
}
