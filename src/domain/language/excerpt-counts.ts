import type { Language } from '../project/records.ts';
import type { Span } from '../text/span.ts';
import { withoutQuotedSpeech } from './quoted-speech.ts';
import { GAP, rule } from './quantifier-rules.ts';
import { QUANTIFIERS } from './quantifiers.ts';

/** A place of a running text that says how many excerpts there are: "viidessä otteessa". */
export interface ExcerptCount extends Span {
  readonly text: string;
  readonly count: number;
  /** It says of all that there are: "yhteensä 14 otetta". */
  readonly isWhole: boolean;
}

interface Words {
  readonly noun: string;
  readonly whole: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  fi: {
    noun: String.raw`(?:(?:aineisto|teksti)-?)?(?:ote|otetta|otteen|ottee(?:ssa|sta|lla))`,
    whole: `yhteensä${GAP}`,
  },
  en: {
    noun: '(?:excerpts?|passages?|extracts?)',
    whole: `(?:altogether|in${GAP}all|in${GAP}total|a${GAP}total${GAP}of)${GAP}(?:in${GAP})?`,
  },
  sv: { noun: '(?:utdrag|excerpt(?:er)?)', whole: `(?:sammanlagt|totalt)${GAP}` },
};

/** In order of the text; what is quoted is no claim of it. Neither are shares ("1,5") nor ranges. */
export function excerptCountsIn(text: string, language: Language): ExcerptCount[] {
  const { numberSource, numberOf } = QUANTIFIERS[language];
  const { noun, whole } = WORDS[language];
  const { pattern } = rule(
    String.raw`(?<!\d[.,–-]\s?)(?<whole>${whole})?(?<n>${numberSource})${GAP}${noun}`,
    null,
  );
  return [...withoutQuotedSpeech(text).matchAll(pattern)].flatMap((match) => {
    const { n = '', whole: isWhole } = match.groups ?? {};
    const count = numberOf(n);
    if (count === null) return [];
    const [start, end] = [match.index, match.index + match[0].length];
    return [{ start, end, text: text.slice(start, end), count, isWhole: isWhole !== undefined }];
  });
}
