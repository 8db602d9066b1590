import { latexText } from './latex-text.ts';
import { REFERENCE_LIMITS, type Author } from '../../domain/theory/reference.ts';

export interface Authors {
  readonly authors: readonly Author[];
  readonly hasMoreAuthors: boolean;
}

/** "Family, Given" or a whole name, as reference managers and bibliographies write one. */
export function authorOf(name: string): Author {
  const [family = '', ...given] = name.split(',').map((part) => part.trim());
  const rest = given.filter(Boolean).join(' ');
  if (rest !== '' && family !== '') return { family, given: rest };
  const whole = family || rest;
  return /\s/.test(whole) ? { literal: whole } : { family: whole, given: null };
}

/**
 * The names of a BibTeX field, parted by "and"; "others" says that there are more. One more than the
 * limit is read, and none after it.
 */
export function bibtexAuthors(latex: string): Authors {
  const names = atTopLevel(latex, (word) => word.toLowerCase() === 'and').filter(
    (words) => words.length > 0,
  );
  const named = names.filter((words) => !isOthers(words));
  const read = named.slice(0, REFERENCE_LIMITS.authors + 1);
  return { authors: read.map(bibtexAuthor), hasMoreAuthors: named.length < names.length };
}

const isOthers = (words: readonly string[]): boolean =>
  words.length === 1 && words[0]?.toLowerCase() === 'others';

/**
 * The words outside braces, as lists that `parts` parts. Words are parted by white space and `~`; a
 * comma ends one and stays with it.
 */
function atTopLevel(latex: string, parts: (word: string) => boolean): string[][] {
  const lists: string[][] = [[]];
  for (const word of wordsOf(latex)) {
    if (parts(word)) lists.push([]);
    else lists.at(-1)?.push(word);
  }
  return lists;
}

function* wordsOf(latex: string): Generator<string> {
  let depth = 0;
  let from = 0;
  for (let i = 0; i < latex.length; i++) {
    const sign = latex[i]!;
    if (sign === '{') depth++;
    else if (sign === '}') depth = Math.max(0, depth - 1);
    else if (depth === 0 && /[\s~,]/.test(sign)) {
      const end = sign === ',' ? i + 1 : i;
      if (end > from) yield latex.slice(from, end);
      from = i + 1;
    }
  }
  if (from < latex.length) yield latex.slice(from);
}

/**
 * A name by BibTeX's rules: "First von Last", "von Last, First" or "von Last, Jr, First". One that is
 * all in braces is an organisation.
 */
function bibtexAuthor(words: readonly string[]): Author {
  const [first = ''] = words;
  if (words.length === 1 && /^\{[^\\]/.test(first)) return { literal: plain(words) };
  const parts: string[][] = [[]];
  for (const word of words) {
    parts.at(-1)?.push(word.replace(/,$/, ''));
    if (word.endsWith(',')) parts.push([]);
  }
  const [family = [], ...rest] = parts.filter((part) => part.join('') !== '');
  if (rest.length > 0) {
    // "Last, Jr, First": what is between the commas goes last.
    const given = [...rest.slice(-1), ...rest.slice(0, -1)].flat();
    return { family: plain(family), given: plain(given) };
  }
  return byOrder(family);
}

/** Where a word begins in small letters, the family's name begins; else it is the last word. */
function byOrder(words: readonly string[]): Author {
  const von = words.findIndex((word) => /^\p{Ll}/u.test(word));
  const at = von < 0 ? words.length - 1 : Math.min(von, words.length - 1);
  return { family: plain(words.slice(at)), given: plain(words.slice(0, at)) || null };
}

const plain = (words: readonly string[]): string =>
  latexText(words.join(' ')).text.replace(/\s+/g, ' ').trim();
