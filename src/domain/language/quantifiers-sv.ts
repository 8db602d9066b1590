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
  'en två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton tjugo'.split(
    ' ',
  );
const { source: NUMBER, numberOf } = numberWords(
  WORDS.map((word, i): [number, string] => [i + 1, i === 0 ? 'en|ett' : word]),
);

const PERSON = String.raw`(?:intervjuperson(?:erna|er|en)?|intervjuade?|informant(?:erna|er|en)?|respondent(?:erna|er|en)?|deltagar(?:na|e|en)|uppgiftslämnar(?:na|e|en))s?`;
const COUNTED = String.raw`(?:${PERSON}|intervju(?:erna|er|n)?)(?!\s*,?\s+(?:som|vars|vilka)(?![\p{L}]))`;
const OF = `(?:${GAP}av)?(?:${GAP}(?:de|våra|dessa))?(?:${GAP}(?<of>${NUMBER}))?${GAP}`;
/** What people alone do. */
const SAID =
  '(?:nämnde|berättade|betonade|upplevde|ansåg|sa|sade|talade|tyckte|framhöll|uppgav|påpekade|kände|menade|önskade|beskrev|lyfte)';

const before = (quantifier: string, amount: Amount): QuantifierRule[] => [
  rule(`${quantifier}${OF}${COUNTED}`, amount),
  rule(`${quantifier}(?:${GAP}av${GAP}dem)?(?=${GAP}${SAID}(?!\\p{L}))`, amount),
];

const EVERY = `(?:alla|samtliga|varje|var${GAP}och${GAP}en)`;
const MAJORITY = `(?:de${GAP}flesta|flertalet|majoriteten|merparten|en${GAP}majoritet|(?:över|mer${GAP}än|drygt)${GAP}hälften|mer${GAP}än${GAP}hälften)`;
const ONLY = `(?<only>(?:bara|endast)${GAP})?`;

const rules: readonly QuantifierRule[] = [
  ...before(EVERY, ALL),
  ...before('(?:båda|bägge)', ALL),
  ...before(`(?:nästan|så${GAP}gott${GAP}som)${GAP}${EVERY}`, NEARLY_ALL),
  ...before(`inte${GAP}${EVERY}`, NOT_ALL),
  ...before(`(?:ingen|inga|inte${GAP}en${GAP}enda)`, NONE),
  ...before(MAJORITY, MOST),
  ...before('hälften', HALF),
  ...before(`(?:cirka|ungefär|omkring)${GAP}hälften`, about(0.5)),
  ...before(`(?:under|mindre${GAP}än|färre${GAP}än|knappt)${GAP}hälften`, UNDER_HALF),
  ...before(`en${GAP}minoritet`, UNDER_HALF),
  ...before('två tredjedelar', about(2 / 3)),
  ...before('en tredjedel', about(1 / 3)),
  ...before('tre fjärdedelar', about(0.75)),
  ...before('en fjärdedel', about(0.25)),
  ...before(`(?:några(?:${GAP}få)?|ett${GAP}par)`, A_FEW),
  ...before(`(?:någon|en${GAP}del|vissa)`, SOME),
  ...before('(?:flera|många|ett flertal)', MANY),
  ...before('få', FEW_OF_ALL),
  rule(
    `${ONLY}(?<n>${NUMBER})${GAP}av${GAP}(?:de${GAP}|våra${GAP}|dessa${GAP})?(?<of>${NUMBER})${GAP}${COUNTED}`,
    null,
  ),
  rule(
    String.raw`${ONLY}(?<n>\d{1,4})\s?/\s?(?<of>\d{1,4})(?:${GAP}av)?(?:${GAP}de)?${GAP}${COUNTED}`,
    null,
  ),
  rule(`${ONLY}(?<n>${NUMBER})(?:${GAP}av)?(?:${GAP}de)?${GAP}${COUNTED}`, null),
  rule(
    String.raw`(?<percent>\d{1,3}(?:[.,]\d+)?)\s*(?:%|procent)(?:${GAP}av)?(?:${GAP}de)?${GAP}${COUNTED}`,
    null,
  ),
];

const numeral = (value: number): string =>
  value >= 1 && value <= 12 ? (WORDS[value - 1] ?? '') : String(value);

const NOUN = {
  interviewee: { one: 'intervjuperson', many: 'intervjupersoner', the: 'intervjupersonen' },
  respondent: { one: 'respondent', many: 'respondenter', the: 'respondenten' },
};

function subject({ names, count, total, who }: SentenceParts): string {
  const noun = NOUN[who];
  if (count === 0) return `ingen av de ${numeral(total)} ${noun.many}na`;
  if (total === 1) return `den enda ${noun.the}${names}`;
  if (count === total)
    return count === 2 ? `båda ${noun.many}na` : `alla ${numeral(count)} ${noun.many}`;
  if (count === 1) return `en ${noun.one}${names}`;
  return total > 12
    ? `${count} av ${total} ${noun.many}${names}`
    : `${numeral(count)} av ${numeral(total)} ${noun.many}${names}`;
}

function topicOf({ theme, themes }: SentenceParts): string {
  if (!themes) return `temat ”${theme}”`;
  const answers = listed(themes, '”', '”', 'sv');
  return themes.length === 1
    ? `temat ${answers}, som besvarar denna fråga`
    : `temana ${answers}, som besvarar denna fråga`;
}

export const swedishQuantifiers: QuantifierLanguage = {
  rules,
  negation: /^[\s*_]+\p{L}+[\s*_]+(?:inte|aldrig)(?!\p{L})/iu,
  numberSource: NUMBER,
  numberOf,
  inWords: numeral,
  sentence: (parts) => {
    const { excerptCount, count } = parts;
    const excerpts =
      count === 0
        ? ''
        : `, i ${excerptCount === 1 ? 'ett' : `sammanlagt ${numeral(excerptCount)}`} utdrag`;
    const said =
      count === 0 && parts.total === 1
        ? `den enda ${NOUN[parts.who].the} talade inte`
        : `${subject(parts)} talade`;
    return asSentence(`${said} om ${topicOf(parts)}${excerpts}.`);
  },
};
