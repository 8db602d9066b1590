import { stemmer as finnish } from '@orama/stemmers/finnish';
import stemmers from 'natural/lib/natural/stemmers/index.js';
import type { Language } from '../project/records.ts';

/**
 * What the forms of a word have in common, in lower case: Snowball's stemmers, and for Finnish a
 * rule for the words that change most (asiakas : asiakkaan, luottamus : luottamuksen,
 * mahdollisuus : mahdollisuuden, suomalainen : suomalaisen). It is no dictionary: a few words share a
 * stem that should not, and consonants that change (laatu : laadun) are told apart.
 */
export function stem(form: string, language: Language): string {
  switch (language) {
    case 'fi':
      return finnishStem(form);
    case 'sv':
      return stemmers.PorterStemmerSv.stem(form);
    case 'en':
      return stemmers.PorterStemmer.stem(form);
  }
}

function finnishStem(form: string): string {
  if (/.{2}nen$/u.test(form)) return `${form.slice(0, -3)}s`;
  if (/.{3}k[aä]s$/u.test(form)) return form.slice(0, -2);
  const base = finnish(form);
  return base.length < SHORTEST
    ? base
    : base
        .replace(/([uy])(?:ks|s)$/u, '$1')
        .replace(/(uu|yy)[dt]$/u, '$1')
        .replace(/([aeiouyäö]is)e$/u, '$1');
}

/** Shorter stems lose too much to be told from each other. */
const SHORTEST = 5;
