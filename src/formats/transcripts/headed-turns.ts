import { isGenericLabel, mayBeName, rolesOf } from '../../domain/text/speakers.ts';
import type { Turn } from '../../domain/text/turns.ts';
import { secondsOf } from './caption-blocks.ts';

/**
 * `Mäki, Kim (guest)   1:02:15`, a line above what Kim says: Teams and Stream in Word, Otter; with
 * the name in brackets the captions that Zoom saves, with a dash Fireflies. Whatever stands before a
 * gap that wide is a name.
 */
const HEADING =
  /^[^\S\n]*(?:\[(?<bracketed>[^[\]\n]{1,80})\][^\S\n]+|(?<name>\S[^\n]{0,79}?)(?:[^\S\n]{2,}|\t[^\S\n]*|[^\S\n][-–—][^\S\n]))[[(]?(?<time>(?:\d{1,2}:)?\d{1,2}:\d{2})[\])]?[^\S\n]*$/u;
const LONGEST_HEADING = 120;
const SENTENCE_END = /[.!?…:;,]$/u;
/** What Teams puts behind a name: `(guest)`, `| Company`. */
const BESIDES = /\([^()]*\)|[,|]/gu;

interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Heading extends Line {
  readonly name: string;
  /** Zoom tells the time of day. */
  readonly isClock: boolean;
  /** Seconds. */
  readonly at: number;
  /** Where the speech begins. */
  readonly body: number;
}

/** So large a share of the times comes no sooner than the one before: who overlaps may be out of order. */
const IN_ORDER = 0.9;

/** The turns of a text that has a line with name and time above each of them; null for other texts. */
export function headedTurns(text: string): Turn[] | null {
  const lines = linesOf(text);
  const headings = namesAmong(
    lines.flatMap((line, i) => {
      const next = lines[i + 1];
      const heading = next && headingOf(line);
      return heading && !headingOf(next) ? { ...heading, body: next.start } : [];
    }),
  );
  const [first] = headings;
  if (!first || headings.length < 2 || !areInOrder(headings)) return null;
  const roles = rolesOf(headings.map(({ name }) => name));
  const began = first.isClock ? first.at : 0;
  const turns = headings.map(({ name, at, start, body }, i): Turn => {
    const end = headings[i + 1]?.start ?? text.length;
    return { start, end, body, speaker: name, role: roles.get(name) ?? 'other', at: at - began };
  });
  return withUnspoken(turns, text, lines);
}

const headingOf = ({ text, ...line }: Line): Omit<Heading, 'body'> | null => {
  if (text.length > LONGEST_HEADING) return null;
  const groups = HEADING.exec(text)?.groups;
  const bracketed = groups?.bracketed?.trim();
  const name = groups?.name ?? bracketed;
  const at = secondsOf(groups?.time ?? '');
  if (!name || at === null || SENTENCE_END.test(name) || !/\p{L}|\d/u.test(name)) return null;
  return { ...line, text, name, at, isClock: bracketed !== undefined };
};

/** The headings whose name comes again or looks like a person's. */
function namesAmong(headings: readonly Heading[]): Heading[] {
  const counts = new Map<string, number>();
  for (const { name } of headings) counts.set(name, (counts.get(name) ?? 0) + 1);
  return headings.filter(
    ({ name }) =>
      (counts.get(name) ?? 0) > 1 ||
      isGenericLabel(name) ||
      mayBeName(name.replace(BESIDES, '').trim()),
  );
}

function areInOrder(headings: readonly Heading[]): boolean {
  const later = headings.filter(({ at }, i) => at >= (headings[i - 1]?.at ?? 0));
  return later.length >= headings.length * IN_ORDER;
}

/** What stands above the first heading is nobody's, and so is `Anna stopped transcription` below the last. */
function withUnspoken(turns: readonly Turn[], text: string, lines: readonly Line[]): Turn[] {
  const all = [...turns];
  const nobody = { speaker: null, role: 'other' as const };
  const [first] = turns;
  const last = all.pop();
  const end = lines.at(-1);
  if (!first || !last || !end) return all;
  const names = turns.map(({ speaker }) => speaker ?? '');
  const closes = end.start > last.body && names.some((name) => isClosing(end.text, name));
  all.push(closes ? { ...last, end: end.start } : last);
  if (closes) all.push({ ...nobody, start: end.start, body: end.start, end: text.length });
  if (text.slice(0, first.start).trim() === '')
    return all.with(0, { ...(all[0] ?? first), start: 0 });
  return [{ ...nobody, start: 0, body: 0, end: first.start }, ...all];
}

const CLOSING_WORDS = /^[\p{L}\p{M}]+(?: [\p{L}\p{M}]+){1,2}$/u;

/** A name and a few words behind it, whatever the language of the program. */
const isClosing = (line: string, name: string): boolean =>
  name.includes(' ') &&
  line.startsWith(name) &&
  /^\s/u.test(line.slice(name.length)) &&
  CLOSING_WORDS.test(line.slice(name.length).trim());

/** The lines with something on them. */
function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length;) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed + 1;
    const line = text.slice(start, end);
    if (line.trim() !== '') lines.push({ start, end, text: line.trimEnd() });
    start = end;
  }
  return lines;
}
