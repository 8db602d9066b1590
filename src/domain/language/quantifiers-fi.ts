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
import type { Amount } from './quantifier-claim.ts';

/** Endings of case that a stem of a number takes. */
const ENDING = '(?:n|ssa|ssä|sta|stä|lla|llä|lta|ltä|lle|na|nä|ksi|t)';
const ONE = `yksi|yhtä|yhteen|yhde${ENDING}`;
const UNITS: readonly (readonly [number, string])[] = [
  [1, ONE],
  [2, `kaksi|kahta|kahteen|kahde${ENDING}`],
  [3, `kolme(?:${ENDING}|a|en)?`],
  [4, `neljä(?:${ENDING}|ä|än)?`],
  [5, `viisi|viittä|viiteen|viide${ENDING}`],
  [6, `kuusi|kuutta|kuuteen|kuude${ENDING}`],
  [7, `seitsemä(?:${ENDING}|ä|än)`],
  [8, `kahdeksa(?:${ENDING}|a|an)`],
  [9, `yhdeksä(?:${ENDING}|ä|än)`],
];
const { source: NUMBER, numberOf } = numberWords([
  ...UNITS.map(([value, source]) => [value + 10, `(?:${source})toista`] as const),
  [10, `kymmenen|kymmentä|kymmene(?:${ENDING}|en)`],
  [20, `kaksikymmentä|kahdestakymmenestä|kahdellakymmenellä`],
  ...UNITS,
]);

const PERSON = String.raw`(?:haastateltav|haastatellu|haastateltu|vastaaj|tiedonantaj|informant|osallistuj|tutkittav)\p{L}*`;
/** Whom a claim counts: people, or the interviews in which they spoke. */
const COUNTED = String.raw`(?:${PERSON}|haastattelu(?:issa|ssa|ista|sta))(?!\s*,?\s+jo(?:ka|tka|lla|illa|lle|ille|ita|ta|iden|nka)(?![\p{L}]))`;
const OF_THEM = String.raw`(?:haastateltavista|haastatelluista|vastaajista|tiedonantajista|informanteista|osallistujista|haastatteluista)`;
/** What may stand between the quantifier and whom it counts. */
const BETWEEN = `(?:${GAP}(?:tutkimuksen|tutkimukseen|tämän|näistä|meidän|aineiston|kaikista|(?<of>${NUMBER})))?(?:${GAP}(?:tutkimuksen|aineiston))?${GAP}`;
/** What people alone do: behind a bare "kaikki" it tells that interviewees are meant. */
const SAID = String.raw`(?:maini(?:ts|n)|koki|koke|korost|kerto|totes|painott|kuvas|kuvail|näki|näkiv|ajattel|puhu|nost|toi|tuon|nähn|arvio|uskoi|sano|tunnist|toivo|kommento|kaipa|koros)`;
const BY_MANY = String.raw`${GAP}(?:myös${GAP}|kuitenkin${GAP})?${SAID}\p{L}*v[aä]t`;
const BY_ONE = String.raw`${GAP}(?:myös${GAP}|kuitenkin${GAP})?${SAID}(?:i|si|sti|ti|tti|lla|)(?:vat|vät)?`;

const EVERY = String.raw`(?:jokai(?:nen|sta|s\p{L}{1,7})|kukin)`;
const WHOLE = String.raw`(?:kaikki(?:en|a|in)?|kaiki(?:lla|lle|lta|ssa|sta|ksi)|kaikille)(?:kin)?`;
const BOTH = String.raw`(?:molem(?:mat|pien|pia|mi\p{L}{2,4})|kumpikin|kummallakin|kummankin)`;
const NO_ONE =
  '(?:kukaan|kumpikaan|ketään|kenenkään|kenelläkään|keneltäkään|kenellekään|kenestäkään|yksikään|yhdenkään|yhtäkään|yhdelläkään)';
const MAJORITY = String.raw`(?:suur(?:in|imman|immalla|inta) osa\p{L}*|enemmistö\p{L}{0,4}|valtaos\p{L}{1,5}|pääos\p{L}{1,5}|useim(?:mat|mi\p{L}{2,4}|pien|pia))`;
const HALVES = '(?:puolet|puolella|puolelle|puolelta|puolesta|puolessa)';

/** The rules for one quantifier: before whom it counts, behind them, and before what people do. */
function of(quantifier: string, amount: Amount, said: string): QuantifierRule[] {
  return [
    rule(`${quantifier}${BETWEEN}${COUNTED}`, amount),
    rule(`${OF_THEM}${GAP}${quantifier}`, amount),
    rule(`${quantifier}(?=${said})`, amount),
  ];
}

const ABOUT = '(?:noin|suunnilleen|karkeasti)';
const ALMOST = '(?:lähes|melkein|miltei)';
const OVER = '(?:yli|enemmän kuin|reilut|reilu)';
const UNDER = '(?:alle|vajaa|vähemmän kuin)';
const ONLY = `(?<only>(?:vain|ainoastaan|yhteensä)${GAP})?`;

const rules: readonly QuantifierRule[] = [
  ...of(`(?:${EVERY}|${WHOLE})`, ALL, `(?:${BY_MANY})`),
  ...of(BOTH, ALL, BY_MANY),
  rule(`${EVERY}(?=${BY_ONE}(?!\\p{L}))`, ALL),
  ...of(`${ALMOST}${GAP}(?:${EVERY}|${WHOLE})`, NEARLY_ALL, BY_MANY),
  rule(`(?:ei|eivät)${GAP}(?:aivan${GAP})?(?:${EVERY}|${WHOLE})${BETWEEN}${COUNTED}`, NOT_ALL),
  rule(`(?:${EVERY}|${WHOLE})${BETWEEN}${COUNTED}${GAP}(?:ei|eivät)`, NOT_ALL),
  rule(`(?:ei${GAP})?${NO_ONE}${BETWEEN}${COUNTED}`, NONE),
  rule(`${OF_THEM}${GAP}(?:ei${GAP})?${NO_ONE}`, NONE),
  rule(`${NO_ONE}(?=${GAP}ei${GAP}${SAID})|ei${GAP}${NO_ONE}(?=${GAP}${SAID})`, NONE),
  ...of(MAJORITY, MOST, BY_ONE),
  ...of(HALVES, HALF, BY_ONE),
  ...of(`${ABOUT}${GAP}${HALVES}`, about(0.5), BY_ONE),
  ...of(`${OVER}${GAP}${HALVES}`, MOST, BY_ONE),
  ...of(`${UNDER}${GAP}${HALVES}`, UNDER_HALF, BY_ONE),
  ...of(String.raw`(?:kaksi kolmasosaa|kaksi kolmannesta)`, about(2 / 3), BY_ONE),
  ...of(String.raw`(?:kolmasosa|kolmannes)\p{L}{0,4}`, about(1 / 3), BY_ONE),
  ...of(String.raw`(?:kolme neljäsosaa|kolme neljännestä)`, about(0.75), BY_ONE),
  ...of(String.raw`(?:neljäsosa|neljännes)\p{L}{0,4}`, about(0.25), BY_ONE),
  ...of(
    String.raw`muutam(?:a|an|at|aa|ia|ien|alla|alle|alta|assa|asta|illa|ille|ilta)`,
    A_FEW,
    BY_ONE,
  ),
  ...of(String.raw`(?:joku|jotkut|joillakin|joidenkin|osa|osalla|osan|osalta)`, SOME, BY_ONE),
  ...of(
    String.raw`(?:mon(?:i|et|en|ta|ella|elle|elta|essa|esta|ia|ien|illa|ille)|use(?:at|an|iden|ita|alla|alle|alta|assa|asta|illa|ille))`,
    MANY,
    BY_ONE,
  ),
  ...of('(?:useampi|useamman|useammalla|useampaa)', A_FEW, BY_ONE),
  ...of(String.raw`harv(?:a|at|alla|oilla|an)`, FEW_OF_ALL, BY_ONE),
  rule(`${ONLY}(?<n>${NUMBER})${GAP}(?<of>${NUMBER})${GAP}${COUNTED}`, null),
  rule(`${ONLY}(?<n>${NUMBER})${GAP}${PERSON}${GAP}(?<of>${NUMBER})`, null),
  rule(String.raw`${ONLY}(?<n>\d{1,4})\s?/\s?(?<of>\d{1,4})${GAP}${COUNTED}`, null),
  rule(String.raw`${OF_THEM}${GAP}${ONLY}(?<n>\d{1,4})\s?/\s?(?<of>\d{1,4})`, null),
  // Not "vuonna 2020 haastateltavat": a number takes the singular.
  rule(String.raw`${ONLY}(?<n>${NUMBER})${GAP}(?!\p{L}+t(?!\p{L}))${COUNTED}`, null),
  rule(`${OF_THEM}${GAP}${ONLY}(?<n>${NUMBER})`, null),
  rule(String.raw`(?<percent>\d{1,3}(?:[.,]\d+)?)\s*(?:%|prosen\p{L}+)${GAP}${COUNTED}`, null),
  rule(
    String.raw`${OF_THEM}${GAP}(?<percent>\d{1,3}(?:[.,]\d+)?)\s*(?:%|prosen\p{L}+)?(?<=[%\p{L}])`,
    null,
  ),
];

const STEMS = 'yhde kahde kolme neljä viide kuude seitsemä kahdeksa yhdeksä kymmene'.split(' ');
const WORDS = 'yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen'.split(' ');
/** "a" for the words with back vowels: 2, 3, 6, 8. */
const vowelOf = (unit: number): 'a' | 'ä' => ([2, 3, 6, 8].includes(unit) ? 'a' : 'ä');
const isWord = (value: number): boolean => value >= 1 && value <= 12;

function nominative(value: number): string {
  if (!isWord(value)) return String(value);
  return value > 10 ? `${WORDS[value - 11] ?? ''}toista` : (WORDS[value - 1] ?? '');
}

/** "seitsemästä", "kahdessatoista"; digits take the ending behind a colon: "20:stä". */
function inflected(value: number, ending: 'st' | 'ss'): string {
  if (!isWord(value)) return `${value}:${ending}${vowelOfDigits(value)}`;
  const unit = value > 10 ? value - 10 : value;
  return `${STEMS[unit - 1] ?? ''}${ending}${vowelOf(unit)}${value > 10 ? 'toista' : ''}`;
}

/** By how the number is read: its last word tells, but in 11–19 the first; hundreds are "sata". */
function vowelOfDigits(value: number): 'a' | 'ä' {
  if (value % 10 !== 0) return vowelOf(value % 10);
  return value % 100 === 0 && value > 0 ? 'a' : 'ä';
}

const NOUN = {
  interviewee: { one: 'haastateltava', many: 'haastateltavaa', of: 'haastateltavasta' },
  respondent: { one: 'vastaaja', many: 'vastaajaa', of: 'vastaajasta' },
};

function subject({ names, count, total, who }: SentenceParts): string {
  const noun = NOUN[who];
  if (count === 0 && total < 3)
    return `${total === 1 ? 'ainoa' : 'kumpikaan'} ${noun.one} ei puhunut`;
  if (count === 0) return `kukaan ${inflected(total, 'st')} ${noun.of} ei puhunut`;
  if (total === 1) return `ainoa ${noun.one}${names} puhui`;
  if (count === total)
    return count === 2
      ? `molemmat ${noun.one}t puhuivat`
      : `kaikki ${nominative(count)} ${noun.many} puhuivat`;
  if (count === 1) return `yksi ${noun.one}${names} puhui`;
  return isWord(total)
    ? `${nominative(count)} ${inflected(total, 'st')} ${noun.of}${names} puhui`
    : `${count} ${noun.many} ${inflected(total, 'st')}${names} puhui`;
}

function topicOf({ theme, themes }: SentenceParts): string {
  if (!themes) return `teemasta ”${theme}”`;
  const answers = listed(themes, '”', '”', 'fi');
  return themes.length === 1
    ? `teemasta ${answers}, joka vastaa tähän kysymykseen`
    : `teemoista ${answers}, jotka vastaavat tähän kysymykseen`;
}

export const finnishQuantifiers: QuantifierLanguage = {
  rules,
  negation: /^[\s*_]+(?:ei|eivät)(?!\p{L})/iu,
  numberSource: NUMBER,
  numberOf,
  inWords: nominative,
  sentence: (parts) => {
    const { count, excerptCount } = parts;
    const inExcerpts = `${inflected(excerptCount, 'ss').replace(/:.*/, '')} otteessa`;
    const excerpts = count === 0 ? '' : `, ${excerptCount > 1 ? 'yhteensä ' : ''}${inExcerpts}`;
    return asSentence(`${subject(parts)} ${topicOf(parts)}${excerpts}.`);
  },
};
