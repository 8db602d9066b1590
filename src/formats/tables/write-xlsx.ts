import writeExcel, { type Cell } from 'write-excel-file/node';

/** A cell of a sheet: text, which is never a formula, or a number; nothing where both are left out. */
export interface SheetCell {
  readonly text?: string;
  readonly number?: number | null;
  /** How a number is shown, as spreadsheets write it: `0.0%`. */
  readonly format?: string;
  readonly bold?: boolean;
  readonly indent?: number;
  readonly wrap?: boolean;
  readonly align?: 'left' | 'right';
  /** A line above or below. */
  readonly rule?: 'top' | 'bottom';
}

export interface Sheet {
  readonly name: string;
  /** In characters, by column. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** What stays in sight while one scrolls. */
  readonly sticky: { readonly rows: number; readonly columns: number };
  readonly lies?: 'across';
}

/** What no XML can hold. */
const NO_XML = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

/** What Excel takes in one cell. */
const LONGEST_TEXT = 32_000;
const LONGEST_NAME = 31;

/** A workbook of one sheet for Excel, LibreOffice and their like. */
export const writeXlsx = (sheet: Sheet): Promise<Uint8Array> => writeWorkbook([sheet]);

/** The same of several; names that would be equal are numbered. */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const names = new Set<string>();
  return writeExcel(
    sheets.map(({ name, widths, rows, sticky, lies }) => ({
      data: rows.map((row) => row.map(cellOf)),
      sheet: sheetName(name, names),
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: sticky.rows,
      stickyColumnsCount: sticky.columns,
      ...(lies === 'across' && { orientation: 'landscape' as const }),
    })),
  ).toBuffer();
}

/** As Excel takes it, and unlike those taken. */
function sheetName(wished: string, taken: Set<string>): string {
  const base =
    wished
      .replace(/[\\/*?:[\]]/g, ' ')
      .replace(NO_XML, '')
      .trim() || '1';
  let name = base.slice(0, LONGEST_NAME);
  for (let n = 2; taken.has(name.toLowerCase()); n++)
    name = `${base.slice(0, LONGEST_NAME - 4)} ${n}`;
  taken.add(name.toLowerCase());
  return name;
}

function cellOf({ text, number, format, bold, indent, wrap, align, rule }: SheetCell): Cell {
  const style = {
    alignVertical: 'top' as const,
    fontFamily: 'Arial',
    fontSize: 10,
    ...(bold && { fontWeight: 'bold' as const }),
    ...(indent && { indent }),
    ...(wrap && { wrap }),
    ...(align && { align }),
    ...(rule === 'top' && { topBorderStyle: 'thin' as const }),
    ...(rule === 'bottom' && { bottomBorderStyle: 'thin' as const }),
  };
  if (text !== undefined)
    return { ...style, type: String, value: text.replace(NO_XML, '').slice(0, LONGEST_TEXT) };
  if (number === undefined || number === null) return style;
  return { ...style, type: Number, value: number, ...(format && { format }) };
}
