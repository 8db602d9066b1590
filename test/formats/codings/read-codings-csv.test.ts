import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Rejection } from '../../../src/domain/rejection.ts';
import { readCodingsCsv, type CodingRow } from '../../../src/formats/codings/read-codings-csv.ts';
import { hasKtInterior } from '../reports/kt-interior.ts';

const read = (text: string | Uint8Array) =>
  readCodingsCsv('codings.csv', typeof text === 'string' ? Buffer.from(text) : text);

const row = (cells: Partial<CodingRow>): CodingRow => ({
  row: 2,
  transcript: 'H1',
  start: null,
  end: null,
  quote: 'Hi',
  theme: 'Trust',
  themeTitle: null,
  parent: null,
  type: null,
  coder: null,
  question: null,
  reduction: null,
  memo: null,
  deviant: null,
  stance: null,
  ...cells,
});

describe('a codings file', () => {
  it('is read by the names of its columns, in any order and case', () => {
    const { rows, problems } = read(
      'No,QUOTE,Theme Title,theme,Transcript,start,end,type,coder,question,reduction,memo,deviant,stance,parent\n' +
        '1,"Hi, there",Trust,1.1,H1,5,14,Calm,Aino,3,Says hi,Note,Because,Contradicts,1\n',
    );
    expect(problems).toEqual([]);
    expect(rows).toEqual([
      row({
        quote: 'Hi, there',
        theme: '1.1',
        themeTitle: 'Trust',
        start: 5,
        end: 14,
        type: 'Calm',
        coder: 'Aino',
        question: '3',
        reduction: 'Says hi',
        memo: 'Note',
        deviant: 'Because',
        stance: 'contradicts',
        parent: '1',
      }),
    ]);
  });

  it.each([
    ['commas', 'transcript,quote,theme\nH1,"a; b",Trust\n'],
    [
      'semicolons, though the texts are full of commas',
      'transcript;quote;theme\nH1;"a; b";Trust\n',
    ],
    ['tabs', 'transcript\tquote\ttheme\nH1\ta; b\tTrust\n'],
    ['a line for Excel', 'sep=;\r\ntranscript;quote;theme\r\nH1;"a; b";Trust\r\n'],
    ['a byte order mark', '\ufefftranscript,quote,theme\nH1,"a; b",Trust'],
    ['cells after the last column', 'transcript,quote,theme\nH1,"a; b",Trust,,\n'],
  ])('may use %s', (_, text) => {
    expect(read(text)).toEqual({ rows: [row({ quote: 'a; b' })], problems: [] });
  });

  it.each<[string, Uint8Array]>([
    [
      'windows-1252',
      Buffer.from('transcript;quote;theme\nH1;Hyv\u00e4\u00e4 \u0096 kyll\u00e4;Trust', 'latin1'),
    ],
    ['UTF-16', Buffer.from('\ufefftranscript;quote;theme\nH1;Hyvää – kyllä;Trust', 'utf16le')],
  ])('may be in %s', (_, bytes) => {
    expect(read(bytes).rows).toEqual([row({ quote: 'Hyvää – kyllä' })]);
  });

  it('keeps the quote as written and tidies the names', () => {
    expect(read('transcript,quote,theme\n H1 ," two\nlines ",  Tru\u0301st \n').rows).toEqual([
      row({ quote: ' two\nlines ', theme: 'Trúst' }),
    ]);
  });

  it.each([
    ['', null],
    ['no', null],
    ['Ei', null],
    ['0', null],
    ['yes', ''],
    ['Kyllä', ''],
    ['1', ''],
    ['x', ''],
    ['He alone disagrees', 'He alone disagrees'],
  ])('reads %j as a deviant case explained by %j', (cell, deviant) => {
    expect(read(`transcript,quote,theme,deviant\nH1,Hi,Trust,${cell}\n`).rows).toEqual([
      row({ deviant }),
    ]);
  });

  it('takes off what protects from formulas', () => {
    expect(read("transcript,quote,theme\nH1,'=1+1,'- Trust\n").rows).toEqual([
      row({ quote: '=1+1', theme: '- Trust' }),
    ]);
  });

  it('numbers rows as a spreadsheet does: line breaks in cells do not count, empty rows do', () => {
    const { rows } = read('transcript,quote,theme\nH1,"a\nb\nc",T\n\n,,\nH2,d,T\n');
    expect(rows.map(({ row: number, transcript }) => [number, transcript])).toEqual([
      [2, 'H1'],
      [5, 'H2'],
    ]);
  });

  it.each([
    [
      'too many cells',
      'H1,no, no,Trust',
      { code: 'codings-row-cells', details: { cells: 4, columns: 3 } },
    ],
    ['too few cells', 'H1,Hi', { code: 'codings-row-cells', details: { cells: 2, columns: 3 } }],
    [
      'quotation marks that do not match',
      'H1,"Hi" there,Trust',
      { code: 'codings-row-quotes', details: {} },
    ],
  ])('lists a row with %s and reads on', (_, line, problem) => {
    const { rows, problems } = read(`transcript,quote,theme\n${line}\nH1,Hi,Trust\n`);
    expect(problems).toEqual([{ row: 2, ...problem }]);
    expect(rows).toEqual([row({ row: 3 })]);
  });

  it('lists what is neither a number nor a stance', () => {
    const { rows, problems } = read(
      'transcript,start,quote,theme,stance\nH1,abc,Hi,T,\nH1,-3,Hi,T,\nH1,3,Hi,T,maybe\nH1,3.0,Hi,Trust,supports\n',
    );
    expect(problems.map(({ row: number, code }) => [number, code])).toEqual([
      [2, 'codings-offset'],
      [3, 'codings-offset'],
      [4, 'codings-stance'],
    ]);
    expect(rows).toEqual([row({ row: 5, start: 3, stance: 'supports' })]);
  });

  it('loses only the row whose quotation mark is never closed', () => {
    const { rows, problems } = read(
      'transcript,quote,theme\r\nH1,Hi,Trust\r\nH1,"Hi,Trust\r\nH1,"Hi",Trust\r\nH1,Hi,Trust',
    );
    expect(problems).toEqual([{ row: 3, code: 'codings-row-quotes', details: {} }]);
    expect(rows).toEqual([row({}), row({ row: 4 }), row({ row: 5 })]);
  });

  it('of nothing but open quotation marks is given up in good time', () => {
    const { rows, problems } = read(`transcript,quote,theme\n${'H1,"a b" c,T\n'.repeat(20_000)}`);
    expect(rows).toEqual([]);
    expect(problems).toHaveLength(20);
    expect(problems.at(-1)?.code).toBe('codings-rest-unread');
    // Looking for the other mark to the end of the file, row after row, would take longer than a test may.
  });

  it.each([
    ['', 'transcript, quote, theme'],
    ['a,b\n1,2\n', 'transcript, quote, theme'],
    ['transcript,theme\nH1,T\n', 'quote'],
  ])('%j is refused for want of %j', (text, missing) => {
    const refused = () => read(text);
    expect(refused).toThrow(Rejection);
    expect(refused).toThrow(
      expect.objectContaining({ code: 'codings-columns', details: { missing } }) as Error,
    );
  });

  it('has columns, not properties: names of the language are only names', () => {
    expect(read('transcript,quote,theme,__proto__,constructor\nH1,Hi,Trust,x,y\n').rows).toEqual([
      row({}),
    ]);
  });
});

describe.skipIf(!hasKtInterior())('the codings of a real thesis', () => {
  it('are 62, each with its place', () => {
    const file = new URL('../../../../shared/corpus/kt-interior/codings.csv', import.meta.url);
    const { rows, problems } = read(readFileSync(file));
    expect(problems).toEqual([]);
    expect(rows).toHaveLength(62);
    expect(rows[0]).toMatchObject({
      row: 2,
      transcript: 'H2',
      start: 66,
      end: 259,
      theme: '4.1.1',
      question: '3',
    });
  });
});

describe.each(['fi', 'en', 'sv'])('the example in %s', (language) => {
  const file = new URL(`../../../src/example/${language}/codings.csv`, import.meta.url);
  it.skipIf(!existsSync(file))('reads without a problem', () => {
    const { rows, problems } = read(readFileSync(file));
    expect(problems).toEqual([]);
    expect(rows.length).toBeGreaterThan(20);
  });
});
