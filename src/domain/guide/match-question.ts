import type { AskedQuestion, Guide, GuideQuestion } from '../project/records.ts';
import { questionsOf, sameNumber } from './questions.ts';
import type { Said } from './said.ts';
import { wordsIn, WordForms } from './word-likeness.ts';

/**
 * How much of a question's words a turn must hold to be taken for it. A word that many questions
 * share weighs less: in a guide about customer experience "customer experience" tells nothing.
 * Over a real guide (17 questions, 7 interviews, 57 questions asked) every one is found without its
 * number, and with every third word left out; of the 62 answers, which use the same words, 2 would be
 * taken for a question if the interviewer gave them. What is left is told by hand.
 */
export const ENOUGH = 0.55;
/** Two words in common happen by chance ("what does it mean?"). */
const FEWEST_WORDS = 3;

const OPENING = String.raw`^[\s"'“”‘’«»()[\]*_–—-]*`;
const NUMBER = String.raw`(\d{1,3}(?:\.\d{1,2})?\p{Ll}?)`;
/** `Question 3`, `Kysymys 3:`, `Q3` */
const NAMED = new RegExp(
  `${OPENING}(?:kysymys|question|fråga|frage|q|k)[\\s.:#]*${NUMBER}(?![\\p{L}\\p{N}])`,
  'iu',
);
/** `3. What`, `3) What`, `3.1 What`; not `3 years`, `10:30`. */
const BARE = new RegExp(
  `${OPENING}${NUMBER}(?:\\s?[.):]\\s*|(?<=\\.\\d{1,2})\\s+)(?=\\p{L})`,
  'iu',
);

export type Match = Pick<AskedQuestion, 'by'> & { readonly question: GuideQuestion };

/**
 * Which question of the guide a turn asks: the one whose number it opens with, else the one whose
 * words it holds. A number counts only where the interviewer is known to speak, and gives way to
 * words where it shares none with its question and all but says another.
 */
export function questionMatcher(guide: Guide): (said: Said) => Match | null {
  const questions = questionsOf(guide).map((question) => ({
    question,
    words: wordsIn(question.text),
  }));
  if (questions.length === 0) return () => null;
  const weigh = weigher(questions.map(({ words }) => words));
  const weighed = questions.map(({ question, words }) => ({
    question,
    words: words.map((word) => ({ word, weight: weigh(word) })),
  }));
  return ({ label, text, isAsking, words }) => {
    const forms = new WordForms(words ?? wordsIn(text));
    const best = bestOf(weighed, forms);
    const number = isAsking
      ? (NAMED.exec(label) ?? NAMED.exec(text) ?? BARE.exec(text))?.[1]
      : null;
    const named = number && weighed.find((one) => sameNumber(one.question.number, number));
    if (named && !(best && shareOf(named, forms).share === 0))
      return { question: named.question, by: 'number' };
    return best ? { question: best, by: 'words' } : null;
  };
}

interface Weighed {
  readonly question: GuideQuestion;
  readonly words: readonly { readonly word: string; readonly weight: number }[];
}

/** A word weighs one over the number of questions that hold it. */
function weigher(questions: readonly (readonly string[])[]): (word: string) => number {
  const all = questions.map((words) => new WordForms(words));
  return (word) => 1 / Math.max(1, all.filter((forms) => forms.has(word)).length);
}

function bestOf(questions: readonly Weighed[], said: WordForms): GuideQuestion | null {
  let best: GuideQuestion | null = null;
  let most = 0;
  for (const one of questions) {
    const { share, count } = shareOf(one, said);
    if (share < ENOUGH || share <= most || count < Math.min(FEWEST_WORDS, one.words.length))
      continue;
    best = one.question;
    most = share;
  }
  return best;
}

/** How much of a question was said: of its words' weight, and how many of them. */
function shareOf({ words }: Weighed, said: WordForms): { share: number; count: number } {
  const held = words.filter(({ word }) => said.has(word));
  const sum = (some: Weighed['words']): number => some.reduce((all, { weight }) => all + weight, 0);
  return { share: words.length === 0 ? 0 : sum(held) / sum(words), count: held.length };
}
