import type { Language } from '../project/records.ts';
import { englishQuantifiers } from './quantifiers-en.ts';
import { finnishQuantifiers } from './quantifiers-fi.ts';
import { swedishQuantifiers } from './quantifiers-sv.ts';
import { withoutQuotedSpeech } from './quoted-speech.ts';
import type { Amount, QuantifierClaim } from './quantifier-claim.ts';
import { NONE, type QuantifierLanguage, type Respondent } from './quantifier-rules.ts';

/** What each language brings. */
export const QUANTIFIERS: Readonly<Record<Language, QuantifierLanguage>> = {
  fi: finnishQuantifiers,
  en: englishQuantifiers,
  sv: swedishQuantifiers,
};

/** More names than this are not listed in a sentence. */
const LISTED_NAMES = 12;

/** A number as running text has it: up to twelve as a word. */
export const numberInWords = (language: Language, value: number): string =>
  QUANTIFIERS[language].inWords(value);

export interface Draft {
  readonly language: Language;
  /** Those whose excerpts carry the theme, in the project's order. */
  readonly caseNames: readonly string[];
  /** All interviewees of the project. */
  readonly caseCount: number;
  readonly excerptCount: number;
  readonly themeName: string;
  /** In place of `themeName`: the themes that answer a research question. */
  readonly themeNames?: readonly string[];
  /** Interviewees unless said otherwise. */
  readonly who?: Respondent;
}

/**
 * A sentence that says how many interviewees speak of a theme, and no more than is coded:
 * "Viisi seitsemästä haastateltavasta (H1, H2, H4, H5, H7) puhui teemasta …".
 *
 * @returns '' where the project has no interviewees.
 */
export function draftedSentence(draft: Draft): string {
  const { language, caseNames, caseCount, excerptCount, themeName } = draft;
  if (caseCount === 0) return '';
  return QUANTIFIERS[language].sentence({
    names: caseNames.length > LISTED_NAMES ? '' : ` (${caseNames.join(', ')})`,
    count: caseNames.length,
    total: caseCount,
    excerptCount,
    theme: themeName,
    ...(draft.themeNames && { themes: draft.themeNames }),
    who: draft.who ?? 'interviewee',
  });
}

/**
 * The places of a running text (Markdown) that say how many interviewees something holds for, in
 * order of the text. Left out are quoted speech, as what an interviewee says of "everyone" is no claim
 * of the report, and what is denied ("most did not mention").
 */
export function quantifiersIn(text: string, language: Language): QuantifierClaim[] {
  if (text.trim() === '') return [];
  const { rules, numberOf, negation } = QUANTIFIERS[language];
  const own = withoutQuotedSpeech(text);
  const claims: QuantifierClaim[] = [];
  for (const { pattern, amount } of rules)
    for (const match of own.matchAll(pattern)) {
      const claim = claimOf(match, amount, numberOf);
      if (claim) claims.push(claim);
    }
  return longestFirst(claims)
    .map((claim) => withNames(own, text, claim))
    .filter(
      (claim) => claim.amount === NONE || !negation.test(own.slice(claim.end, claim.end + 40)),
    );
}

function claimOf(
  match: RegExpExecArray,
  given: Amount | null,
  numberOf: (word: string) => number | null,
): QuantifierClaim | null {
  const { n, of, percent, only } = match.groups ?? {};
  const amount =
    given ?? percentAmount(percent) ?? countAmount(n === undefined ? null : numberOf(n));
  if (!amount) return null;
  const start = match.index;
  return {
    start,
    end: start + match[0].length,
    text: match[0],
    amount,
    total: of === undefined ? null : numberOf(of),
    exact: only !== undefined || of !== undefined,
    names: [],
  };
}

const countAmount = (count: number | null): Amount | null =>
  count === null ? null : { of: 'count', interval: { min: count, max: count } };

/** As exact as it is written: 71 % stands for 70.5–71.5 %. */
function percentAmount(percent: string | undefined): Amount | null {
  if (percent === undefined) return null;
  const value = Number(percent.replace(',', '.'));
  const half = 0.5 / 10 ** (percent.split(/[.,]/)[1]?.length ?? 0);
  if (value > 100) return null;
  return {
    of: 'share',
    interval: { min: (value - half) / 100, max: (value + half) / 100 },
  };
}

/** Where claims overlap, the one that begins first counts, and of those the longest. */
function longestFirst(claims: readonly QuantifierClaim[]): QuantifierClaim[] {
  const kept: QuantifierClaim[] = [];
  let end = 0;
  for (const claim of [...claims].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (claim.start < end) continue;
    kept.push(claim);
    end = claim.end;
  }
  return kept;
}

/** With the names in the brackets that follow it. */
function withNames(own: string, text: string, claim: QuantifierClaim): QuantifierClaim {
  const listed = /^\s*\(([^()]{1,400})\)/.exec(own.slice(claim.end, claim.end + 420));
  if (!listed) return { ...claim, text: text.slice(claim.start, claim.end) };
  const end = claim.end + listed[0].length;
  const names = (listed[1] ?? '').split(/\s*[,;]\s*|\s+(?:ja|sekä|and|och)\s+/u);
  return {
    ...claim,
    end,
    text: text.slice(claim.start, end),
    names: names.map((name) => name.trim()).filter((name) => name !== ''),
  };
}
