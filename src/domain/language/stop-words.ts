import type { Language } from '../project/records.ts';
import { STOP_WORDS_EN } from './stop-words-en.ts';
import { STOP_WORDS_FI } from './stop-words-fi.ts';
import { STOP_WORDS_SV } from './stop-words-sv.ts';

/**
 * Words that say nothing by themselves, as forms in lower case. They are left out of word counts
 * until a project has a list of its own. Words of content ("hyvä", "asia", "apu") are none of them.
 */
export const usualStopWords = (language: Language): readonly string[] => LISTS[language];

const LISTS: Readonly<Record<Language, readonly string[]>> = {
  fi: STOP_WORDS_FI,
  sv: STOP_WORDS_SV,
  en: STOP_WORDS_EN,
};
