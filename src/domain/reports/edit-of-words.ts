import type { QuoteEdit } from '../project/report-records.ts';
import { Rejection } from '../rejection.ts';

/** An edit as somebody makes it: the words it is of, where they begin if that is known. */
export interface WordsToEdit {
  readonly words: string;
  readonly start: number | null;
  /** Leave the words out, put `text` in their place, or put it after them. */
  readonly how: 'omit' | 'replace' | 'after';
  readonly text: string;
}

/** @throws Rejection `words-not-found` where the quote does not have them. */
export function editOfWords(quote: string, { words, start, how, text }: WordsToEdit): QuoteEdit {
  const wanted = words.trim();
  const near = start === null ? -1 : quote.indexOf(wanted, start);
  const at = near < 0 ? quote.indexOf(wanted) : near;
  if (wanted === '' || at < 0) throw new Rejection('invalid', 'words-not-found', { words: wanted });
  const end = at + wanted.length;
  if (how === 'omit') return { kind: 'omit', start: at, end, text: '' };
  return { kind: 'insert', start: how === 'after' ? end : at, end, text };
}
