import { LANGUAGES, type Language } from '../project/records.ts';
import { usualStopWords } from './stop-words.ts';
import { tokens } from './tokens.ts';

const LISTS = LANGUAGES.map((language) => ({ language, words: new Set(usualStopWords(language)) }));

/** Below this share of words that carry a text along, it is in another language. */
const LEAST_SHARE = 0.15;
/** The best has to be so many times as likely as the next. */
const MARGIN = 1.5;
/** Words: enough to tell, and not a whole book. */
const LOOKED_AT = 5_000;
const LEAST_WORDS = 20;

/**
 * In which of the languages a text is, told by the words that every text is full of ("and", "että",
 * "och"); null where it is too short or in none of them.
 */
export function guessLanguage(text: string): Language | null {
  const counts = new Map<Language, number>();
  let total = 0;
  for (const { form } of tokens(text)) {
    if (total === LOOKED_AT) break;
    total++;
    for (const { language, words } of LISTS)
      if (words.has(form)) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const [best, next] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!best || total < LEAST_WORDS || best[1] < total * LEAST_SHARE) return null;
  return best[1] >= MARGIN * (next?.[1] ?? 0) ? best[0] : null;
}
