import type { Role } from './turns.ts';

/** What a label opens: a turn, or a section of the interview ("Theme 2: Work") that nobody speaks. */
export type Part = Role | 'section';

export interface LabelledLine {
  readonly label: string;
  readonly afterBlank: boolean;
  /** What the line says behind the label. */
  readonly speech: string;
  /** Seconds from the start of the recording, where the label tells. */
  readonly at?: number;
  /** The label has a line of its own, and what the next line says has no label. */
  readonly isHeading?: boolean;
}

const INTERVIEWER =
  /^(?:haastattelija|interviewer(?:in)?|intervjuare|moderator|moderaattori|fasilitaattori|facilitator|tutkija|researcher|forskare|int|kysyjä|entrevistador(?:a|es|as)?)\.?(?: ?\d{1,2})?$/iu;
const QUESTION = /^(?:kysymys|question|fråga|frage|pergunta|pregunta|q)\.? ?\d{0,3}$/iu;
const GENERIC =
  /^(?:haastateltava|vastaaja|osallistuja|interviewee|respondent|participant|speaker|puhuja|informant|deltagare|talare|intervjuperson|vastaus|answer|svar)\.?[ _]?\d{0,3}$/iu;
/** H1, P12, SP3: a code that nobody writes by chance. */
const CODE = /^\p{Lu}{1,3}\d{1,3}$/u;
/** Theme 2, Covid 19, Anna 1: a person's only if it comes again. */
const NUMBERED = /^(?<word>\p{Lu}(?:[\p{Ll}\p{M}]+|[\p{Lu}\p{M}]{3,})) ?(?<number>\d{1,3})$/u;
/** Anna, ANNA K., Dr. Anna von Essen; scripts without capitals too. */
const NAME = /^[\p{Lu}\p{Lt}\p{Lo}]\S*(?: \S+){0,3}$/u;
/** von Essen, af Ursin, de la Cruz. */
const PARTICLE = /^(?:von|van|af|de|del|den|der|di|da|la|le|al|bin|zu)$/u;
const IN_BRACKETS = / *\([^()]*\)$/u;
const ASIDE =
  /^(?:huom(?:io|autus)?|esim(?:erkki|erkiksi)?|eli|siis|lisäksi|toisaalta|lyhyesti|p\.?s|n\.?b|note|example|for example|that is|in short|obs|exempel|till exempel|t\. ?ex|alltså|dessutom)\.?$/iu;

/** A name counts as a speaker's when it opens at least so many lines. */
const RECURS = 2;

/** Letters that stand for the one who asks and the one who answers, where there is nobody else. */
const PAIRS: readonly (readonly [asks: string, answers: string])[] = [
  ['K', 'V'],
  ['H', 'V'],
  ['F', 'S'],
];
/** Interviewer, Intervjuare. */
const ALONE = 'I';

/** `(S = student; I = interviewer)` */
const LEGEND = /(?<label>\p{L}[\p{L}\p{N}]{0,9})\s*=\s*(?<meaning>\p{L}+)/gu;
const LETTER = /^\p{Lu}$/u;
/** How far into a text its legend is looked for. */
const LEGEND_LENGTH = 2_000;

/** Whether a label says only "interviewee", so that a case needs a better name. */
export const isGenericLabel = (label: string): boolean => GENERIC.test(label);

/** Whether a label stands for somebody else in each interview, `V`, `Interviewee`. */
export const namesNobody = (label: string): boolean => GENERIC.test(label) || LETTER.test(label);

/** Whether a label is a code that stands for one person, `S1`. */
export const isCode = (label: string): boolean => CODE.test(label);

/** Whether a label may be a person's name, however often it comes: not `Lisäksi`, not `two things`. */
export const mayBeName = (label: string): boolean =>
  label.split(/\s+/u).every((word) => NAME.test(word) || PARTICLE.test(word)) && !ASIDE.test(label);

/**
 * The roles of those who are known to speak, by their names alone; what stands in brackets behind a
 * name tells nothing.
 */
export function rolesOf(speakers: Iterable<string>): Map<string, Role> {
  const labels = new Map([...speakers].map((name) => [name, name.replace(IN_BRACKETS, '')]));
  const asking = askingAmong([...new Set(labels.values())], new Set());
  return new Map(
    [...labels].map(([name, label]) => [name, asking.has(label) ? 'interviewer' : 'interviewee']),
  );
}

/**
 * What each of the labels opens that are speakers' or sections'; the others are words before a colon.
 *
 * @param interviewers labels that the transcript itself explains as the interviewer's
 */
export function recogniseSpeakers(
  lines: readonly LabelledLine[],
  interviewers: ReadonlySet<string>,
): Map<string, Part> {
  const places = placesOf(lines);
  const labels = [...places.keys()];
  const numbers = numberedOnce(places);
  const headings = timedHeadings(lines);
  const timed = timedNames(lines);
  // Where two are told by a letter, a third may come once.
  const besideLetters =
    labels.filter((label) => LETTER.test(label) && (places.get(label)?.count ?? 0) >= RECURS)
      .length >= 2;
  const speakers = withinLayout(
    labels.filter(
      (label) =>
        isSpeaker(label, places.get(label)?.count ?? 0, numbers) ||
        ((headings.has(label) || timed.has(label)) && mayBeName(label)) ||
        (LETTER.test(label) && besideLetters),
    ),
    places,
  );
  const asking = askingAmong(speakers, interviewers);
  const parts = new Map<string, Part>();
  for (const label of speakers) parts.set(label, asking.has(label) ? 'interviewer' : 'interviewee');
  if (parts.size === 0) return parts;
  for (const label of labels)
    if (!parts.has(label) && isOneOfSeries(label, numbers)) parts.set(label, 'section');
  return parts;
}

/**
 * The labels that stand with a time above what is said, `Anna  0:04`: speakers even if they come
 * once, where there are several and their times go up. A list of times has nothing in between.
 */
function timedHeadings(lines: readonly LabelledLine[]): Set<string> {
  const timed = lines.filter(({ at, speech }) => at !== undefined && speech === '');
  const goUp = timed.every(({ at = 0 }, i) => at >= (timed[i - 1]?.at ?? 0));
  const areHeadings = timed.every(({ isHeading }) => isHeading);
  return new Set(timed.length > 1 && goUp && areHeadings ? timed.map(({ label }) => label) : []);
}

const MOST = 0.8;

/** The labels of a text in which nearly every label tells a time, and the times go up: `0:16 Anna: Hi` */
function timedNames(all: readonly LabelledLine[]): ReadonlySet<string> {
  // `Started at 2026-06-15 10:00` names nobody.
  const lines = all.filter(({ label }) => mayBeName(label) || GENERIC.test(label));
  const timed = lines.filter(({ at, speech }) => at !== undefined && speech !== '');
  const goUp = timed.every(({ at = 0 }, i) => at >= (timed[i - 1]?.at ?? 0));
  const areMost = timed.length > 1 && timed.length >= lines.length * MOST;
  return new Set(goUp && areMost ? timed.map(({ label }) => label) : []);
}

/**
 * How many of the labelled lines, from the first, tell about the interview instead of being spoken:
 * a legend (`H: haastattelija`), or particulars (`Date: 8.12.2022`), which stand together.
 */
export function headerLength(lines: readonly LabelledLine[]): number {
  const told = lines.findIndex(({ speech }) => !INTERVIEWER.test(speech) && !GENERIC.test(speech));
  return Math.max(0, told, particularsLength(lines), apartLength(lines));
}

/** Longer than this, or asked, a line is speech. */
const PARTICULAR = /^[^?]{0,60}$/;

/** `Maija Meikäläinen`, `H5`: what stands behind a role that is told, not spoken. */
const isPerson = (speech: string): boolean =>
  CODE.test(speech) || (mayBeName(speech) && !/[.!?]$/u.test(speech));

/** Particulars that stand apart, each a paragraph, before anybody speaks. */
function apartLength(lines: readonly LabelledLine[]): number {
  const counts = new Map<string, number>();
  for (const { label } of lines) counts.set(label, (counts.get(label) ?? 0) + 1);
  let length = 0;
  let particulars = 0;
  for (const [i, { label, speech }] of lines.entries()) {
    const isRole = INTERVIEWER.test(label) || GENERIC.test(label);
    const once = counts.get(label) === 1 && !CODE.test(label) && !NUMBERED.test(label);
    if (speech === '' || !PARTICULAR.test(speech) || !(isRole ? isPerson(speech) : once)) break;
    if (!isRole) particulars++;
    length = i + 1;
  }
  return particulars >= 2 ? length : 0;
}

function particularsLength(lines: readonly LabelledLine[]): number {
  const next = lines.findIndex(({ afterBlank }, i) => i > 0 && afterBlank);
  const block = lines.slice(0, Math.max(0, next));
  const labels = new Set(block.map(({ label }) => label));
  if (block.length < 2 || labels.size < block.length) return 0;
  const later = new Set(lines.slice(next).map(({ label }) => label));
  const isRole = (label: string): boolean => INTERVIEWER.test(label) || GENERIC.test(label);
  const told = block.every(
    ({ label, speech }) =>
      PARTICULAR.test(speech) && (isRole(label) || !(CODE.test(label) || later.has(label))),
  );
  return told && block.some(({ label }) => !isRole(label)) ? block.length : 0;
}

/** The labels that a transcript's beginning explains as the interviewer's. */
export function explainedInterviewers(text: string, header: readonly LabelledLine[]): Set<string> {
  const labels = new Set<string>();
  for (const { groups } of text.slice(0, LEGEND_LENGTH).matchAll(LEGEND))
    if (groups?.label && INTERVIEWER.test(groups.meaning ?? '')) labels.add(groups.label);
  for (const { label, speech } of header) if (INTERVIEWER.test(speech)) labels.add(label);
  return labels;
}

interface Places {
  readonly count: number;
  readonly afterBlank: number;
  /** How often nothing is said behind it on its line. */
  readonly alone: number;
}

function placesOf(lines: readonly LabelledLine[]): Map<string, Places> {
  const places = new Map<string, Places>();
  for (const { label, afterBlank, speech } of lines) {
    const known = places.get(label);
    places.set(label, {
      count: (known?.count ?? 0) + 1,
      afterBlank: (known?.afterBlank ?? 0) + (afterBlank ? 1 : 0),
      alone: (known?.alone ?? 0) + (speech === '' ? 1 : 0),
    });
  }
  return places;
}

const wordOf = (label: string): string => label.replace(/[. ]*\d*$/u, '').toLowerCase();

/** How many different numbers each word comes with, of labels that stand once. */
function numberedOnce(places: ReadonlyMap<string, Places>): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const [label, { count }] of places)
    if (count === 1 && /\d$/u.test(label))
      numbers.set(wordOf(label), (numbers.get(wordOf(label)) ?? 0) + 1);
  return numbers;
}

const isSeries = (label: string, numbers: ReadonlyMap<string, number>): boolean =>
  (numbers.get(wordOf(label)) ?? 0) >= 2;

const isOneOfSeries = (label: string, numbers: ReadonlyMap<string, number>): boolean =>
  NUMBERED.test(label) && isSeries(label, numbers);

function isSpeaker(label: string, count: number, numbers: ReadonlyMap<string, number>): boolean {
  if (INTERVIEWER.test(label) || GENERIC.test(label)) return true;
  if (QUESTION.test(label)) return count >= RECURS || isSeries(label, numbers);
  if (CODE.test(label)) return true;
  return count >= RECURS && NAME.test(label) && !ASIDE.test(label);
}

/**
 * Where two speakers are always told apart by a blank line, or always by a line of their own, a label
 * that never stands so is a word inside their speech, unless it is plainly one of them (H2 beside H1).
 */
const withinLayout = (
  labels: readonly string[],
  places: ReadonlyMap<string, Places>,
): readonly string[] =>
  (['alone', 'afterBlank'] as const).reduce<readonly string[]>(
    (within, layout) => laidOut(within, places, layout),
    labels,
  );

function laidOut(
  labels: readonly string[],
  places: ReadonlyMap<string, Places>,
  layout: 'alone' | 'afterBlank',
): readonly string[] {
  const always = labels.filter((label) => {
    const place = places.get(label);
    return place && place.count >= RECURS && place[layout] === place.count;
  });
  if (always.length < 2) return labels;
  const alike = new Set(always.map(wordOf));
  return labels.filter(
    (label) =>
      (places.get(label)?.[layout] ?? 0) > 0 ||
      INTERVIEWER.test(label) ||
      GENERIC.test(label) ||
      (CODE.test(label) && alike.has(wordOf(label))),
  );
}

/** `K1`, `V1`, `K2`, `V2`: each question and its answer have a number of their own. */
function askingByNumber(speakers: readonly string[]): ReadonlySet<string> | null {
  const numbers = (letter: string): string =>
    speakers
      .flatMap((one) =>
        one.startsWith(letter) && /^\p{Lu}\d{1,3}$/u.test(one) ? one.slice(1) : [],
      )
      .sort()
      .join(' ');
  const pair = PAIRS.find(([asks, answers]) => {
    const asked = numbers(asks);
    return asked.includes(' ') && asked === numbers(answers);
  });
  return pair ? new Set(speakers.filter((one) => one.startsWith(pair[0]))) : null;
}

/** Those of the speakers that ask: by their label, by the legend, or by a custom of two letters. */
function askingAmong(
  speakers: readonly string[],
  explained: ReadonlySet<string>,
): ReadonlySet<string> {
  const asking = speakers.filter(
    (label) => INTERVIEWER.test(label) || QUESTION.test(label) || explained.has(label),
  );
  if (asking.length > 0) return new Set(asking);
  const numbered = askingByNumber(speakers);
  if (numbered) return numbered;
  const pair = PAIRS.find(
    (letters) => speakers.length === 2 && letters.every((one) => speakers.includes(one)),
  );
  if (pair) return new Set([pair[0]]);
  return new Set(speakers.length > 1 && speakers.includes(ALONE) ? [ALONE] : []);
}
