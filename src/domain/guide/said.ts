import type { Turn } from '../text/turns.ts';
import { wordsIn } from './word-likeness.ts';

/** What was said in a turn that may ask a question of the guide. */
export interface Said {
  /** Where the turn starts. */
  readonly start: number;
  /** What stands before the colon, which may itself be `Question 3`. */
  readonly label: string;
  readonly text: string;
  /** Whether the interviewer is known to speak. */
  readonly isAsking: boolean;
  /** The text's words as questions are compared by, where somebody has already found them. */
  readonly words?: readonly string[];
}

/** A question is asked at the beginning of a turn; a longer one is a talk. */
const LONGEST = 1_000;

/** The turns in which questions are asked: the interviewer's, or nobody's where there is none. */
export function askingTurns(turns: readonly Turn[]): Turn[] {
  const asking = turns.filter(({ role }) => role === 'interviewer');
  return asking.length > 0 ? asking : turns.filter(({ speaker }) => speaker === null);
}

export const saidIn = (text: string, turns: readonly Turn[]): Said[] =>
  askingTurns(turns).map(({ start, body, end, speaker, role }) => ({
    start,
    label: speaker ?? '',
    text: text.slice(body, Math.min(end, body + LONGEST)).trim(),
    isAsking: role === 'interviewer',
  }));

/** With the words found beforehand, so that who compares them with a guide later need not. */
export const withWords = (said: readonly Said[]): Said[] =>
  said.map((one) => ({ ...one, words: wordsIn(one.text) }));
