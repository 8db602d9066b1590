/** Shorter words find room as they are. */
const LONG_WORD = /[\p{L}\p{M}]{16,}/gu;
const VOWEL = 'aeiouyåäöAEIOUYÅÄÖ';
/** Before a consonant and its vowel, once there was a vowel: how Finnish is divided. */
const SYLLABLE = new RegExp(
  `(?<=[${VOWEL}]\\p{L}*)(?<=\\p{L}{2})(?=[^\\P{L}${VOWEL}][${VOWEL}]\\p{L})`,
  'gu',
);

/**
 * A name for a narrow place, its long words with soft hyphens where they may be divided. Browsers
 * divide words of many languages by themselves; Finnish, which has the longest, is not among them
 * everywhere.
 */
export const withSoftHyphens = (name: string, language: string): string =>
  language === 'fi' ? name.replace(LONG_WORD, (word) => word.replace(SYLLABLE, '\u00ad')) : name;
