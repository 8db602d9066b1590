import { describe, expect, it } from 'vitest';
import { authorOf, bibtexAuthors } from '../../../src/formats/references/person-names.ts';
import type { Author } from '../../../src/domain/theory/reference.ts';

const told = (author: Author): string =>
  'literal' in author ? `[${author.literal}]` : `${author.family}|${author.given ?? ''}`;

describe('the names of a BibTeX field', () => {
  it.each([
    ['Lemon, Katherine N. and Verhoef, Peter C.', 'Lemon|Katherine N.; Verhoef|Peter C.'],
    ['Katherine N. Lemon AND Peter C. Verhoef', 'Lemon|Katherine N.; Verhoef|Peter C.'],
    ['Ludwig van Beethoven', 'van Beethoven|Ludwig'],
    ['van der Berg, Jan', 'van der Berg|Jan'],
    [
      "Charles Louis Xavier Joseph de la Vall{\\'e}e Poussin",
      'de la Vallée Poussin|Charles Louis Xavier Joseph',
    ],
    ['King, Jr., Martin Luther', 'King|Martin Luther Jr.'],
    ['{World Health Organization}', '[World Health Organization]'],
    ['{Barnes and Noble} and Smith, A.', '[Barnes and Noble]; Smith|A.'],
    ['{\\"O}berg, {\\AA}sa', 'Öberg|Åsa'],
    ['L{\\"o}yt{\\"a}nen Janne', 'Janne|Löytänen'],
    ['Aristotle', 'Aristotle|'],
    ['Anderson and\n  Bandury', 'Anderson|; Bandury|'],
    ['Lemon,Katherine', 'Lemon|Katherine'],
    ['Lemon~K.', 'K.|Lemon'],
    ['', ''],
    [' and ', ''],
    [', ', ''],
  ])('%j are %j', (latex, expected) => {
    const { authors, hasMoreAuthors } = bibtexAuthors(latex);
    expect(
      authors
        .filter((author) => told(author) !== '|')
        .map(told)
        .join('; '),
    ).toBe(expected);
    expect(hasMoreAuthors).toBe(false);
  });

  it('say that there are more', () => {
    const { authors, hasMoreAuthors } = bibtexAuthors('Lemon, K. and others');
    expect([authors.map(told), hasMoreAuthors]).toEqual([['Lemon|K.'], true]);
  });
});

describe('a name of a reference manager', () => {
  it.each([
    ['Lemon, Katherine N.', 'Lemon|Katherine N.'],
    ['Lemon,K.N.', 'Lemon|K.N.'],
    ['King, Martin, Jr.', 'King|Martin Jr.'],
    ['World Health Organization', '[World Health Organization]'],
    ['World Health Organization,', '[World Health Organization]'],
    ['Trustmary', 'Trustmary|'],
  ])('%j is %j', (name, expected) => {
    expect(told(authorOf(name))).toBe(expected);
  });
});
