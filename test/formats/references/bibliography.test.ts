import { describe, expect, it } from 'vitest';
import type { Language } from '../../../src/domain/project/records.ts';
import { authorText, bibliographyLine } from '../../../src/domain/theory/bibliography-line.ts';
import { citation } from '../../../src/domain/theory/citation.ts';
import type { Author, Reference } from '../../../src/domain/theory/reference.ts';

const person = (family: string, given: string | null = null): Author => ({ family, given });

const reference = (known: Partial<Reference>): Reference => ({
  key: 'a',
  kind: 'article-journal',
  authors: [],
  hasMoreAuthors: false,
  year: '2016',
  title: 'A title',
  container: null,
  volume: null,
  issue: null,
  pages: null,
  publisher: null,
  doi: null,
  url: null,
  ...known,
});

const LEMON = reference({
  authors: [person('Lemon', 'Katherine N.'), person('Verhoef', 'P.C.')],
  title: 'Understanding customer experience',
  container: 'Journal of Marketing',
  volume: '80',
  issue: '6',
  pages: '69–96',
  doi: '10.1509/jm.15.0420',
});
const three = [person('Homburg'), person('Jozić'), person('Kuehnl')];

describe('a citation in the text', () => {
  it.each<[Partial<Reference>, Language, string]>([
    [LEMON, 'en', '(Lemon & Verhoef 2016)'],
    [{ authors: [person('Shaw')] }, 'en', '(Shaw 2016)'],
    [{ authors: three }, 'fi', '(Homburg ym. 2016)'],
    [{ authors: three }, 'en', '(Homburg et al. 2016)'],
    [{ authors: three }, 'sv', '(Homburg m.fl. 2016)'],
    [{ authors: [person('Shaw')], hasMoreAuthors: true }, 'fi', '(Shaw ym. 2016)'],
    [
      { authors: [{ literal: 'World Health Organization' }] },
      'en',
      '(World Health Organization 2016)',
    ],
    [{ title: 'One two three four five six' }, 'en', '(One two three four five… 2016)'],
    [{ year: null }, 'fi', '(A title s.a.)'],
    [{ year: null }, 'en', '(A title n.d.)'],
    [{ year: null }, 'sv', '(A title u.å.)'],
  ])('of %j in %s is %s', (known, language, expected) => {
    expect(citation(reference(known), language)).toBe(expected);
  });

  it('may name the page', () => {
    expect(citation(LEMON, 'fi', '77')).toBe('(Lemon & Verhoef 2016, 77)');
  });
});

describe('a line of the bibliography', () => {
  it.each<[Language, string]>([
    [
      'fi',
      'Lemon, K. N. & Verhoef, P. C. 2016. Understanding customer experience. Journal of Marketing 80 (6), 69–96. https://doi.org/10.1509/jm.15.0420',
    ],
    [
      'en',
      'Lemon, K. N., & Verhoef, P. C. (2016). Understanding customer experience. Journal of Marketing, 80(6), 69–96. https://doi.org/10.1509/jm.15.0420',
    ],
    [
      'sv',
      'Lemon, K. N. & Verhoef, P. C. (2016). Understanding customer experience. Journal of Marketing, 80(6), s. 69–96. https://doi.org/10.1509/jm.15.0420',
    ],
  ])('of an article in %s', (language, expected) => {
    expect(bibliographyLine(LEMON, language)).toBe(expected);
  });

  it.each<[Language, string]>([
    ['fi', 'Tuomi, J. & Sarajärvi, A. 2018. Luku. Teoksessa Kirja, 12–34. Tammi.'],
    ['en', 'Tuomi, J., & Sarajärvi, A. (2018). Luku. In Kirja (pp. 12–34). Tammi.'],
    ['sv', 'Tuomi, J. & Sarajärvi, A. (2018). Luku. I Kirja, s. 12–34. Tammi.'],
  ])('of a chapter in %s', (language, expected) => {
    const chapter = reference({
      kind: 'chapter',
      authors: [person('Tuomi', 'Jouni'), person('Sarajärvi', 'Anneli')],
      year: '2018',
      title: 'Luku',
      container: 'Kirja',
      pages: '12–34',
      publisher: 'Tammi',
    });
    expect(bibliographyLine(chapter, language)).toBe(expected);
  });

  it.each<[Partial<Reference>, string]>([
    [
      { kind: 'book', authors: [person('Shaw', 'C.')], publisher: 'Palgrave' },
      'Shaw, C. 2016. A title. Palgrave.',
    ],
    [{ kind: 'webpage', url: 'https://example.com' }, 'A title. 2016. https://example.com'],
    [{ title: 'What is it?', year: null }, 'What is it? s.a.'],
    [{ authors: three }, 'Homburg, Jozić & Kuehnl 2016. A title.'],
    [{ authors: three, hasMoreAuthors: true }, 'Homburg, Jozić, Kuehnl ym. 2016. A title.'],
    [{ container: 'Journal', issue: '3' }, 'A title. 2016. Journal (3).'],
    [{ container: 'Journal', volume: '3' }, 'A title. 2016. Journal 3.'],
    [{ container: 'Journal', pages: '5' }, 'A title. 2016. Journal, 5.'],
  ])('says of %j only what is known', (known, expected) => {
    expect(bibliographyLine(reference(known), 'fi')).toBe(expected);
  });

  it.each([
    [person('Lemon', 'Katherine N.'), 'Lemon, K. N.'],
    [person('Sartre', 'Jean-Paul'), 'Sartre, J.-P.'],
    [person('Berg', 'Jan van der'), 'Berg, J. van der'],
    [person('King', 'Martin Luther Jr.'), 'King, M. L. Jr.'],
    [person('Öberg', 'åsa'), 'Öberg, åsa'],
    [person('Aristotle'), 'Aristotle'],
    [{ literal: 'World Health Organization' }, 'World Health Organization'],
  ])('names %j as %j', (author, expected) => {
    expect(authorText(author)).toBe(expected);
  });
});
