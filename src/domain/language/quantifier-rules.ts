import type { Amount, Interval } from './quantifier-claim.ts';

/**
 * A way to say how many. The pattern's named groups: `n` a number of interviewees, `of` the number
 * of all, `percent`, `only` a word that leaves no room.
 */
export interface QuantifierRule {
  readonly pattern: RegExp;
  /** null where the number or percentage itself is the amount. */
  readonly amount: Amount | null;
}

export type Respondent = 'interviewee' | 'respondent';

/** What a drafted sentence says; `names` is empty where there are too many to list. */
export interface SentenceParts {
  readonly names: string;
  readonly count: number;
  readonly total: number;
  readonly excerptCount: number;
  /** In place of `theme`: all that answer a research question. */
  readonly themes?: readonly string[];
  readonly theme: string;
  readonly who: Respondent;
}

/** What each language brings. */
export interface QuantifierLanguage {
  readonly rules: readonly QuantifierRule[];
  /** At the beginning of what follows: something is denied, which no count of excerpts can tell. */
  readonly negation: RegExp;
  /** A pattern of numbers, in words and digits. */
  readonly numberSource: string;
  /** The number a word or digits stand for, whatever their case; null for other words. */
  readonly numberOf: (word: string) => number | null;
  /** A small number as a word, a larger one in digits: as running text has them. */
  readonly inWords: (value: number) => string;
  readonly sentence: (parts: SentenceParts) => string;
}

const share = (interval: Interval): Amount => ({ of: 'share', interval });
const atLeast = (min: number): Amount => ({ of: 'count', interval: { min, max: Infinity } });

export const ALL = share({ min: 1, max: 1 });
export const NEARLY_ALL = share({ min: 0.75, max: 1, maxOpen: true });
export const NOT_ALL = share({ min: 0, max: 1, maxOpen: true });
export const MOST = share({ min: 0.5, max: 1, minOpen: true });
export const HALF = share({ min: 0.45, max: 0.55 });
export const UNDER_HALF = share({ min: 0, max: 0.5, maxOpen: true });
export const FEW_OF_ALL = share({ min: 0, max: 0.34 });
export const NONE = share({ min: 0, max: 0 });
export const SOME = atLeast(1);
export const A_FEW = atLeast(2);
export const MANY = atLeast(3);
export const about = (value: number): Amount =>
  share({ min: Math.max(0, value - 0.05), max: Math.min(1, value + 0.05) });

/** Between words: white space and the marks of Markdown. */
export const GAP = String.raw`[\s*_]+`;

/** The pattern as whole words, wherever they stand. */
export const rule = (source: string, amount: Amount | null): QuantifierRule => ({
  pattern: new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${source})(?![\p{L}\p{N}])`, 'giu'),
  amount,
});

/** Number words by value, from patterns that cover their forms. */
export function numberWords(forms: readonly (readonly [number, string])[]): {
  readonly source: string;
  readonly numberOf: (word: string) => number | null;
} {
  const whole = forms.map(
    ([value, source]) => [value, new RegExp(`^(?:${source})$`, 'iu')] as const,
  );
  return {
    source: String.raw`\d{1,4}(?::\p{L}+)?|${forms.map(([, source]) => source).join('|')}`,
    numberOf: (word) =>
      /^\d/.test(word)
        ? Number.parseInt(word, 10)
        : (whole.find(([, pattern]) => pattern.test(word))?.[0] ?? null),
  };
}

/** Capital letter first, as a sentence begins. */
export const asSentence = (text: string): string =>
  text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** Names in quotation marks, as the language lists them: “A”, “B” and “C”. */
export const listed = (
  names: readonly string[],
  open: string,
  close: string,
  locale: string,
): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(
    names.map((name) => open + name + close),
  );
