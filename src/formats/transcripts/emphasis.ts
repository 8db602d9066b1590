import type { Role, Turn } from '../../domain/text/turns.ts';

/** Opens a paragraph that is bold or italic throughout; no text keeps it, see `canonicalText`. */
const MARK = '\u0001';

export const markEmphasised = (paragraph: string): string => MARK + paragraph;
export const isEmphasised = (paragraph: string): boolean => paragraph.startsWith(MARK);
export const withoutMark = (paragraph: string): string => paragraph.replaceAll(MARK, '');

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
