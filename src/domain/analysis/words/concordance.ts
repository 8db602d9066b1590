import type { CaseId, TranscriptId } from '../../ids.ts';
import { formOf, tokens, type Token } from '../../language/tokens.ts';
import type { Transcript } from '../../project/records.ts';
import type { Span } from '../../text/span.ts';
import type { Turn } from '../../text/turns.ts';
import { formsOf } from './forms-of.ts';
import { caseOfTurn, spokenBy, type SpokenBy, type SpokenWords } from './spoken-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** All forms of the words asked for, or only these. */
export const WORD_MATCHES = ['forms', 'exact'] as const;
export type WordMatch = (typeof WORD_MATCHES)[number];

export const CONCORDANCE_ORDERS = ['place', 'left', 'right'] as const;
export type ConcordanceOrder = (typeof CONCORDANCE_ORDERS)[number];

export interface ConcordanceOptions {
  /** A word or a phrase; a word that ends in "*" is any that begins so. */
  readonly words: string;
  readonly match: WordMatch;
  readonly by: SpokenBy;
  readonly caseId: CaseId | null;
}

/** A key word in its context, both within one turn; spans are of the canonical text. */
export interface ConcordanceLine extends Span {
  readonly transcriptId: TranscriptId;
  readonly caseId: CaseId;
  /** From 1. */
  readonly turn: number;
  readonly left: string;
  readonly hit: string;
  readonly right: string;
}

/** Whether a word of a text is the one asked for. */
export type Matches = (token: Token) => boolean;

/** What a word of a text has to be to be each word asked for, in turn; none where nothing was asked. */
export function matchersOf(
  { words, match }: Pick<ConcordanceOptions, 'words' | 'match'>,
  vocabulary: Vocabulary,
): Matches[] {
  return words
    .trim()
    .split(/\s+/)
    .flatMap((word): Matches[] => {
      const asked = [...tokens(word)];
      const last = asked.at(-1);
      return asked.map(({ form, start }) => {
        if (word.endsWith('*') && start === last?.start)
          return (token) => token.form.startsWith(form);
        if (match === 'exact') return (token) => token.form === formOf(form);
        const isForm = formsOf(form, vocabulary);
        return (token) => isForm(token.form);
      });
    });
}

/** How the words are found in one transcript. */
export interface Finder {
  readonly matchers: readonly Matches[];
  /**
   * Of the word that has the fewest forms here, these: a turn without any of them has no place. Null
   * where that is not known.
   */
  readonly rarest: readonly string[] | null;
}

/**
 * What to look for in a transcript that was counted: each word by the forms it has there. Null where
 * a word has none, and the text need not be read.
 */
export function finderOf(
  matchers: readonly Matches[],
  { forms }: Vocabulary,
): (words: readonly SpokenWords[]) => Finder | null {
  const wanted = matchers.map((matches) =>
    Uint8Array.from(forms, (form) => Number(matches({ form, start: 0, end: 0 }))),
  );
  return (words) => {
    const present = wanted.map((isWanted) => formsAmong(words, isWanted, forms));
    if (present.some(({ size }) => size === 0)) return null;
    const [rarest] = [...present].sort((a, b) => a.size - b.size);
    return {
      matchers: present.map(
        (some) =>
          ({ form }: Token) =>
            some.has(form),
      ),
      rarest: [...(rarest ?? [])],
    };
  };
}

function formsAmong(
  words: readonly SpokenWords[],
  isWanted: Uint8Array,
  names: readonly string[],
): Set<string> {
  const found = new Set<string>();
  for (const { forms } of words)
    for (const form of forms) if (isWanted[form] === 1) found.add(names[form] ?? '');
  return found;
}

/** As much of a turn as stands beside the word. */
const CONTEXT = 120;

/** Every place of a transcript where the words stand one after the other in a turn, in order. */
export function concordanceLines(
  transcript: Transcript,
  text: string,
  { matchers, rarest }: Finder,
  { by, caseId }: Pick<ConcordanceOptions, 'by' | 'caseId'>,
): ConcordanceLine[] {
  const lines: ConcordanceLine[] = [];
  const roleOf = spokenBy(transcript.turns);
  transcript.turns.forEach((turn, i) => {
    const speaker = caseOfTurn(transcript, turn);
    if (by !== 'everyone' && roleOf(turn) !== by) return;
    if (caseId !== null && speaker !== caseId) return;
    if (!mayHold(text.slice(turn.body, turn.end), rarest)) return;
    for (const span of hitsIn(text, turn, matchers))
      lines.push({
        ...span,
        transcriptId: transcript.id,
        caseId: speaker,
        turn: i + 1,
        ...contextOf(text, turn, span),
      });
  });
  return lines;
}

/** More forms than these are not looked for one by one. */
const MOST_FORMS = 30;

function mayHold(said: string, forms: readonly string[] | null): boolean {
  if (forms === null || forms.length > MOST_FORMS) return true;
  // Where a small sigma stands decides its form: in a part of a word it may be another one.
  if (said.includes('Σ')) return true;
  const plain = formOf(said);
  return forms.some((form) => plain.includes(form));
}

function* hitsIn(text: string, turn: Turn, matchers: readonly Matches[]): Generator<Span> {
  const [first] = matchers;
  if (!first) return;
  const all = [...tokens(text, turn.body, turn.end)];
  for (let i = 0; i + matchers.length <= all.length; i++) {
    if (!matchers.every((matches, j) => matches(all[i + j]!))) continue;
    yield { start: all[i]!.start, end: all[i + matchers.length - 1]!.end };
  }
}

function contextOf(text: string, turn: Turn, { start, end }: Span) {
  const from = Math.max(turn.body, start - CONTEXT);
  const to = Math.min(turn.end, end + CONTEXT);
  const flat = (part: string): string => part.replace(/\s+/g, ' ');
  const left = flat(text.slice(from, start));
  const right = flat(text.slice(end, to)).trimEnd();
  return {
    // A word or a character that the bound cuts is left out.
    left: from > turn.body ? left.replace(/^\S*\s/, '') : left.trimStart(),
    hit: flat(text.slice(start, end)),
    right: to < turn.end ? right.replace(/\s\S*$/, '') : right,
  };
}

/** By place as they come; by the words before, the nearest first; by the words after. */
export function inOrder(
  lines: readonly ConcordanceLine[],
  order: ConcordanceOrder,
  language: string,
): ConcordanceLine[] {
  if (order === 'place') return [...lines];
  const collator = new Intl.Collator(language);
  const keyOf = ({ left, right }: ConcordanceLine): string =>
    order === 'right'
      ? [...tokens(right)].map(({ form }) => form).join(' ')
      : [...tokens(left)]
          .map(({ form }) => form)
          .reverse()
          .join(' ');
  return lines
    .map((line) => ({ line, key: keyOf(line) }))
    .sort((a, b) => collator.compare(a.key, b.key))
    .map(({ line }) => line);
}
