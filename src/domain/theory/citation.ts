import type { Language } from '../project/records.ts';
import type { Author, Reference } from './reference.ts';

/** After the authors that are named. */
export const AND_OTHERS: Readonly<Record<Language, string>> = {
  fi: 'ym.',
  en: 'et al.',
  sv: 'm.fl.',
};
export const NO_YEAR: Readonly<Record<Language, string>> = { fi: 's.a.', en: 'n.d.', sv: 'u.å.' };

type Cited = Pick<Reference, 'authors' | 'hasMoreAuthors' | 'year' | 'title'>;

/**
 * How a publication is cited in the text: "(Lemon & Verhoef 2016, 77)". Of three authors and more
 * the first is named; without any the beginning of the title stands for them.
 */
export const citation = (cited: Cited, language: Language, page: string | null = null): string =>
  `(${named(cited, language)} ${cited.year ?? NO_YEAR[language]}${page ? `, ${page}` : ''})`;

function named({ authors, hasMoreAuthors, title }: Cited, language: Language): string {
  const [first, second, ...others] = authors.map(familyOf);
  if (first === undefined) return opening(title);
  if (others.length > 0 || hasMoreAuthors) return `${first} ${AND_OTHERS[language]}`;
  return second === undefined ? first : `${first} & ${second}`;
}

const familyOf = (author: Author): string => ('literal' in author ? author.literal : author.family);

const MOST_WORDS = 5;

function opening(title: string): string {
  const words = title.split(' ');
  return words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS).join(' ')}…` : title;
}
