import { analysedSpans, type Turn } from './turns.ts';
import { countWords } from './words.ts';

/** How many words the interviewees speak; all that is spoken counts where nobody is named. */
export const wordsSpoken = (text: string, turns: readonly Turn[]): number =>
  analysedSpans(turns).reduce((sum, { start, end }) => sum + countWords(text.slice(start, end)), 0);
