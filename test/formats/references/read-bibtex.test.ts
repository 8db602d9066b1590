import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Rejection } from '../../../src/domain/rejection.ts';
import { readBibtex } from '../../../src/formats/references/read-bibtex.ts';
import type { Reference } from '../../../src/domain/theory/reference.ts';
import { damaged } from '../codebooks/damage.ts';

const read = (text: string | Uint8Array) =>
  readBibtex('a.bib', typeof text === 'string' ? Buffer.from(text) : text);
const only = (text: string): Reference | undefined => read(text).references[0];
const told = (text: string) => read(text).warnings.map(({ line, code }) => [line, code]);
const keys = (text: string) => read(text).references.map(({ key }) => key);

const LEMON: Reference = {
  key: 'lemon2016',
  kind: 'article-journal',
  authors: [
    { family: 'Lemon', given: 'Katherine N.' },
    { family: 'Verhoef', given: 'Peter C.' },
  ],
  hasMoreAuthors: false,
  year: '2016',
  title: 'Understanding Customer Experience',
  container: 'Journal of Marketing',
  volume: '80',
  issue: '6',
  pages: '69–96',
  publisher: null,
  doi: '10.1509/jm.15.0420',
  url: null,
};

describe('a BibTeX file', () => {
  it.each([
    [
      'braces',
      `@article{lemon2016, author = {Lemon, Katherine N. and Verhoef, Peter C.}, title = {Understanding {Customer} Experience},
       journal = {Journal of Marketing}, year = {2016}, volume = {80}, number = {6}, pages = {69--96}, doi = {10.1509/jm.15.0420},}`,
    ],
    [
      'quotation marks, numbers and strings',
      `@string{jm = "Journal of " # {Marketing}}
       @STRING(first = "Lemon, Katherine N.")
       @Article{lemon2016,
         Author = first # " and " # "Verhoef, Peter C.",
         Title = "Understanding {Customer} Experience", JOURNAL = JM, year = 2016, volume = 80, number = 6, pages = "69-96",
         url = {https://doi.org/10.1509/jm.15.0420}, month = nov, abstract = {Not {read} \\unknown}}`,
    ],
    [
      'parentheses, and text around it',
      `Exported by hand. a@b.example
       @comment{anything {at} all}
       @preamble{"\\newcommand{x}"}
       @article(lemon2016, author = {Katherine N. Lemon and Peter C. Verhoef}, title = {Understanding Customer Experience},
         journal = {Journal of Marketing}, date = {2016-11-01}, volume = 80, issue = 6, pages = {69 – 96}, doi = {https://doi.org/10.1509/jm.15.0420.})
       The end.`,
    ],
    [
      'no commas between its fields',
      `@article{lemon2016 author = {Lemon, Katherine N. and Verhoef, Peter C.} title = {Understanding Customer Experience} journaltitle = {Journal of Marketing} year = 2016 volume = 80 number = 6 pages = {69-96} doi = "doi:10.1509/jm.15.0420"}`.replace(
        'lemon2016 ',
        'lemon2016\n',
      ),
    ],
  ])('may be written with %s', (_, text) => {
    expect(read(text)).toEqual({ references: [LEMON], warnings: [] });
  });

  it.each<[string, Uint8Array]>([
    ['UTF-8 with a mark', Buffer.from('\ufeff@book{a, title = {Älä}}')],
    ['Latin-1', Buffer.from('@book{a, title = {\u00c4l\u00e4}}', 'latin1')],
    ['old line ends', Buffer.from('% x\r@book{a,\rtitle = {Älä}}')],
  ])('may be in %s', (_, bytes) => {
    expect(read(bytes).references[0]?.title).toBe('Älä');
  });

  it.each<[string, Partial<Reference>]>([
    [
      '@book{a, title={T}, subtitle={S}, publisher={P}}',
      { kind: 'book', title: 'T: S', publisher: 'P' },
    ],
    [
      '@incollection{a, title={T}, booktitle={B}, editor={E, F}, author={A, B}}',
      { kind: 'chapter', container: 'B', authors: [{ family: 'A', given: 'B' }] },
    ],
    ['@phdthesis{a, title={T}, school={S}}', { kind: 'thesis', publisher: 'S' }],
    [
      '@techreport{a, title={T}, institution={I}, number={7}}',
      { kind: 'report', publisher: 'I', issue: '7' },
    ],
    [
      '@online{a, title={T}, url={https://example.com/~a--b\\_c}}',
      { kind: 'webpage', url: 'https://example.com/~a--b_c' },
    ],
    [
      '@misc{a, title={T}, howpublished={\\url{http://example.com}}}',
      { kind: 'document', url: 'http://example.com', publisher: null },
    ],
    ['@misc{a, title={T}, howpublished={Leaflet}}', { publisher: 'Leaflet' }],
    ['@misc{a, title={T}, url={www.example.com/a}}', { url: 'https://www.example.com/a' }],
    ['@misc{a, title={T}, year={in press}}', { year: 'in press' }],
    ['@misc{a, title={T}, author={A, B and others}}', { hasMoreAuthors: true }],
    ['@misc{a, title={T\n  over   lines}}', { title: 'T over lines' }],
    ['@article{a, title={T}, pages={e104, 12-15}}', { pages: 'e104, 12–15' }],
    [
      '@inproceedings{a, title={T}, crossref={B}}\n@proceedings{b, title={Book}, year=2019, publisher={P}}',
      { container: 'Book', year: '2019', publisher: 'P' },
    ],
    ['@misc{a, title={T}, crossref={a}}', { container: null }],
    ['@misc{__proto__, title={T}, constructor={x}}', { key: '__proto__' }],
    ['@misc{title={T}, author={Öberg, Åsa}, year=2001}', { key: 'öberg2001' }],
    ['@misc{, title={The title}}', { key: 'the' }],
  ])('with %j has %j', (text, expected) => {
    expect(only(text)).toMatchObject(expected);
    expect(told(text)).toEqual([]);
  });

  it.each<[string, unknown[], Partial<Reference>]>([
    [
      '@book{a, title={T}, editor={E, F}}',
      [[1, 'reference-editors']],
      { authors: [{ family: 'E', given: 'F' }] },
    ],
    ['\n@poem{a, title={T}}', [[2, 'reference-kind-unknown']], { kind: 'document' }],
    ['@constructor{a, title={T}}', [[1, 'reference-kind-unknown']], { kind: 'document' }],
    ['@misc{a,\njournal=joc, title={T}}', [[2, 'bibtex-string-unknown']], { container: 'joc' }],
    ['@misc{a, title={T \\foo{x}}}', [[1, 'bibtex-command-unknown']], { title: 'T x' }],
    ['@misc{a, title={T}, title={U}}', [[1, 'bibtex-field-twice']], { title: 'T' }],
    ['@misc{a, year=2001}', [[1, 'reference-without-title']], { title: 'a' }],
    ['@misc{a, journal={J}}', [[1, 'reference-without-title']], { title: 'J' }],
    ['@misc{a, title={T}, doi={see below}}', [[1, 'reference-doi']], { doi: null }],
    ['@misc{a, title={T}, url={javascript:alert(1)}}', [[1, 'reference-url']], { url: null }],
    [
      `@misc{a, title={${'t'.repeat(2_001)}}}`,
      [[1, 'reference-text-long']],
      { title: 't'.repeat(2_000) },
    ],
    ['@misc{a, title={T}', [[1, 'bibtex-cut']], { title: 'T' }],
    ['@misc{a, title={T}, year={2001\n\n@misc{b, title={U}}', [[1, 'bibtex-cut']], { title: 'T' }],
    ['@misc{a, title={T}, year 2001}', [[1, 'bibtex-cut']], { title: 'T' }],
    ['@misc{a b c}\n@misc{d, title={T}}', [[1, 'reference-without-title']], { key: 'a b c' }],
  ])('with %j is told %j', (text, warnings, expected) => {
    expect(told(text)).toEqual(warnings);
    expect(only(text)).toMatchObject(expected);
  });

  it('loses only the entry that is broken, and names its line', () => {
    const text =
      '@misc{a, title={A}}\n\n@misc{b, title={B\n@misc{c, title={C}} @misc{d, title="D}\n@misc{e, title={E}}';
    expect(keys(text)).toEqual(['a', 'c', 'e']);
    expect(read(text).warnings).toEqual([
      { line: 3, code: 'bibtex-broken', details: { start: '@misc{b, title={B' } },
      { line: 4, code: 'bibtex-broken', details: { start: '@misc{d, title="D}' } },
    ]);
  });

  it('gives every reference a key of its own', () => {
    const text = '@misc{a, title={A}}\n@misc{a, title={B}}\n@misc{a-2, title={C}}';
    expect(keys(text)).toEqual(['a', 'a-2', 'a-2-2']);
    expect(told(text)).toEqual([
      [2, 'reference-key-twice'],
      [3, 'reference-key-twice'],
    ]);
  });

  it('names at most five hundred authors', () => {
    const authors = Array.from({ length: 501 }, (_, i) => `Name${i}, A`).join(' and ');
    const text = `@misc{a, title={T}, author={${authors}}}`;
    expect(only(text)?.authors).toHaveLength(500);
    expect(only(text)?.hasMoreAuthors).toBe(true);
    expect(told(text)).toEqual([[1, 'reference-authors-many']]);
  });

  it.each([
    ['nothing', '', 'file-empty'],
    ['no entries', 'name,definition\n@ and @string{a = "b"}\n', 'references-none'],
    ['a picture', '\u0089PNG\r\n\u001a\n\0\0\0', 'file-binary'],
    ['too many bytes', ' '.repeat(10 * 1024 * 1024 + 1), 'references-too-large'],
    ['too many entries', '@misc{a,title={T}}\n'.repeat(10_001), 'references-too-many'],
    ['too many broken entries', '@misc{a,title={T\n'.repeat(20_002), 'references-too-many'],
    [
      'strings made of strings without end',
      `${strings(40)}@misc{a, title = s39}`,
      'bibtex-inflates',
    ],
  ])(
    'of %s is refused',
    (_, text, code) => {
      const refused = () => read(Buffer.from(text, 'latin1'));
      expect(refused).toThrow(Rejection);
      expect(refused).toThrow(expect.objectContaining({ code }) as Error);
    },
    30_000,
  );

  it.each([
    ['braces that never close', `@misc{a, title={${'{'.repeat(2_000_000)}`],
    ['entries inside each other', '@misc{a, title={'.repeat(100_000)],
    ['names without end', `@misc{a, title={T}, author={${'a and '.repeat(50_000)}}}`],
    ['commas without end', `@misc{a, title={T}, author={${','.repeat(200_000)}}}`],
    [
      'signs without end',
      `@misc{a, title={T}, doi={10.1000/${'.'.repeat(1_000_000)}x}, pages={1${'-'.repeat(1_000_000)}}}`,
    ],
    ['space without end', `@misc{a${' '.repeat(1_000_000)}b, title={T}}@${'\n'.repeat(1_000_000)}`],
    [
      'one string used without end',
      `@string{a = "${'a'.repeat(1_000)}"}@misc{b, title = ${'a # '.repeat(9_000)} a}`,
    ],
  ])(
    'of %s is read or refused in one go',
    (_, text) => {
      expect(outcome(text)).not.toBe('');
    },
    30_000,
  );

  it('damaged at random is read or refused', () => {
    const good =
      '@string{jm = "Journal"}\n@article{a, author = {L{\\"a}hde, {\\AA}sa and von B, C and others},\n title = "T {\\\'e} --- x", journal = jm # " y", year = 2016, pages={1--2}, doi={10.1000/x}}\n\n@book{b, editor={D}, title={U}, url={\\url{http://x.example}}}\n@inbook{c, crossref={b}, title={V}}\n';
    const outcomes = new Map<string, number>();
    fc.assert(
      fc.property(damaged(good), (text) => {
        const ended = outcome(text);
        outcomes.set(ended, (outcomes.get(ended) ?? 0) + 1);
      }),
      { numRuns: 600, seed: 22 },
    );
    expect(outcomes.get('read')).toBeGreaterThan(100);
    expect(outcomes.size).toBeGreaterThan(1);
  }, 30_000);
});

/** "read", or the reason it was refused for; anything else is thrown. */
function outcome(text: string): string {
  try {
    read(text);
    return 'read';
  } catch (error) {
    if (error instanceof Rejection) return error.code;
    throw error;
  }
}

/** Each string twice the one before. */
function strings(count: number): string {
  return Array.from({ length: count }, (_, i) =>
    i === 0 ? '@string{s0 = "ab"}\n' : `@string{s${i} = s${i - 1} # s${i - 1}}\n`,
  ).join('');
}
