/** Endings of Finnish cases, then of possession, then enclitics; of English and Swedish the "s". */
const CASE =
  '(?:n|a|ä|ta|tä|lla|llä|lta|ltä|lle|ssa|ssä|sta|stä|na|nä|ksi|[aeiouyäö]n|h[aeiouyäö]n|t)?';
const POSSESSIVE = '(?:ni|si|mme|nne|nsa|nsä|aan|ään|een)?';
const ENCLITIC = '(?:kin|kaan|kään|ko|kö|han|hän|pa|pä|kohan|köhän)?';
const ENDING = new RegExp(`^(?::?${CASE}${POSSESSIVE}${ENCLITIC}|['’]?s['’]?)$`, 'u');

/**
 * What stands before endings in the forms of a name: Antti → Antti, Anti (Antin); Tuomas → Tuomakse,
 * Tuomaa; Virtanen → Virtase; Kevin → Kevini.
 */
export function stemsOf(name: string): string[] {
  const stems = [name];
  const weak = weakened(name);
  if (weak !== name) stems.push(weak);
  if (/nen$/u.test(name)) stems.push(name.replace(/nen$/u, 'se'), name.replace(/nen$/u, 's'));
  if (/s$/u.test(name)) stems.push(name.replace(/s$/u, 'kse'), name.replace(/s$/u, ''));
  if (/[^aeiouyåäö]$/iu.test(name)) stems.push(`${name}i`, `${name}e`);
  return stems;
}

/** A double stop before the last vowel becomes single in closed syllables: Pekka, Pekan. */
const weakened = (name: string): string =>
  name.replace(/(tt|pp|kk)(?=[aeiouyäö]+$)/u, (double) => double.slice(1));

/** A look-up of words by the names they are forms of. */
export class NameForms {
  readonly #byStem = new Map<string, string>();
  readonly #shortest: number;

  constructor(names: Iterable<string>) {
    for (const name of names)
      for (const stem of stemsOf(name)) if (!this.#byStem.has(stem)) this.#byStem.set(stem, name);
    this.#shortest = Math.min(...[...this.#byStem.keys()].map(({ length }) => length));
  }

  /** The name that a word is a form of; of several the longest. */
  nameOf(word: string): string | null {
    for (let length = word.length; length >= this.#shortest; length--) {
      const name = this.#byStem.get(word.slice(0, length));
      if (name !== undefined && ENDING.test(word.slice(length))) return name;
    }
    return null;
  }
}
