import { setImmediate as pause } from 'node:timers/promises';
import { zipped } from '../reports/zipped.ts';
import { SheetLooks } from './sheet-looks.ts';
import { sheetXml } from './sheet-xml.ts';
import { workbookParts } from './workbook-parts.ts';

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

/** A workbook of one sheet for Excel, LibreOffice and their like. */
export const writeXlsx = (sheet: Sheet): Promise<Uint8Array> => writeWorkbook([sheet]);

/**
 * The same of several; names that would be equal are numbered. The sheets are written as the text they
 * are in the file, as an object for each of a million cells would take seconds, and others get a turn
 * between two pieces.
 */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const looks = new SheetLooks();
  const files: [string, Uint8Array][] = [];
  for (const [i, sheet] of sheets.entries()) {
    const pieces: Uint8Array[] = [];
    for (const piece of sheetXml(sheet, looks, i === 0)) {
      pieces.push(Buffer.from(piece));
      await pause();
    }
    files.push([`xl/worksheets/sheet${i + 1}.xml`, Buffer.concat(pieces)]);
  }
  const parts = Object.entries(workbookParts(sheets.map(({ name }) => name)));
  return zipped(
    Object.fromEntries([
      ...parts.map(([name, text]) => [name, Buffer.from(text)] as const),
      ['xl/styles.xml', Buffer.from(looks.xml())] as const,
      ...files,
    ]),
  );
}
