import { folded } from '../codebook/search-codebook.ts';

/** The words of a text that may tell questions apart: case and accents aside, without the shortest. */
export const wordsIn = (text: string): string[] => [
  ...new Set(
    (folded(text).match(/[\p{L}\p{N}]+/gu) ?? []).filter(
      (word) => word.length >= SHORTEST_WORD && /\p{L}/u.test(word),
    ),
  ),
];

const SHORTEST_WORD = 3;
/** Fewer letters in common than this say nothing, unless the words are the same. */
const STEM = 4;

/**
 * Whether two words may be forms of one: they begin alike for more than half of the longer and most
 * of the shorter. So `asiakaskokemus` is `asiakaskokemusta`, `measured` is `measure`; `asiakas`, half
 * of `asiakaskokemus`, is another word.
 */
export function areForms(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  let common = 0;
  while (common < short.length && short[common] === long[common]) common++;
  return common >= STEM && common > long.length / 2 && common >= short.length * 0.7;
}

/** A set of words that finds the forms of a word in it. */
export class WordForms {
  readonly #byStem = new Map<string, string[]>();

  constructor(words: Iterable<string>) {
    for (const word of words) {
      const stem = word.slice(0, STEM);
      this.#byStem.set(stem, [...(this.#byStem.get(stem) ?? []), word]);
    }
  }

  has(word: string): boolean {
    return this.#byStem.get(word.slice(0, STEM))?.some((one) => areForms(one, word)) ?? false;
  }
}

/** The share of their words that two texts have in common, 0–1 (Dice 1945), forms of a word as one. */
export function likeness(a: string, b: string): number {
  const [inA, inB] = [wordsIn(a), wordsIn(b)];
  if (inA.length + inB.length === 0) return 0;
  const [formsA, formsB] = [new WordForms(inA), new WordForms(inB)];
  const shared =
    inA.filter((word) => formsB.has(word)).length + inB.filter((word) => formsA.has(word)).length;
  return shared / (inA.length + inB.length);
}
