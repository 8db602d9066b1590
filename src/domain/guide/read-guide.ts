import type { GuideDraft, PartDraft, QuestionDraft } from './keep-ids.ts';
import { numbered, type Unnumbered } from './number-questions.ts';

const WORD = String.raw`(?:teema|theme|tema|osa|osio|part|section|del|avsnitt)`;
/** `Theme 1: Work`, `T1 Work`, `OSA II – Work` */
const PART = new RegExp(
  `^(?:${WORD}\\s*(?:\\d{1,2}|[ivx]{1,4})(?![\\p{L}\\p{N}])|T\\s?\\d{1,2}(?=[\\s.:)–-]))`,
  'iu',
);
const HEADING = /^#{1,6}\s+/u;
const BULLET = /^[-–—•·*◦▪‣o]\s+(?=\S)/u;
/** `3.`, `3)`, `3:`, `3.1`, `3a)`, `Question 3:`, `Q3` */
const NUMBER =
  /^(?:(?:kysymys|question|fråga|q|k)\s*)?(?<number>\d{1,3}(?:\.\d{1,3})*\.?\p{Ll}?)(?:\s*[.):–-]+\s*|(?<=\.\d{1,3})\s+|(?<=^(?:kysymys|question|fråga|q|k)\s*\d{1,3})\s+)(?=\S)/iu;
const ENDS = /[.?!:…]["'”’)]*$/u;
const ASKS = /\?["'”’)\s]*$/u;
/** Longer than this, a line is not a heading. */
const LONGEST_HEADING = 90;

interface Line {
  readonly text: string;
  /** Null where the line gives none. */
  readonly number: string | null;
  readonly isBullet: boolean;
  readonly isPart: boolean;
  readonly afterBlank: boolean;
}

/**
 * The interview guide in a text as people type or paste it: a part is opened by a heading (`Theme 1:
 * …`, `T1 …`, `# …`, or a line that asks nothing above lines that do), a question by a number, a dash
 * or a question mark; a line that goes on with the sentence before belongs to it. Questions without a
 * number get theirs by place. Nothing is left out: what is no heading is a question.
 */
export function readGuide(text: string): GuideDraft {
  const lines = linesOf(text);
  const hasMarks = lines.some(({ number, isBullet }) => number !== null || isBullet);
  const parts: { name: string; questions: Unnumbered[] }[] = [];
  lines.forEach((line, i) => {
    const part = parts.at(-1);
    const last = part?.questions.at(-1);
    if (isHeading(line, lines[i + 1], last, hasMarks))
      parts.push({ name: headingOf(line), questions: [] });
    else if (last && goesOn(line, last, hasMarks)) last.text += ` ${line.text}`;
    else if (part) part.questions.push({ number: line.number, text: line.text });
    else parts.push({ name: '', questions: [{ number: line.number, text: line.text }] });
  });
  return { parts: numbered(parts) };
}

function linesOf(text: string): Line[] {
  let afterBlank = true;
  return text
    .normalize('NFC')
    .split(/\r\n?|\n/)
    .flatMap((raw): Line[] => {
      const line = raw.replace(/\s+/gu, ' ').trim();
      const before = afterBlank;
      afterBlank = line === '';
      return line === '' ? [] : [lineOf(line, before)];
    });
}

function lineOf(line: string, afterBlank: boolean): Line {
  const isPart = (PART.test(line) && !ASKS.test(line)) || HEADING.test(line);
  if (isPart) return { text: line, number: null, isBullet: false, isPart, afterBlank };
  const bullet = BULLET.exec(line)?.[0] ?? '';
  const said = line.slice(bullet.length);
  const match = NUMBER.exec(said);
  const number = match?.groups?.number?.replace(/\.$/, '') ?? null;
  const rest = said.slice(match?.[0].length ?? 0);
  return { text: rest, number, isBullet: bullet !== '', isPart, afterBlank };
}

/** A heading asks nothing and stands above something that does. */
function isHeading(
  line: Line,
  next: Line | undefined,
  last: Unnumbered | undefined,
  hasMarks: boolean,
): boolean {
  if (line.isPart) return true;
  if (line.isBullet || ASKS.test(line.text) || line.text.length > LONGEST_HEADING) return false;
  if (!next || next.isPart) return line.number === null && /:$/.test(line.text);
  if (line.number !== null) return opensLevel(line.number, next);
  // The line before goes on here where it has not come to an end.
  if (last && !line.afterBlank && !ENDS.test(last.text)) return false;
  return hasMarks ? next.number !== null || next.isBullet : ASKS.test(next.text) || line.afterBlank;
}

/** `1. Background` above `1.1 …`, above dashes, or above lines that ask without a number. */
const opensLevel = (number: string, next: Line): boolean =>
  next.number === null
    ? next.isBullet || ASKS.test(next.text)
    : next.number.startsWith(`${number}.`);

const goesOn = (line: Line, last: Unnumbered, hasMarks: boolean): boolean =>
  line.number === null &&
  !line.isBullet &&
  !line.afterBlank &&
  (hasMarks ? last.number !== null || !ENDS.test(last.text) : !ENDS.test(last.text));

const headingOf = ({ text, number }: Line): string =>
  (number === null ? text : `${number}. ${text}`).replace(HEADING, '').replace(/\s*:$/, '');

/** The guide as a text that `readGuide` reads as the same guide. */
export const writeGuide = ({ parts }: GuideDraft): string =>
  parts
    .map(({ name, questions }) => [...headLines(name), ...questions.map(questionLine)].join('\n'))
    .join('\n\n');

const headLines = (name: PartDraft['name']): string[] => (name === '' ? [] : [`# ${name}`]);

const questionLine = ({ number, text }: QuestionDraft): string =>
  `${number}${/\p{L}$/u.test(number) ? ')' : '.'} ${text}`;
