/**
 * The forms a Finnish word may have, from its dictionary form: a pattern of its stems, of the vowels
 * between and of the endings. Where a stemmer would have to guess what a form comes from, a paradigm
 * only has to say what may come of a word: puhelin is puhelime- too, ihminen is ihmis- and ihmise-,
 * laatu is laadu-. A pattern, not a dictionary: it lets through what looks like a form and is none.
 */
export function finnishForms(word: string): RegExp {
  const patterns = PARADIGMS.flatMap(({ ending, forms }) => {
    const found = ending.exec(word);
    return found ? forms(found[1] ?? '', found[2] ?? '', word) : [];
  });
  return new RegExp(`^(?:${[word, ...patterns].join('|')})$`, 'u');
}

interface Paradigm {
  /** Of a dictionary form; what it captures is what `forms` is given: the stem, its last vowel. */
  readonly ending: RegExp;
  readonly forms: (stem: string, vowel: string, word: string) => readonly string[];
}

const A = '[aä]';
const POSSESSIVE = `(?:ni|si|n?s${A}|mme|nne|[aeä]n)?`;
const CLITIC = '(?:kin|kaan|kään|kos?|kös?|han|hän|pa|pä)?';
const CASE = [
  ...['n', 't', A, `t${A}`, `tt${A}`, `ss${A}`, `st${A}`, `ll${A}`, `lt${A}`, 'lle', 'ks[ie]'],
  ...[`n${A}`, 'h[aeiouyäö]n', '[aeiouyäö]?n', 'see?n', 'siin', 'den', 'tten', 'en', 'j?en'],
  ...[`j${A}`, 'ne', 'i?n', 'sin'],
].join('|');
const NOUN = `(?:${CASE})?${POSSESSIVE}${CLITIC}`;

const PERSON = '(?:n|t|mme|tte|vat|vät)?';
const VERB_ENDING = [
  ...[PERSON, `v${A}`, `[td]?${A}`, `[td]?${A}${A}n`, `t[aä]${A}n`, 't?tiin', `t?t${A}is(?:i?in)?`],
  ...[
    `isi?${PERSON}`,
    `i${PERSON}`,
    'n[uy]t?',
    'nee[a-zäö]*',
    '[tuy]?',
    `t?t[uy]${NOUN}`,
    'minen',
    'mis[a-zäö]*',
  ],
  ...[`m${A}(?:${A}n|(?:ss|st|ll|tt)${A}|t|n)?`, `j${A}`, `ess${A}(?:${A}n)?`, 'en'],
  ...[`k${A}${A}`, 'koon', 'köön'],
].join('|');
const VERB = `(?:${VERB_ENDING})?${CLITIC}`;

/** Strong and weak grade of the consonants before the last vowel. */
const GRADES = [
  ...[['kk', 'k'] as const, ['pp', 'p'] as const, ['tt', 't'] as const, ['nk', 'ng'] as const],
  ...[['mp', 'mm'] as const, ['nt', 'nn'] as const, ['lt', 'll'] as const, ['rt', 'rr'] as const],
  ...[['ht', 'hd'] as const, ['lp', 'lv'] as const, ['rp', 'rv'] as const, ['hk', 'h'] as const],
  ...[['lk', 'l'] as const, ['rk', 'r'] as const, ['lk', 'lj'] as const, ['rk', 'rj'] as const],
  ['hk', 'hj'] as const,
];
/** After a vowel: laatu : laadun, tapa : tavan, aika : ajan, luku : luvun. */
const AFTER_VOWEL: Readonly<Record<string, readonly string[]>> = {
  t: ['d'],
  p: ['v'],
  d: ['t'],
  v: ['p', 'k'],
  k: ['', 'j', 'v'],
};

/** What a stem in the strong grade, as most dictionary forms have it, becomes: laatu : laadu-. */
function weaker(stem: string): string {
  const all = new Set([stem]);
  for (const [strong, weak] of GRADES)
    if (stem.endsWith(strong)) all.add(stem.slice(0, -strong.length) + weak);
  addAfterVowel(all, stem, 'tpk');
  // aika : ajan, poika : pojan
  if (/[aeiouyäö]ik$/u.test(stem)) all.add(`${stem.slice(0, -2)}j`);
  return `(?:${[...all].join('|')})`;
}

/** What a stem in the weak grade becomes: tunne : tuntee-, ajatella : ajattele-. */
function stronger(stem: string): string {
  const all = new Set([stem]);
  for (const [strong, weak] of GRADES)
    if (stem.endsWith(weak)) all.add(stem.slice(0, -weak.length) + strong);
  addAfterVowel(all, stem, 'dv');
  return `(?:${[...all].join('|')})`;
}

function addAfterVowel(all: Set<string>, stem: string, consonants: string): void {
  const [, before, last] = /^(.*[aeiouyäö])([tpkdv])$/u.exec(stem) ?? [];
  if (before === undefined || last === undefined || !consonants.includes(last)) return;
  for (const other of AFTER_VOWEL[last] ?? []) all.add(before + other);
}

/** Before an i, two vowels are one: saa : sai, tuo : toi, vie : vei. */
const beforeI = (stem: string): string =>
  stem
    .replace(/([uyi])([oöe])$/u, '$2')
    .replace(/([aeouyäöi])\1$/u, '$1')
    .replace(/i$/u, '');

/** A vowel at the end of a noun, and what becomes of it before an ending. */
const BEFORE_ENDING: Readonly<Record<string, string>> = {
  a: '(?:aa?|ai|i|oi|oj)',
  ä: '(?:ää?|äi|i|öi|öj)',
  o: '(?:oo?|oi|oj)',
  ö: '(?:öö?|öi|öj)',
  u: '(?:uu?|ui|uj)',
  y: '(?:yy?|yi|yj)',
  i: '(?:ii?|e|ei|ej)',
};

const PARADIGMS: readonly Paradigm[] = [
  // tehdä : tein, nähdä : näki
  {
    ending: /^(te|nä)hdä$/u,
    forms: (stem) => [`${stem}(?:h|k[ei]?)[eiä]?${VERB}`, `${stem}[eiä]${PERSON}${CLITIC}`],
  },
  // yksi : yhden, kaksi : kahta
  { ending: /^(y|ka)ksi$/u, forms: (stem) => [`${stem}(?:ksi?|h[dt]?e|ht)${NOUN}`] },
  // ihminen : ihmisen, ihmistä
  { ending: /^(.{2,})nen$/u, forms: (stem) => [`${stem}(?:nen|s(?:e|ii?|i[aä])?)${NOUN}`] },
  // mahdollisuus : mahdollisuuden, mahdollisuutta
  { ending: /^(.+(?:uu|yy))s$/u, forms: (stem) => [`${stem}(?:s|de|te|t|ks[ie]i?)${NOUN}`] },
  // luottamus : luottamuksen
  {
    ending: /^(.+(?:[^uy][uy]|[oöie]))s$/u,
    forms: (stem) => [`${stem}(?:s|ks[ei]i?)${NOUN}`],
  },
  // kaunis : kauniin
  { ending: /^(.+)is$/u, forms: (stem) => [`${stronger(stem)}ii?${NOUN}`] },
  // asiakas : asiakkaan; vastaus is above
  {
    ending: /^(.+)([aä])s$/u,
    forms: (stem, vowel) => [
      `${stronger(stem)}${vowel}(?:${vowel}|i|s|h[${vowel}i])${NOUN}`,
      `${stem}${vowel}ks[ei]${NOUN}`,
    ],
  },
  // puhelin : puhelimen
  { ending: /^(.{2,})in$/u, forms: (stem) => [`${stronger(stem)}(?:in|im[ei]|impi)${NOUN}`] },
  // koditon : kodittoman
  { ending: /^(.{2,})t[oö]n$/u, forms: (stem) => [`${stem}t(?:[oö]n|t[oö]m[aiouäö]i?)${NOUN}`] },
  // lyhyt : lyhyen; tehnyt : tehneen
  { ending: /^(.{2,}[uy])t$/u, forms: (stem) => [`${stem}(?:t|e|i)${NOUN}`] },
  { ending: /^(.{2,}n)[uy]t$/u, forms: (stem) => [`${stem}(?:[uy]t|ee|ei)${NOUN}`] },
  // tunne : tunteen, kohde : kohteen
  {
    ending: /^(.+)e$/u,
    forms: (stem) => [`${stem}e(?:tt${A})?${POSSESSIVE}${CLITIC}`, `${stronger(stem)}e[ei]${NOUN}`],
  },
  // käsi : käden, kättä; vuosi : vuoden
  { ending: /^(.{1,3}[aeiouyäö])si$/u, forms: (stem) => [`${stem}(?:s[ei]|de|te|t)${NOUN}`] },
  // kieli : kieltä, suuri : suurta
  { ending: /^(.*[aeiouyäö][lrn])i$/u, forms: (stem) => [`${stem}t${A}${POSSESSIVE}${CLITIC}`] },
  {
    ending: /^(.*[^aeiouyäö])([aäoöuyi])$/u,
    forms: (stem, vowel) => [`${weaker(stem)}${BEFORE_ENDING[vowel] ?? vowel}${NOUN}`],
  },
  // työ : töissä, tie : teitä, suo : soita
  {
    ending: /^(.*)(uo|yö|ie)$/u,
    forms: (stem, vowel) => [`${stem}(?:${vowel}|${vowel.slice(-1)}i)${NOUN}`],
  },
  {
    ending: /^(.*[aeiouyäö])([aäoöuyi])$/u,
    forms: (stem, vowel) => [`${stem}${BEFORE_ENDING[vowel] ?? vowel}${NOUN}`],
  },
  { ending: /^(.*[^aeiouyäö])$/u, forms: (stem) => [`${stem}[ie]?i?${NOUN}`] },
  // puhua, kertoa, lukea
  {
    ending: /^(.+)([eouyiaä])(?<!([aä])(?=\3))[aä]$/u,
    forms: (stem, vowel) => [
      `${weaker(stem)}${vowel === 'e' ? '(?:e|(?=i))' : vowel}(?:${vowel})?${VERB}`,
    ],
  },
  // ottaa, antaa, kirjoittaa
  {
    ending: /^(.+)([aä])\2$/u,
    forms: (stem, vowel) => [`${weaker(stem)}[${vowel}eio]${vowel}?${VERB}`],
  },
  // opiskella, mennä, nousta
  {
    ending: /^(.+[aeiouyäö])(ll|nn|rr|st)[aä]$/u,
    forms: (stem, pair) => {
      const before = stronger(stem.slice(0, -1)) + stem.slice(-1);
      return [`${before}(?:${pair}|${pair.slice(0, 1)}[ei]?e?)${A}?(?:[uy]t?)?${VERB}`];
    },
  },
  // saada : sai, tuoda : toi, voida : voisi
  {
    ending: /^(.+[aeiouyäö])d[aä]$/u,
    forms: (stem) => [`${stem}(?:d${A})?${VERB}`, `${beforeI(stem)}i(?:si)?${PERSON}${CLITIC}`],
  },
  // haluta, tarvita
  {
    ending: /^(.+)([aäoöuyei])t[aä]$/u,
    forms: (stem, vowel) => [
      `${stronger(stem)}${vowel}(?:t${A}?|${A}|s|ts(?:ee?|i)?|n)?${A}?${VERB}`,
    ],
  },
];
