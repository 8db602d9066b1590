import type { CaseId, TranscriptId } from '../../ids.ts';
import { formOf, tokens, type Token } from '../../language/tokens.ts';
import type { Transcript } from '../../project/records.ts';
import type { Span } from '../../text/span.ts';
import type { Turn } from '../../text/turns.ts';
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

type Matches = (token: Token) => boolean;

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
        const id = vocabulary.stemOf(form);
        return (token) => vocabulary.stems[vocabulary.idOf(token.form)] === id;
      });
    });
}

/**
 * Whether a transcript that was counted may hold the words: each of them is among its forms. Where it
 * does not, its text need not be read.
 */
export function holderOf(
  matchers: readonly Matches[],
  { forms }: Vocabulary,
): (words: readonly SpokenWords[]) => boolean {
  const wanted = matchers.map((matches) =>
    Uint8Array.from(forms, (form) => Number(matches({ form, start: 0, end: 0 }))),
  );
  return (words) =>
    wanted.every((isWanted) =>
      words.some((part) => part.forms.some((form) => isWanted[form] === 1)),
    );
}

/** As much of a turn as stands beside the word. */
const CONTEXT = 120;

/** Every place of a transcript where the words stand one after the other in a turn, in order. */
export function concordanceLines(
  transcript: Transcript,
  text: string,
  matchers: readonly Matches[],
  { by, caseId }: ConcordanceOptions,
): ConcordanceLine[] {
  const lines: ConcordanceLine[] = [];
  const roleOf = spokenBy(transcript.turns);
  transcript.turns.forEach((turn, i) => {
    const speaker = caseOfTurn(transcript, turn);
    if (by !== 'everyone' && roleOf(turn) !== by) return;
    if (caseId !== null && speaker !== caseId) return;
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
