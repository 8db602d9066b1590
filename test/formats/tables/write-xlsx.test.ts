import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readXlsx } from '../../../src/formats/tables/read-xlsx.ts';
import {
  writeWorkbook,
  writeXlsx,
  type SheetCell,
} from '../../../src/formats/tables/write-xlsx.ts';
import { unzip } from '../reports/unzip.ts';

const sheet = (rows: readonly (readonly SheetCell[])[], name = 'S') => ({
  ...{ name, rows, widths: [10] },
  sticky: { rows: 1, columns: 1 },
});
const xmlOf = async (rows: readonly (readonly SheetCell[])[]): Promise<string> =>
  unzip(await writeXlsx(sheet(rows))).get('xl/worksheets/sheet1.xml') ?? '';

describe('a workbook', () => {
  it('is read again as it was written: texts as texts, numbers as numbers', async () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .map((one) => `${one.replace(/\s|\p{Cc}|_/gu, ' ').trim()}.`);
    const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
    const value = fc.oneof(text, number);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(value, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 9 }),
        async (rows) => {
          const cells = rows.map((row) =>
            row.map((one) => (typeof one === 'string' ? { text: one } : { number: one })),
          );
          const { rows: read } = await readXlsx('a.xlsx', await writeXlsx(sheet(cells)));
          expect(read).toEqual(rows.map((row) => row.map((one) => (one === 0 ? 0 : one))));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('has no formula, and none comes of a text that somebody edits', async () => {
    const xml = await xmlOf([[{ text: '=1+1' }, { text: '@x' }, { text: 'a=1' }]]);
    expect(xml).not.toMatch(/<f[ >]/);
    const [formula, at, plain] = [...xml.matchAll(/<c r="\w+" s="(\d+)"/g)].map(([, id]) => id);
    expect(formula).toBe(at);
    expect(plain).not.toBe(at);
    const styles = unzip(await writeXlsx(sheet([[{ text: '=1' }]]))).get('xl/styles.xml') ?? '';
    expect(styles).toContain('quotePrefix="1"');
  });

  it('leaves out what XML cannot hold, and keeps what looks like Excel’s own signs', async () => {
    const xml = await xmlOf([[{ text: 'a\u0000\u0008\ufffe<&>\ud800 _x0041_ 😀' }]]);
    expect(xml).toContain('>a&lt;&amp;&gt; _x005F_x0041_ 😀<');
  });

  it('cuts a text longer than Excel takes between two characters', async () => {
    const xml = await xmlOf([[{ text: `a${'😀'.repeat(20_000)}` }]]);
    expect(xml).not.toMatch(/\p{Cs}/u);
    expect(xml.match(/😀/gu)?.length).toBe(15_999);
  });

  it('leaves an undefined figure empty', async () => {
    const xml = await xmlOf([[{ number: null }, { number: NaN }, { number: 0 }]]);
    expect(xml.match(/<c /g)?.length).toBe(1);
    expect(xml).toContain('<c r="C1" s="1"><v>0</v></c>');
  });

  it('has every look once, however many cells have it', async () => {
    const rows = Array.from({ length: 500 }, (_, i): SheetCell[] => [
      ...[
        { text: 'a', bold: true },
        { text: 'b', wrap: true },
      ],
      { number: i, format: '0.0%' },
    ]);
    const styles = unzip(await writeXlsx(sheet(rows))).get('xl/styles.xml') ?? '';
    expect(styles).toContain('<cellXfs count="4">');
    expect(styles).toContain('<numFmt numFmtId="164" formatCode="0.0%"/>');
  });

  it('names its sheets apart', async () => {
    const long = 'Taulukko haastateltavittain ja teemoittain';
    const file = await writeWorkbook([
      sheet([], long),
      sheet([], long),
      sheet([], '[a/b]'),
      sheet([], ''),
    ]);
    const names = [...(unzip(file).get('xl/workbook.xml') ?? '').matchAll(/name="([^"]*)"/g)];
    expect(names.map(([, name]) => name)).toEqual([
      'Taulukko haastateltavittain ja',
      'Taulukko haastateltavittain 2',
      'a b',
      '1',
    ]);
  });
});
