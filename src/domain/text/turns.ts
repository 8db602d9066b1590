import type { Span } from './span.ts';
import { readLabel } from './speaker-label.ts';
import {
  explainedInterviewers,
  headerLength,
  recogniseSpeakers,
  type LabelledLine,
  type Part,
} from './speakers.ts';

export { isGenericLabel } from './speakers.ts';

export type Role = 'interviewer' | 'interviewee' | 'other';

/**
 * One speaker's stretch of a transcript. Turns tile the text; a turn runs to the start of the
 * next, its label and the blank line after it included. What was said begins at `body`, which is
 * `end` where nothing was.
 */
export interface Turn extends Span {
  readonly body: number;
  readonly speaker: string | null;
  readonly role: Role;
  /** Seconds from the start of the recording, where the source tells. */
  readonly at?: number;
}

/**
 * The turns of a canonical text. Whoever opens lines with a label speaks until the next label; what
 * stands before the first is nobody's. Where only the interviewer is named, the answers are the
 * interviewee's; where nobody is, every paragraph is a turn.
 */
export function splitTurns(text: string): Turn[] {
  const lines = linesOf(text).map((line, i, all): Line => ({
    ...line,
    isHeading: line.speech === '' && all[i + 1]?.label === null,
  }));
  const labelled = lines.filter((line) => line.label !== null) as (Line & LabelledLine)[];
  const header = labelled.splice(0, headerLength(labelled));
  const parts = recogniseSpeakers(labelled, explainedInterviewers(text, header));
  const opening =
    parts.size === 0 ? paragraphOpenings(lines) : speechOpenings(lines, labelled, parts);
  const first = lines[0];
  if (opening[0]?.start !== first?.start && first) opening.unshift(unspoken(first));
  if (opening.length === 0)
    return text === ''
      ? []
      : [{ start: 0, end: text.length, body: 0, speaker: null, role: 'other' }];
  return opening.map((turn, i): Turn => {
    const start = i === 0 ? 0 : turn.start;
    const end = opening[i + 1]?.start ?? text.length;
    return { ...turn, start, end, body: Math.min(turn.body, end) };
  });
}

/** A line with something on it. */
interface Line extends Span {
  readonly label: string | null;
  readonly at?: number;
  /** What the line says behind the label. */
  readonly speech: string;
  /** Where the speech begins, on this line or a later one. */
  readonly body: number;
  readonly afterBlank: boolean;
  readonly isHeading?: boolean;
}

type Opening = Omit<Turn, 'end'>;

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let afterBlank = true;
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline + 1;
    const line = text.slice(start, end);
    const blank = line.trim() === '';
    if (!blank) lines.push({ start, end, afterBlank, ...labelOf(text, start, line) });
    afterBlank = blank;
    start = end;
  }
  return lines;
}

function labelOf(
  text: string,
  start: number,
  line: string,
): Pick<Line, 'label' | 'at' | 'speech' | 'body'> {
  const label = readLabel(line);
  if (!label) return { label: null, speech: line.trim(), body: start };
  const speech = line.slice(label.length).trim();
  const behind = start + label.length;
  const body = speech === '' ? bodyStart(text, behind) : behind;
  return { label: label.name, speech, body, ...(label.at === undefined ? {} : { at: label.at }) };
}

const NOT_SPACE = /\S/g;

function bodyStart(text: string, from: number): number {
  NOT_SPACE.lastIndex = from;
  return NOT_SPACE.exec(text)?.index ?? text.length;
}

const unspoken = ({ start }: Span): Opening => ({
  start,
  body: start,
  speaker: null,
  role: 'other',
});

function speechOpenings(
  lines: readonly Line[],
  labelled: readonly Line[],
  parts: ReadonlyMap<string, Part>,
): Opening[] {
  const known = new Set(labelled.filter(({ label }) => parts.has(label ?? '')));
  const onlyQuestions = ![...parts.values()].includes('interviewee');
  const answers = onlyQuestions ? answerLines(lines, known) : new Set<Line>();
  return lines.flatMap((line): Opening[] => {
    if (answers.has(line)) return [{ ...unspoken(line), role: 'interviewee' }];
    const part = known.has(line) ? parts.get(line.label ?? '') : undefined;
    if (part === undefined) return [];
    if (part === 'section') return [unspoken(line)];
    const { start, body, label: speaker, at } = line;
    return [{ start, body, speaker, role: part, ...(at === undefined ? {} : { at }) }];
  });
}

/** The lines with which an answer begins that nobody is named for, each after a question. */
function answerLines(lines: readonly Line[], questions: ReadonlySet<Line>): Set<Line> {
  const behind = (mayOpen: (line: Line) => boolean): Set<Line> => {
    const found = new Set<Line>();
    let question: Line | undefined;
    for (const line of lines) {
      if (questions.has(line)) question = line;
      else if (question && line.start > question.body && mayOpen(line)) {
        found.add(line);
        question = undefined;
      }
    }
    return found;
  };
  const paragraphs = behind(({ afterBlank }) => afterBlank);
  return paragraphs.size > 0 ? paragraphs : behind(() => true);
}

/** Longer than this, a line was not broken by hand: it is a paragraph of its own. */
const UNBROKEN = 120;

/** `– Hello?`: a new one speaks. */
const DASH = /^[-–—]\s?(?=[\p{L}\p{N}"“”»(…])/u;
const FEWEST_DASHES = 3;

function paragraphOpenings(lines: readonly Line[]): Opening[] {
  const dashed = new Set(lines.filter(({ speech }) => DASH.test(speech)));
  if (dashed.size >= FEWEST_DASHES && dashed.size * 2 >= lines.length)
    return lines.filter((line) => line.afterBlank || dashed.has(line)).map(unspoken);
  const spaced = lines.slice(1).some(({ afterBlank }) => afterBlank);
  const unbroken = !spaced && lines.some(({ start, end }) => end - start > UNBROKEN);
  return lines.filter(({ afterBlank }) => unbroken || afterBlank).map(unspoken);
}

/** The spans in which interviewees speak, labels left out; all speech where nobody is named. */
export function analysedSpans(turns: readonly Turn[]): Span[] {
  const interviewees = turns.filter((turn) => turn.role === 'interviewee');
  const spoken =
    interviewees.length > 0 ? interviewees : turns.filter((turn) => turn.role !== 'interviewer');
  return spoken
    .map((turn) => ({ start: turn.body, end: turn.end }))
    .filter((span) => span.start < span.end);
}

/** The index of the turn that holds `at`, by binary search; −1 outside the text. */
export function turnIndexAt(turns: readonly Turn[], at: number): number {
  let low = 0;
  let high = turns.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const turn = turns[middle];
    if (!turn) return -1;
    if (at < turn.start) high = middle - 1;
    else if (at >= turn.end) low = middle + 1;
    else return middle;
  }
  return -1;
}
