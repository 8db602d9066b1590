import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { escapeFormula, unescapeFormula, writeCsv } from '../../src/formats/csv.ts';

describe('cells that a spreadsheet would calculate', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+358', "'+358"],
    ['- no', "'- no"],
    ['@cmd', "'@cmd"],
    ['\tx', "'\tx"],
    ['＝x', "'＝x"],
    ["'=x", "''=x"],
    ["'tis", "'tis"],
    ['– no', '– no'],
    ['a=b', 'a=b'],
    ['', ''],
  ])('%j is written %j and read back', (text, cell) => {
    expect(escapeFormula(text)).toBe(cell);
    expect(unescapeFormula(cell)).toBe(text);
  });

  it('any text comes back as it was', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom("'", '=', '-', '+', '@', 'a', '\n', ' ', '"', ';', ','),
        }),
        (text) => {
          expect(unescapeFormula(escapeFormula(text))).toBe(text);
          const [cells] = Papa.parse<string[]>(writeCsv([[text, 'x']], 'fi').slice(1), {
            delimiter: ';',
          }).data;
          expect(unescapeFormula(cells?.[0] ?? '')).toBe(text);
        },
      ),
    );
  });
});

describe('a CSV file', () => {
  it.each([
    ['fi', '\ufeff"a";"b;c";3;\r\n'],
    ['sv', '\ufeff"a";"b;c";3;\r\n'],
    ['en', '\ufeff"a","b;c",3,\r\n'],
  ] as const)('in %s opens in the spreadsheets of that language', (language, file) => {
    expect(writeCsv([['a', 'b;c', 3, null]], language)).toBe(file);
  });
});
