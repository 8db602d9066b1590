import type { Language } from '../project/records.ts';
import { AND_OTHERS, NO_YEAR } from './citation.ts';
import type { Author, Reference } from './reference.ts';

interface Style {
  /** Before the last of several authors. */
  readonly and: string;
  readonly dated: (year: string) => string;
  /** Volume and issue of a journal, behind its name. */
  readonly numbered: (volume: string, issue: string) => string;
  readonly pages: (pages: string) => string;
  /** The book that a chapter stands in. */
  readonly inside: (book: string, pages: string | null) => string;
}

/** As Finnish theses, the American Psychological Association and Swedish Harvard write them. */
const STYLES: Readonly<Record<Language, Style>> = {
  fi: {
    and: ' & ',
    dated: (year) => stopped(year),
    numbered: (volume, issue) => `${volume && ` ${volume}`}${issue && ` (${issue})`}`,
    pages: (pages) => pages,
    inside: (book, pages) => `Teoksessa ${book}${pages ? `, ${pages}` : ''}`,
  },
  en: {
    and: ', & ',
    dated: (year) => `(${year}).`,
    numbered: (volume, issue) => `, ${volume}${issue && `(${issue})`}`,
    pages: (pages) => pages,
    inside: (book, pages) => `In ${book}${pages ? ` (pp. ${pages})` : ''}`,
  },
  sv: {
    and: ' & ',
    dated: (year) => `(${year}).`,
    numbered: (volume, issue) => `, ${volume}${issue && `(${issue})`}`,
    pages: (pages) => `s. ${pages}`,
    inside: (book, pages) => `I ${book}${pages ? `, s. ${pages}` : ''}`,
  },
};

/**
 * A publication as a line of the bibliography, in plain text: "Lemon, K. N. & Verhoef, P. C. 2016.
 * Understanding customer experience. Journal of Marketing 80 (6), 69–96. https://doi.org/…".
 */
export function bibliographyLine(reference: Omit<Reference, 'key'>, language: Language): string {
  const style = STYLES[language];
  const dated = style.dated(reference.year ?? NO_YEAR[language]);
  const authors = authorsText(reference, style.and, AND_OTHERS[language]);
  const title = stopped(reference.title);
  const address = reference.doi ? `https://doi.org/${reference.doi}` : reference.url;
  const head = authors ? [authors, dated, title] : [title, dated];
  const source = sourceText(reference, style);
  return [...head, source && stopped(source), address].filter(Boolean).join(' ');
}

/** "Family, I. I.", or an organisation by its name. */
export const authorText = (author: Author): string =>
  'literal' in author
    ? author.literal
    : [author.family, initials(author.given ?? '')].filter(Boolean).join(', ');

function authorsText(
  { authors, hasMoreAuthors }: Pick<Reference, 'authors' | 'hasMoreAuthors'>,
  and: string,
  andOthers: string,
): string {
  const names = authors.map(authorText);
  const last = names.at(-1);
  if (last === undefined) return '';
  if (hasMoreAuthors) return `${names.join(', ')} ${andOthers}`;
  return names.length === 1 ? last : `${names.slice(0, -1).join(', ')}${and}${last}`;
}

/** What stands in a name as it is: particles in small letters, "Jr.". */
const KEPT = /^(?:\p{Ll}.*|[JS]r\.?|I{2,3})$/u;

/** The first letters of given names. */
const initials = (given: string): string =>
  given
    .replace(/\./g, '. ')
    .split(/\s+/)
    .filter(Boolean)
    .map((name) => (KEPT.test(name) ? name : name.split('-').map(initial).join('-')))
    .join(' ');

const initial = (name: string): string => {
  const [first = ''] = name;
  return first === '' ? '' : `${first.toUpperCase()}.`;
};

function sourceText(
  { kind, container, volume, issue, pages, publisher }: Omit<Reference, 'key'>,
  style: Style,
): string {
  const commaPages = pages ? `, ${style.pages(pages)}` : '';
  if (container === null) return publisher ? `${publisher}${commaPages}` : '';
  if (!kind.startsWith('article'))
    return [style.inside(container, pages), publisher].filter(Boolean).join('. ');
  const number = volume || issue ? style.numbered(volume ?? '', issue ?? '') : '';
  return `${container}${number}${commaPages}`;
}

const stopped = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);
