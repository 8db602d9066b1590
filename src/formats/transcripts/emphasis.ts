import { canonicalText } from '../../domain/text/canonical-text.ts';
import { turnIndexAt, type Role, type Turn } from '../../domain/text/turns.ts';

/** Opens a paragraph that is bold or italic throughout; no text keeps it, see `canonicalText`. */
const MARK = '\u0001';

export const markEmphasised = (paragraph: string): string => MARK + paragraph;
export const isEmphasised = (paragraph: string): boolean => paragraph.startsWith(MARK);
export const withoutMark = (paragraph: string): string => paragraph.replaceAll(MARK, '');

/**
 * The turns of a text that names those who answer only, with the questions that stand in bold or italics
 * between the answers as the interviewer's. Null where somebody asks already, and where there are few.
 */
export function askedBetween(
  text: string,
  turns: readonly Turn[],
  paragraphs: readonly string[],
): Turn[] | null {
  if (turns.some(({ role }) => role === 'interviewer')) return null;
  const starts = placesOf(text, paragraphs).flatMap(({ at, words }) => {
    const turn = turns[turnIndexAt(turns, at)];
    const isWithin = turn !== undefined && (turn.speaker === null || turn.body < at);
    return ASKED.test(words) && isWithin ? [at] : [];
  });
  if (starts.length < FEWEST) return null;
  let next = 0;
  return turns.flatMap((turn) => {
    const parts: Turn[] = [];
    let open = turn;
    for (let at = starts[next]; at !== undefined && at < turn.end; at = starts[++next]) {
      if (at > open.start) parts.push({ ...open, end: at });
      open = { start: at, end: turn.end, body: at, speaker: null, role: 'interviewer' };
    }
    return [...parts, open];
  });
}

/** Where the emphasised paragraphs begin in the text that all of them make. */
function placesOf(
  text: string,
  paragraphs: readonly string[],
): { readonly at: number; readonly words: string }[] {
  const places: { at: number; words: string }[] = [];
  let from = 0;
  for (const paragraph of paragraphs) {
    const words = canonicalText(paragraph);
    const at = text.indexOf(words, from);
    if (at < 0) continue;
    if (isEmphasised(paragraph)) places.push({ at, words });
    from = at + words.length;
  }
  return places;
}

const FEWEST = 3;
const ASKED = /[?？]["'”’»)\]…. ]*$/u;
/** So many of the emphasised paragraphs are questions: headings are emphasised, too. */
const MOST = 0.5;
const LONGEST_HEADING = 30;

/**
 * The turns of a text that names nobody but sets its questions in bold or italics: these are the
 * interviewer's, what follows is the interviewee's, and short ones that ask nothing are headings.
 * Null where the paragraphs and the turns are not the same, and where emphasis means something else.
 *
 * @param turns one for each paragraph
 */
export function askedInEmphasis(
  turns: readonly Turn[],
  paragraphs: readonly string[],
): Turn[] | null {
  const emphasised = paragraphs.filter(isEmphasised);
  const asked = emphasised.filter((one) => ASKED.test(one));
  if (turns.length !== paragraphs.length || asked.length < FEWEST) return null;
  if (asked.length < emphasised.length * MOST || emphasised.length === paragraphs.length)
    return null;
  const first = paragraphs.findIndex((one) => isEmphasised(one) && ASKED.test(one));
  const roles = paragraphs.map((one, i): Role => {
    if (i < first) return 'other';
    if (!isEmphasised(one)) return 'interviewee';
    return ASKED.test(one) || one.length > LONGEST_HEADING ? 'interviewer' : 'other';
  });
  return turns.reduce<Turn[]>((joined, turn, i) => {
    const role = roles[i] ?? 'other';
    const last = joined.at(-1);
    if (last?.role === role && role !== 'other') joined.splice(-1, 1, { ...last, end: turn.end });
    else joined.push({ ...turn, role });
    return joined;
  }, []);
}
