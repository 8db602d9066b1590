import type { Amount } from './quantifier-claim.ts';
import {
  listed,
  A_FEW,
  about,
  ALL,
  asSentence,
  FEW_OF_ALL,
  GAP,
  HALF,
  MANY,
  MOST,
  NEARLY_ALL,
  NONE,
  NOT_ALL,
  numberWords,
  rule,
  SOME,
  UNDER_HALF,
  type QuantifierLanguage,
  type QuantifierRule,
  type SentenceParts,
} from './quantifier-rules.ts';

const WORDS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const { source: NUMBER, numberOf } = numberWords(
  WORDS.map((word, i): [number, string] => [i + 1, word]).sort((a, b) => b[1].length - a[1].length),
);

const PERSON =
  '(?:interviewees?|respondents?|participants?|informants?|people interviewed|those interviewed)';
const COUNTED = String.raw`(?:${PERSON}|interviews?)(?!\s*,?\s+(?:who|whose|that)(?![\p{L}]))`;
const OF = `(?:${GAP}of)?(?:${GAP}(?:the|our|these|those))?(?:${GAP}(?<of>${NUMBER}))?${GAP}`;
/** What people alone do, and what hardly stands before a noun it describes. */
const SAID =
  '(?:said|felt|emphasi[sz]ed|stressed|told|talked|spoke|agreed|thought|believed|pointed|wished|hoped)';
/** The same and more, behind a word that means people anyway. */
const PEOPLE_SAID = `(?:${SAID}|mentioned|described|noted|reported|saw|raised|considered|brought)`;

const before = (quantifier: string, amount: Amount): QuantifierRule[] => [
  rule(`${quantifier}${OF}${COUNTED}`, amount),
  rule(`${quantifier}(?:${GAP}of${GAP}them)?(?=${GAP}${SAID}(?!\\p{L}))`, amount),
];

const EVERY = `(?:all|every|each|every${GAP}single(?:${GAP}one)?|every${GAP}one)`;
const MAJORITY = `(?:most|the${GAP}majority|(?:an?|the)${GAP}(?:large|great|clear|vast|small|overwhelming)${GAP}majority|a${GAP}majority|more${GAP}than${GAP}half|over${GAP}half)`;
const ALMOST = '(?:nearly|almost|virtually|practically)';
const ONLY = `(?<only>(?:only|just)${GAP})?`;

const rules: readonly QuantifierRule[] = [
  ...before(EVERY, ALL),
  ...before('both', ALL),
  rule(`(?:everyone|everybody)(?=${GAP}${PEOPLE_SAID}(?!\\p{L}))`, ALL),
  ...before(`${ALMOST}${GAP}${EVERY}`, NEARLY_ALL),
  ...before(`not${GAP}${EVERY}`, NOT_ALL),
  ...before(`(?:none|no|not${GAP}one|not${GAP}a${GAP}single|neither)`, NONE),
  rule(`(?:no${GAP}one|nobody)(?=${GAP}${PEOPLE_SAID}(?!\\p{L}))`, NONE),
  ...before(MAJORITY, MOST),
  ...before('half', HALF),
  ...before(`(?:about|around|roughly|approximately|some)${GAP}half`, about(0.5)),
  ...before(`(?:less${GAP}than|fewer${GAP}than|under)${GAP}half`, UNDER_HALF),
  ...before(`(?:a|the)${GAP}minority`, UNDER_HALF),
  ...before('two[ -]thirds', about(2 / 3)),
  ...before('(?:a|one)[ -]third', about(1 / 3)),
  ...before('three[ -]quarters', about(0.75)),
  ...before('(?:a|one)[ -]quarter', about(0.25)),
  ...before(`(?:a${GAP}few|a${GAP}couple|a${GAP}handful)`, A_FEW),
  ...before(`some`, SOME),
  ...before(`(?:several|many|a${GAP}number)`, MANY),
  ...before(`(?:few|hardly${GAP}any)`, FEW_OF_ALL),
  rule(
    `${ONLY}(?<n>${NUMBER})(?:${GAP}out)?${GAP}of${GAP}(?:the${GAP}|our${GAP}|these${GAP})?(?<of>${NUMBER})${GAP}${COUNTED}`,
    null,
  ),
  rule(
    String.raw`${ONLY}(?<n>\d{1,4})\s?/\s?(?<of>\d{1,4})(?:${GAP}of)?(?:${GAP}the)?${GAP}${COUNTED}`,
    null,
  ),
  rule(`${ONLY}(?<n>${NUMBER})(?:${GAP}of${GAP}the|${GAP}of${GAP}our)?${GAP}${COUNTED}`, null),
  rule(
    String.raw`(?<percent>\d{1,3}(?:\.\d+)?)\s*(?:%|per${GAP}cent|percent)(?:${GAP}of)?(?:${GAP}the)?${GAP}${COUNTED}`,
    null,
  ),
];

const numeral = (value: number): string =>
  value >= 1 && value <= 12 ? (WORDS[value - 1] ?? '') : String(value);

function subject({ names, count, total, who }: SentenceParts): string {
  if (count === 0 && total === 2) return `neither ${who}`;
  if (count === 0) return `none of the ${numeral(total)} ${who}s`;
  if (total === 1) return `the only ${who}${names}`;
  if (count === total) return count === 2 ? `both ${who}s` : `all ${numeral(count)} ${who}s`;
  if (count === 1) return `one ${who}${names}`;
  return total > 12
    ? `${count} of the ${total} ${who}s${names}`
    : `${numeral(count)} of the ${numeral(total)} ${who}s${names}`;
}

function topicOf({ theme, themes }: SentenceParts): string {
  if (!themes) return `the theme “${theme}”`;
  const answers = listed(themes, '“', '”', 'en-GB');
  return themes.length === 1
    ? `the theme ${answers}, which answers this question`
    : `the themes ${answers}, which answer this question`;
}

export const englishQuantifiers: QuantifierLanguage = {
  rules,
  negation: /^[\s*_]+(?:\p{L}+[\s*_]+not|\p{L}+n['’]t|never)(?!\p{L})/iu,
  numberSource: NUMBER,
  numberOf,
  inWords: numeral,
  sentence: (parts) => {
    const { excerptCount, count } = parts;
    const excerpts =
      count === 0 ? '' : `, in ${numeral(excerptCount)} excerpt${excerptCount === 1 ? '' : 's'}`;
    const said =
      count === 0 && parts.total === 1
        ? `the only ${parts.who} did not speak`
        : `${subject(parts)} spoke`;
    return asSentence(`${said} of ${topicOf(parts)}${excerpts}.`);
  },
};
