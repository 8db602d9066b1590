import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Rejection } from '../../../src/domain/rejection.ts';
import { readReferences } from '../../../src/formats/references/read-references.ts';
import { readRis } from '../../../src/formats/references/read-ris.ts';
import type { Reference } from '../../../src/domain/theory/reference.ts';
import { damaged } from '../codebooks/damage.ts';

const read = (text: string | Uint8Array) =>
  readRis('a.ris', typeof text === 'string' ? Buffer.from(text) : text);
const record = (...lines: string[]) => ['TY  - JOUR', ...lines, 'ER  - ', ''].join('\n');
const only = (...lines: string[]) => read(record(...lines)).references[0];

const LEMON = record(
  'ID  - lemon2016',
  'AU  - Lemon, Katherine N.',
  'AU  - Verhoef, Peter C.',
  'TI  - Understanding Customer Experience',
  'JO  - Journal of Marketing',
  'PY  - 2016/11/01/',
  'VL  - 80',
  'IS  - 6',
  'SP  - 69',
  'EP  - 96',
  'DO  - 10.1509/jm.15.0420',
  'UR  - https://doi.org/10.1509/jm.15.0420',
  'AB  - Not read',
  'KW  - a',
);

const READ: Reference = {
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

describe('a RIS file', () => {
  it.each<[string, string | Uint8Array]>([
    ['lines of Unix', LEMON],
    ['lines of Windows and a mark', `\ufeff${LEMON.replaceAll('\n', '\r\n')}`],
    ['lines of old Macs', LEMON.replaceAll('\n', '\r')],
    ['UTF-16', Buffer.from(`\ufeff${LEMON}`, 'utf16le')],
    ['one space before the hyphen', LEMON.replaceAll('  - ', ' - ')],
    ['blank lines between', LEMON.replaceAll('\n', '\n\n')],
  ])('may have %s', (_, text) => {
    expect(read(text)).toEqual({ references: [READ], warnings: [] });
  });

  it.each<[string[], Partial<Reference>]>([
    [
      ['T1  - T', 'A1  - A, B', 'Y1  - 1999', 'JF  - J', 'SP  - 1-5'],
      {
        title: 'T',
        authors: [{ family: 'A', given: 'B' }],
        year: '1999',
        container: 'J',
        pages: '1–5',
      },
    ],
    [['TI  - A title', 'that goes on', 'AB  - x', 'y'], { title: 'A title that goes on' }],
    [
      ['TI  - T', 'AU  - World Health Organization'],
      { authors: [{ literal: 'World Health Organization' }] },
    ],
    [
      ['TI  - T', 'AU  - A, B', 'AU  - et al.'],
      { authors: [{ family: 'A', given: 'B' }], hasMoreAuthors: true },
    ],
    [['TI  - T', 'AU  - Öberg, Åsa', 'PY  - 2001'], { key: 'öberg2001' }],
    [['TI  - T', 'DA  - 2001-05-06'], { year: '2001' }],
    [['TI  - T', 'PY  - in press'], { year: 'in press' }],
    [['TI  - T', 'SP  - 5', 'EP  - 5'], { pages: '5' }],
    [['BT  - The book'], { title: 'The book', container: null }],
    [['TI  - A - b', 'T2  - C - d'], { title: 'A - b', container: 'C - d' }],
    [
      ['TI  - T', 'UR  - http://example.com/a_b', 'UR  - http://example.com/c'],
      { url: 'http://example.com/a_b' },
    ],
  ])('with %j has %j', (lines, expected) => {
    expect(only(...lines)).toMatchObject(expected);
    expect(read(record(...lines)).warnings).toEqual([]);
  });

  it('holds as many records as it says, of any type', () => {
    const types = ['BOOK', 'CHAP', 'CONF', 'THES', 'RPRT', 'ELEC', 'MGZN'];
    const text = types.map((type) => `TY  - ${type}\nTI  - ${type}\nER  - \n`).join('\n');
    expect(read(text).references.map(({ kind }) => kind)).toEqual([
      'book',
      'chapter',
      'paper-conference',
      'thesis',
      'report',
      'webpage',
      'article-magazine',
    ]);
  });

  it.each<[string, [number, string][]]>([
    ['Provider: a library\n\nTY  - JOUR\nTI  - T\nER  - \nmore\n', [[1, 'ris-outside']]],
    ['TY  - JOUR\nTI  - T\n\nTY  - JOUR\nTI  - U\nER  - \n', [[4, 'ris-unended']]],
    ['TY  - JOUR\nTI  - T', [[2, 'ris-unended']]],
    ['\nTY  - POEM\nTI  - T\nER  - ', [[2, 'reference-kind-unknown']]],
    ['TY  - BOOK\nTI  - T\nED  - E, F\nER  - ', [[1, 'reference-editors']]],
    ['TY  - BOOK\nAU  - A, B\nER  - ', [[1, 'reference-without-title']]],
    [
      'TY  - BOOK\nID  - a\nTI  - T\nER  - \nTY  - BOOK\nID  - a\nTI  - T\nER  - ',
      [[5, 'reference-key-twice']],
    ],
    [
      'TY  - BOOK\nTI  - T\nUR  - data:text/html,x\nDO  - none\nER  - ',
      [
        [1, 'reference-doi'],
        [1, 'reference-url'],
      ],
    ],
  ])('like %j is told with its line', (text, expected) => {
    expect(read(text).warnings.map(({ line, code }) => [line, code])).toEqual(expected);
  });

  it.each([
    ['nothing', '', 'file-empty'],
    ['no records', 'AU  - A, B\nER  - \n', 'references-none'],
    ['too many records', 'TY  - JOUR\nER  - \n'.repeat(10_001), 'references-too-many'],
    ['too many bytes', '\n'.repeat(10 * 1024 * 1024 + 1), 'references-too-large'],
  ])(
    'of %s is refused',
    (_, text, code) => {
      const refused = () => read(text);
      expect(refused).toThrow(Rejection);
      expect(refused).toThrow(expect.objectContaining({ code }) as Error);
    },
    30_000,
  );

  it('damaged at random is read or refused', () => {
    const outcomes = { read: 0, refused: 0 };
    fc.assert(
      fc.property(damaged(LEMON.repeat(2)), (text) => {
        try {
          read(text);
          outcomes.read++;
        } catch (error) {
          if (!(error instanceof Rejection)) throw error;
          outcomes.refused++;
        }
      }),
      { numRuns: 300, seed: 23 },
    );
    expect(outcomes.read).toBeGreaterThan(100);
  }, 30_000);
});

describe('a file of references', () => {
  it('is RIS or BibTeX by what is in it', () => {
    const keysOf = (text: string) =>
      readReferences('a.txt', Buffer.from(text)).references.map(({ key }) => key);
    expect(keysOf(`Provider: x\r\n${LEMON}`)).toEqual(['lemon2016']);
    expect(keysOf('% TY  - no\n@book{b, title={TY  - JOUR}}')).toEqual(['b']);
    expect(keysOf(`\ufeff${LEMON}`)).toEqual(['lemon2016']);
  });
});
