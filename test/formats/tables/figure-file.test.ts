import { describe, expect, it } from 'vitest';
import { writeFigureCsv, type FigureTable } from '../../../src/formats/tables/figure-file.ts';
import { rowHeight } from '../../../src/formats/tables/row-height.ts';

const table: FigureTable = {
  name: 'Frekvenssit',
  title: 'Teemat × haastateltavat: kattavuus',
  notes: [],
  language: 'fi',
  corner: 'Teemat',
  columns: ['H1', 'H2', 'Yhteensä'],
  rows: [
    { name: 'Hinta', depth: 0, figures: [0.125, null, 0.1] },
    { name: 'Yhteensä', depth: 0, figures: [0.5, null, 0.4] },
  ],
  why: { name: 'Miksi lukua ei ole', reason: 'Tässä ei puhu kukaan' },
  shareDecimals: 1,
};

const linesOf = (csv: string): string[] => csv.replace('\ufeff', '').trimEnd().split('\r\n');

describe('a table of figures as CSV', () => {
  it('leaves undefined figures empty and says in a last column where and why', () => {
    expect(linesOf(writeFigureCsv(table))).toEqual([
      '"Teemat";"H1";"H2";"Yhteensä";"Miksi lukua ei ole"',
      '"Hinta";"12,5";;"10";"H2: Tässä ei puhu kukaan"',
      '"Yhteensä";"50";;"40";"H2: Tässä ei puhu kukaan"',
    ]);
  });

  it('has no such column where every figure is known', () => {
    const rows = [{ name: 'Hinta', depth: 0, figures: [1, 2, 3] }];
    expect(linesOf(writeFigureCsv({ ...table, rows, shareDecimals: null }))).toEqual([
      '"Teemat";"H1";"H2";"Yhteensä"',
      '"Hinta";1;2;3',
    ]);
  });
});

describe('the height of a row', () => {
  const text = 'Pitää luottamusta kaiken perustana: lupaukset pidetään ja soitetaan.';

  it('is left to the program where one line is enough, or nothing is wrapped', () => {
    expect(rowHeight([{ text: 'Hinta', wrap: true }, { number: 3 }], [20, 8])).toBeNull();
    expect(rowHeight([{ text }], [20])).toBeNull();
  });

  it('has room for the lines of the longest cell, its own line breaks among them', () => {
    const one = rowHeight([{ text, wrap: true }], [35]) ?? 0;
    const two = rowHeight([{ text: `${text}\n\n${text}`, wrap: true }, {}], [35, 8]) ?? 0;
    expect(one).toBeGreaterThanOrEqual(2 * 12);
    expect(two).toBeGreaterThanOrEqual(5 * 12);
    expect(rowHeight([{ text: text.repeat(100), wrap: true }], [35])).toBe(409);
  });
});
