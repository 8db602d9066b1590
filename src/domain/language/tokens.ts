import type { Span } from '../text/span.ts';

export interface Token extends Span {
  /** In lower case, apostrophes alike. */
  readonly form: string;
}

/** Letters and digits, within a word also hyphens and apostrophes: "asiakas-", "don’t", "2000-luku". */
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;

/** The words of a part of a text, in order; punctuation and white space are none. */
export function* tokens(text: string, from = 0, to = text.length): Generator<Token> {
  const part = text.slice(from, to);
  for (const { 0: word, index } of part.matchAll(WORD)) {
    const start = from + index;
    yield { start, end: start + word.length, form: formOf(word) };
  }
}

export const formOf = (word: string): string => word.toLowerCase().replaceAll('’', "'");
