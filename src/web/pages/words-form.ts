import * as z from 'zod';
import { stopWords, wordMerges } from '../api/schemas-analysis.ts';
import { linesOf } from './form.ts';

/** "word = other, other", a line each; a line without "=" says nothing. */
const mergesOf = linesOf.transform((lines) =>
  lines.flatMap((line) => {
    const [word = '', others = ''] = line.split('=');
    const list = others.split(/[,;]/).filter((other) => other.trim() !== '');
    return word.trim() === '' || list.length === 0 ? [] : [{ word, others: list }];
  }),
);

/** The word lists as the page sends them: both of them, one word to hide, or the wish for the usual list. */
export const wordsForm = z.object({
  back: z
    .string()
    .max(2_000)
    .default('')
    .transform((search) => new URLSearchParams(search).toString()),
  reset: z
    .string()
    .optional()
    .transform((value) => value !== undefined),
  hide: z.string().trim().min(1).max(100).toLowerCase().optional(),
  stopWords: linesOf.pipe(stopWords).optional(),
  wordMerges: mergesOf.pipe(wordMerges).optional(),
});
