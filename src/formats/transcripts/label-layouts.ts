import { isGenericLabel, mayBeName, rolesOf } from '../../domain/text/speakers.ts';
import { splitTurns } from '../../domain/text/turns.ts';

const NAME = String.raw`\p{L}[^\n:;!?\t[\]()<>]{0,38}?`;
const TIME = String.raw`(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?`;
const ABOVE_SPEECH = new RegExp(String.raw`^[^\S\n]*(?<name>${NAME})[^\S\n]*$`, 'u');

/** How people tell who speaks when they use no colon; `name` and, where it is told, `time`. */
const ON_THE_LINE: readonly RegExp[] = [
  // A tab, a column of its own in a document, or letters in bold, which their readers leave a tab for.
  String.raw`^[^\S\n]*(?:[[(]?(?<time>${TIME})[\])]?[^\S\n]+)?(?<name>${NAME})[^\S\n]*\t\s*(?=\S)`,
  String.raw`^[^\S\n]*\[(?<name>${NAME})\](?:[^\S\n]*:)?[^\S\n]+(?=\S)`,
  String.raw`^[^\S\n]*<(?<name>${NAME})>(?:[^\S\n]*:)?[^\S\n]+(?=\S)`,
  String.raw`^[^\S\n]*\(?(?<code>\p{Lu}{1,3}\d{0,3})\)(?:[^\S\n]*:)?[^\S\n]+(?=\S)`,
  String.raw`^[^\S\n]*[-–—•*][^\S\n]+(?<name>${NAME})[^\S\n]*:[^\S\n]+(?=\S)`,
  String.raw`^[^\S\n]*(?<name>${NAME})[^\S\n]+[[(](?<time>${TIME})[\])][^\S\n]+(?=\S)`,
  String.raw`^[^\S\n]*(?<name>${NAME})[^\S\n]*：[^\S\n]*`,
  String.raw`^[^\S\n]*(?<name>${NAME})[^\S\n]+[–—-][^\S\n]+(?=\S)`,
  String.raw`^[^\S\n]*(?<name>${NAME})[^\S\n]{2,}(?=\S)`,
].map((pattern) => new RegExp(pattern, 'u'));

/** Numbers of lines or of paragraphs: `12 `, `12. `, `12) `, `12<tab>`. */
const NUMBERED = /^[^\S\n]*(?<number>\d{1,5})(?:[.)][^\S\n]*|[^\S\n]+)(?=\S)/u;
const NEARLY_ALL = 0.9;
/** `I: [00:00:05] Hello`: the time belongs before the colon. */
const TIME_BEHIND = new RegExp(
  String.raw`^([^\S\n]*${NAME})[^\S\n]*:[^\S\n]*[[(](${TIME})[\])][^\S\n]*(?=\S)`,
  'gmu',
);

/** As far into a line as a label may reach. */
const HEAD = 200;
const FEWEST_LABELS = 3;
const MOST_SPEAKERS = 20;

/**
 * A text in which whoever speaks stands before a colon, for one that tells it in another way: behind
 * a number, before a tab or a dash, in brackets, on a line alone. The words stay as they are; a text
 * whose speakers are recognised already, and one that names none, is left alone.
 */
export function withColonLabels(text: string): string {
  const lines = withoutEveryFifth(text.split('\n')).join('\n');
  const timed = withSpacedColons(withTimesBefore(lines).replace(TIME_BEHIND, '$1 [$2]: '));
  if (namesSpeakers(timed)) return timed;
  const plain = withoutNumbers(timed);
  const written = [plain, ...ON_THE_LINE.map((layout) => labelled(plain, layout)), alone(plain)];
  return written.find((one) => one !== null && namesSpeakers(one)) ?? lines;
}

/** `[00:00 - 00:40] H: hello`, and with the dots of Finnish clocks `0.07 H: hello`. */
const RANGE_BEFORE = new RegExp(
  String.raw`^[^\S\n]*[[(]?(${TIME})[^\S\n]*[-–—][^\S\n]*${TIME}[\])]?[^\S\n]+(?=${NAME}:\s)`,
  'gmu',
);
const DOTS_BEFORE = new RegExp(
  String.raw`^[^\S\n]*[[(]?(\d{1,3}(?:\.\d{2}){1,2})[\])]?[^\S\n]+(?=${NAME}:\s)`,
  'gmu',
);

const withTimesBefore = (text: string): string =>
  [RANGE_BEFORE, DOTS_BEFORE].reduce(
    (written, before) =>
      (written.match(before)?.length ?? 0) < FEWEST_LABELS
        ? written
        : written.replace(before, (_, time: string) => `[${time.replaceAll('.', ':')}] `),
    text,
  );

/** `H:hello` */
const TIGHT = /^([^\S\n]*)(\p{Lu}\p{L}{0,14}\d{0,2}):(?=[\p{L}\p{M}"“”„»«([…])/gmu;

/** A text whose labels stand close to what is said gets its white space, `H1:n` in a sentence none. */
function withSpacedColons(text: string): string {
  const counts = new Map<string, number>();
  for (const [, , name = ''] of text.matchAll(TIGHT)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const recurring = new Set([...counts].flatMap(([name, count]) => (count > 1 ? name : [])));
  const tight = [...recurring].reduce((sum, name) => sum + (counts.get(name) ?? 0), 0);
  const lines = text.split('\n').filter((line) => line.trim() !== '').length;
  if (recurring.size < 2 || tight < lines / 2) return text;
  return text.replace(TIGHT, (label: string, margin: string, name: string) =>
    recurring.has(name) ? `${margin}${name}: ` : label,
  );
}

/** Two at least, and not each once. */
function namesSpeakers(text: string): boolean {
  const speakers = splitTurns(text).flatMap(({ speaker }) => speaker ?? []);
  return speakers.length >= FEWEST_LABELS && new Set(speakers).size > 1;
}

/** Without the numbers that nearly all lines, or all paragraphs' first lines, begin with, each one more. */
function withoutNumbers(text: string): string {
  const lines = text.split('\n');
  let last = 0;
  let begun = 0;
  const numbered = lines.map((line, i) => {
    if (line.trim() === '') return false;
    if (i === 0 || lines[i - 1]?.trim() === '') begun++;
    const number = Number(NUMBERED.exec(line)?.groups?.number ?? NaN);
    // A page may begin at 1 again.
    const follows = number === last + 1 || number === 1 || (number > last && number <= last + 5);
    if (follows) last = number;
    return follows;
  });
  const count = numbered.filter(Boolean).length;
  if (count < FEWEST_LABELS || count < begun * NEARLY_ALL) return text;
  return lines.map((line, i) => (numbered[i] ? line.replace(NUMBERED, '') : line)).join('\n');
}

/** Without numbers that stand at every fifth line, and perhaps at the first. */
function withoutEveryFifth(lines: readonly string[]): readonly string[] {
  let count = 0;
  const numbered = lines.map((line) => {
    if (line.trim() !== '') count++;
    const number = Number(NUMBERED.exec(line)?.groups?.number ?? NaN);
    return number === count && (number === 1 || number % 5 === 0);
  });
  const found = numbered.filter(Boolean).length;
  if (found < FEWEST_LABELS || found < Math.floor(count / 5) * NEARLY_ALL) return lines;
  return lines.map((line, i) => (numbered[i] ? line.replace(NUMBERED, '') : line));
}

/** `Time Speaker Text` above the columns. */
const HEADINGS =
  /^(?=.{3,60}$)(?:[\p{L}#.]+\s+)?(?:puhuja|speaker|talare|sprecher(?:in)?|nimi|name|namn)\s+\p{L}+$/iu;

interface Found {
  readonly line: number;
  readonly name: string;
}

/** The lines' labels in one layout get the colon, where they are speakers'. */
function labelled(text: string, layout: RegExp): string | null {
  const lines = text.split('\n');
  const found = lines.flatMap((line, i): Found[] => {
    const groups = layout.exec(line.slice(0, HEAD))?.groups;
    const name = (groups?.name ?? groups?.code)?.trim();
    return name ? [{ line: i, name }] : [];
  });
  const names = speakersAmong(found);
  if (!names) return null;
  for (const { line, name } of found) {
    if (!names.has(name)) continue;
    const whole = lines[line] ?? '';
    const { 0: label = '', groups } = layout.exec(whole.slice(0, HEAD)) ?? {};
    const time = groups?.time === undefined ? '' : `[${groups.time}] `;
    lines[line] = `${time}${name}: ${whole.slice(label.length)}`;
  }
  const first = lines.findIndex((line) => line.trim() !== '');
  if (
    !names.has(found.find(({ line }) => line === first)?.name ?? '') &&
    HEADINGS.test(lines[first] ?? '')
  )
    lines[first] = '';
  return lines.join('\n');
}

/** `Maija M.` */
const INITIAL = /\s\p{Lu}\.$/u;

/** Names on a line alone, each with what is said below it. */
function alone(text: string): string | null {
  const lines = text.split('\n');
  const candidates = lines.flatMap((line, i): Found[] => {
    const name = ABOVE_SPEECH.exec(line.slice(0, HEAD))?.groups?.name?.trim();
    return name && (INITIAL.test(name) || !/[.,]$/u.test(name)) ? [{ line: i, name }] : [];
  });
  const counts = countsOf(candidates);
  const isCandidate = new Map(candidates.map(({ line, name }) => [line, name]));
  const below = (line: number): number => {
    let next = line + 1;
    while (lines[next]?.trim() === '') next++;
    return next;
  };
  // Of two such lines below each other, the rarer is what is said: `Yes`.
  const said = new Set<number>();
  for (const { line, name } of candidates) {
    if (said.has(line)) continue;
    const next = below(line);
    const other = isCandidate.get(next);
    if (other !== undefined && (counts.get(other) ?? 0) <= (counts.get(name) ?? 0)) said.add(next);
  }
  const found = candidates.filter(({ line }) => !said.has(line) && below(line) < lines.length);
  const names = speakersAmong(found);
  if (!names) return null;
  for (const { line, name } of found) if (names.has(name)) lines[line] = `${name}:`;
  return lines.join('\n');
}

function countsOf(found: readonly Found[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { name } of found) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** The names that come again, where they are several, few, and look like names; else null. */
function speakersAmong(found: readonly Found[]): ReadonlySet<string> | null {
  const names = [...countsOf(found)]
    .filter(([name, count]) => isRole(name) || (count > 1 && (mayBeName(name) || isCode(name))))
    .map(([name]) => name);
  return names.length > 1 && names.length <= MOST_SPEAKERS ? new Set(names) : null;
}

const isRole = (name: string): boolean =>
  isGenericLabel(name) || rolesOf([name]).get(name) === 'interviewer';

/** H1, Speaker 2. */
const isCode = (name: string): boolean => /^\p{Lu}\p{L}{0,20} ?\d{1,3}$/u.test(name);
