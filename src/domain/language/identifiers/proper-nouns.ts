import type { Identifier } from './identifier.ts';
import { ALSO_WORDS, FIRST_NAMES } from './first-names.ts';
import { NameForms } from './name-forms.ts';
import { PLACES, PLACES_ALSO_WORDS, WELL_KNOWN } from './places-and-roles.ts';

const NAMES = new NameForms(FIRST_NAMES);
const TOWNS = new NameForms(PLACES);
const KNOWN = new NameForms(WELL_KNOWN);

const COMPANY =
  /^(?:Oy|Oyj|Ab|AB|Ky|Tmi|ry|rf|Ltd|LLC|Inc|GmbH|PLC|plc|Oy:n|Oyj:n|Ab:n|Oy:lle|Oy:ssä|Oy:stä|Oy:llä)$/u;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-'’:&][\p{L}\p{M}\p{N}]+)*/gu;

/** Whether some word of it is a first name. */
export const isPersonName = (text: string): boolean =>
  (text.match(WORD) ?? []).some((word) => NAMES.nameOf(word) !== null && isCapital(word));

const NAME_WORD =
  /(?<![\p{L}\p{N}])(?:[\p{Lu}\p{N}][\p{L}\p{M}\p{N}]*(?:[-'’:&][\p{L}\p{M}\p{N}]+)*|ry|rf|plc)(?![\p{L}\p{N}])/gu;
/** What stands before a word, back to the word before. */
const BEFORE = /[^\p{L}\p{N}]+$/u;
const SENTENCE = /[.?!:…–—\-"”“„(«»\n/[]/u;

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Its capital letter, if it has one, may be the sentence's. */
  readonly begins: boolean;
}

/**
 * Names of people, places, organisations, and other words with a capital letter inside a sentence.
 * Capitals that stand together are one name: "KT Interiorin".
 */
export function properNouns(text: string): Identifier[] {
  const found: Identifier[] = [];
  let run: Word[] = [];
  const close = (): void => {
    const identifier = identifierOf(run, text);
    if (identifier) found.push(identifier);
    run = [];
  };
  for (const word of wordsOf(text)) {
    const previous = run.at(-1);
    const joined = previous !== undefined && text.slice(previous.end, word.start) === ' ';
    if (run.length > 0 && (!joined || word.begins || !isPartOfName(word))) close();
    if (isPartOfName(word)) run.push(word);
  }
  close();
  return found;
}

/** Words that may be part of a name: those with a capital letter, and marks of companies. */
function wordsOf(text: string): Word[] {
  return [...text.matchAll(NAME_WORD)].map((match) => {
    const { index } = match;
    const before = BEFORE.exec(text.slice(Math.max(0, index - 8), index))?.[0] ?? '';
    const begins = index === 0 || SENTENCE.test(before);
    return { text: match[0], start: index, end: index + match[0].length, begins };
  });
}

const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);
/** "CRM", "B2B:ssä", "OK", "H7": no name by itself. */
const isAcronym = (word: string): boolean => /^(?:\p{Lu}|\p{N})+(?:[-:]\p{Ll}+)*$/u.test(word);
const isPartOfName = ({ text }: Word): boolean => isCapital(text) || COMPANY.test(text);

function identifierOf(run: readonly Word[], text: string): Identifier | null {
  const words = [...run];
  // A capital that begins a sentence may be its alone: the run begins behind it, unless it is a name.
  while (words[0]?.begins === true && !isNameAtStart(words[0].text) && !isCompany(words))
    words.shift();
  const [first] = words;
  const last = words.at(-1);
  if (!first || !last) return null;
  const kind = kindOf(words);
  if (kind === null) return null;
  return {
    kind,
    start: first.start,
    end: last.end,
    text: text.slice(first.start, last.end),
    unlessOrdinary: isCompany(words)
      ? []
      : words.filter(({ text: word }) => !isAcronym(word)).map(lowered),
  };
}

const lowered = ({ text }: Word): string => text.toLowerCase();
const isCompany = (words: readonly Word[]): boolean =>
  words.length > 1 && words.some(({ text }, i) => i > 0 && COMPANY.test(text));

function isNameAtStart(word: string): boolean {
  const name = NAMES.nameOf(word);
  const town = TOWNS.nameOf(word);
  return (
    (name !== null && !ALSO_WORDS.has(name)) || (town !== null && !PLACES_ALSO_WORDS.has(town))
  );
}

function kindOf(words: readonly Word[]): Identifier['kind'] | null {
  if (isCompany(words)) return 'organisation';
  const telling = words.filter(
    ({ text }) => !isAcronym(text) && !COMPANY.test(text) && KNOWN.nameOf(text) === null,
  );
  if (telling.length === 0) return null;
  if (telling.some(({ text }) => NAMES.nameOf(text) !== null)) return 'name';
  if (telling.some(({ text }) => TOWNS.nameOf(text) !== null)) return 'place';
  return 'proper-noun';
}
