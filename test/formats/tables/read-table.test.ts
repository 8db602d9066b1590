import { unzipSync, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { Rejection } from '../../../src/domain/rejection.ts';
import { readTable, TABLE_EXTENSIONS } from '../../../src/formats/tables/read-table.ts';
import { writeWorkbook, type SheetCell } from '../../../src/formats/tables/write-xlsx.ts';
import { workbook } from './workbook.ts';

const read = (text: string | Uint8Array, name = 'a.csv') =>
  readTable(name, typeof text === 'string' ? Buffer.from(text) : text);
const refusal = async (bytes: Uint8Array, name = 'a.xlsx'): Promise<string> =>
  readTable(name, bytes).then(
    () => 'read',
    (error: unknown) => (error instanceof Rejection ? error.code : String(error)),
  );

const ANSWERS =
  'Nimi;Mitä, missä ja miksi, kerro?;Pisteet\nÄijä;"Työ; koti\nja arki";3,5\nÖsten;;9\n';

describe('a table as text', () => {
  it.each([
    ['UTF-8', Buffer.from(ANSWERS)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${ANSWERS}`)],
    ['windows-1252', iconv.encode(ANSWERS, 'windows-1252')],
    ['UTF-16 as Excel saves it', Buffer.from(`\ufeff${ANSWERS}`, 'utf16le')],
    ['lines of Windows', Buffer.from(ANSWERS.replaceAll('\n', '\r\n'))],
    [
      'tabs',
      Buffer.from(
        'Nimi\tMitä, missä ja miksi, kerro?\tPisteet\nÄijä\t"Työ; koti\nja arki"\t3,5\nÖsten\t\t9',
      ),
    ],
    [
      'commas',
      Buffer.from(
        'Nimi,"Mitä, missä ja miksi, kerro?",Pisteet\nÄijä,"Työ; koti\nja arki","3,5"\nÖsten,,9',
      ),
    ],
  ])('is the same in %s', async (_name, bytes) => {
    const { columns, rows, problems } = await read(bytes);
    expect(columns).toEqual(['Nimi', 'Mitä, missä ja miksi, kerro?', 'Pisteet']);
    expect(rows.map(({ cells }) => cells.map((cell) => String(cell).replace('\r', '')))).toEqual([
      ['Äijä', 'Työ; koti\nja arki', '3,5'],
      ['Östen', '', '9'],
    ]);
    expect(problems).toEqual([]);
  });

  it('keeps formulas as the text they are', async () => {
    const { rows } = await read('Nimi,Kaava\nMaija,=1+1\nVille,"=HYPERLINK(""x"")"');
    expect(rows.map(({ cells }) => cells[1])).toEqual(['=1+1', '=HYPERLINK("x")']);
  });

  it('leaves out rows that are too long, fills short ones and skips blank ones, by row', async () => {
    const { rows, problems } = await read('a;b\n1;2\n1;2;3\n\n4\n;\n5;6;;\n');
    expect(rows.map(({ row, cells }) => [row, ...cells])).toEqual([
      [2, '1', '2'],
      [5, '4', null],
      [7, '5', '6'],
    ]);
    expect(problems).toEqual([
      { row: 3, code: 'table-row-long', details: { cells: 3, columns: 2 } },
      { row: 5, code: 'table-row-short', details: { cells: 1, columns: 2 } },
    ]);
  });

  it('tells of quotation marks that do not match', async () => {
    const { problems } = await read('a;b\nx;y\n"z;w\n');
    expect(problems.map(({ row, code }) => [row, code])).toEqual([[3, 'codings-row-quotes']]);
  });

  it('names columns by letters where the first row is data', async () => {
    const { columns, rows, problems } = await read('Maija;45\nVille;30\n');
    expect(columns).toEqual(['A', 'B']);
    expect(rows).toHaveLength(2);
    expect(problems).toEqual([{ row: 1, code: 'table-header-missing', details: {} }]);
  });

  it('gives columns of one name a number, and names of their letters to nameless ones', async () => {
    const { columns, problems } = await read('Ikä;ikä;;x;\n1;2;3;4;\n');
    expect(columns).toEqual(['Ikä', 'ikä (2)', 'C', 'x']);
    expect(problems.map(({ code }) => code)).toEqual(['table-header-twice']);
  });

  it('may have 300 columns', async () => {
    const row = (cell: (i: number) => string): string =>
      Array.from({ length: 300 }, (_, i) => cell(i)).join(';');
    const { columns, rows } = await read(`${row((i) => `K${i}`)}\n${row((i) => `v${i}`)}`);
    expect([columns.length, rows[0]?.cells.length]).toEqual([300, 300]);
  });

  it.each([
    ['nothing', '', 'table-empty'],
    ['blank lines', '\n\n   \n', 'table-empty'],
    ['too many columns', 'x;'.repeat(501) + 'x', 'table-columns-many'],
    ['too many rows', 'x\n'.repeat(20_002), 'table-rows-many'],
  ])('is refused for %s', async (_name, text, code) => {
    expect(await refusal(Buffer.from(text), 'a.csv')).toBe(code);
  });
});

describe('a workbook', () => {
  it('gives texts, numbers, dates, truths and the results of formulas', async () => {
    const bytes = workbook([
      ['Nimi', 'Ikä', 'Päivä', 'Kaava', 'On'],
      ['Äijä', 45, { date: 44_903 }, { formula: '1+1', value: 2 }, true],
    ]);
    const { columns, rows } = await read(bytes, 'a.xlsx');
    expect(columns).toEqual(['Nimi', 'Ikä', 'Päivä', 'Kaava', 'On']);
    expect(rows).toEqual([{ row: 2, cells: ['Äijä', 45, '2022-12-08', 2, 'TRUE'] }]);
  });

  const sheetOf = (name: string, rows: readonly (readonly SheetCell[])[]) => ({
    ...{ name, widths: [10, 10], rows, sticky: { rows: 1, columns: 0 } },
  });

  it('gives shares as a person sees them, and as a file of text holds them', async () => {
    const bytes = await writeWorkbook([
      sheetOf('S', [
        [{ text: 'Nimi' }, { text: 'Osuus' }],
        [{ text: 'A' }, { number: 0.45, format: '0%' }],
        [{ text: 'B' }, { number: 0.07, format: '0.0%' }],
        [{ text: 'C' }, { number: 0.45, format: '0.00" %"' }],
        [{ text: 'D' }, { number: 0.45 }],
      ]),
    ]);
    const { rows } = await read(bytes, 'a.xlsx');
    expect(rows.map(({ cells }) => cells[1])).toEqual([45, 7, 0.45, 0.45]);
  });

  it('gives the sheet that is asked for, and tells which there are', async () => {
    const bytes = await writeWorkbook([
      sheetOf('Ohjeet', [[{ text: 'Ohje' }], [{ text: 'Lue tämä' }]]),
      sheetOf('Vastaukset & muut', [[{ text: 'Nimi' }], [{ text: 'A' }]]),
    ]);
    const sheets = ['Ohjeet', 'Vastaukset & muut'];
    expect(await read(bytes, 'a.xlsx')).toMatchObject({
      ...{ sheet: 'Ohjeet', sheets, columns: ['Ohje'] },
    });
    expect(await readTable('a.xlsx', bytes, 'Vastaukset & muut')).toMatchObject({
      ...{ sheet: 'Vastaukset & muut', sheets, columns: ['Nimi'] },
    });
    await expect(readTable('a.xlsx', bytes, 'Muu')).rejects.toMatchObject({
      code: 'table-sheet-missing',
    });
  });

  it('does not ask for a row’s last cells where they are empty', async () => {
    const { problems } = await read(workbook([['a', 'b'], ['x']]), 'a.xlsx');
    expect(problems).toEqual([]);
  });

  it('is read whatever its ending', async () => {
    expect((await read(workbook([['a'], ['b']]), 'a.csv')).columns).toEqual(['a']);
  });

  it('is refused for a document type that may define entities', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>';
    expect(await refusal(workbook([['a']], bomb))).toBe('xml-entities');
  });

  it('is refused where it would inflate beyond measure', async () => {
    const bytes = zipSync({
      'xl/workbook.xml': Buffer.from('<workbook/>'),
      'xl/worksheets/sheet1.xml': Buffer.alloc(64 * 1024 * 1024),
    });
    expect(await refusal(bytes)).toBe('file-unsafe');
  });

  it.each([
    ['a password', ole('EncryptedPackage'), 'table-locked'],
    ['the old format', ole('Workbook'), 'table-xls'],
    ['being another zip', zipSync({ 'word/document.xml': Buffer.from('<x/>') }), 'table-kind'],
    ['being a picture', Buffer.from('\u0089PNG\r\n\u001a\nxx', 'latin1'), 'table-kind'],
    ['being cut off', workbook([['a']]).subarray(0, 300), 'file-damaged'],
    ['holding no sheet', zipSync({ 'xl/workbook.xml': Buffer.from('<x/>') }), 'table-damaged'],
    ['a row beyond all sheets', placed('r="1"', 'r="99999999999"'), 'table-damaged'],
    ['a column beyond all sheets', placed('r="A1"', 'r="ZZZZ1"'), 'table-damaged'],
    ['a row that is no number', placed('r="1"', 'r="1e300"'), 'table-damaged'],
    ['the same between other quotes', placed('r="1"', "r = '1e300'"), 'table-damaged'],
  ])('is refused for %s', async (_name, bytes, code) => {
    expect(await refusal(bytes)).toBe(code);
  });
});

/** A workbook that says that something of it stands elsewhere. */
function placed(here: string, there: string): Uint8Array {
  const parts = unzipSync(workbook([['a', 'b']]));
  const sheet = Buffer.from(parts['xl/worksheets/sheet1.xml'] ?? []).toString();
  return zipSync({
    ...parts,
    'xl/worksheets/sheet1.xml': Buffer.from(sheet.replace(here, there)),
  });
}

/** A container of the older formats with one stream. */
function ole(stream: string): Uint8Array {
  const bytes = Buffer.alloc(512);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes);
  bytes.write(`${stream}\0`, 128, 'utf16le');
  bytes.writeUInt16LE((stream.length + 1) * 2, 128 + 64);
  return bytes;
}

it('has endings in small letters', () => {
  for (const ending of TABLE_EXTENSIONS) expect(ending).toMatch(/^[a-z]+$/);
});
