import type { Sheet, SheetCell } from './write-xlsx.ts';
import { rowHeight } from './row-height.ts';
import type { SheetLooks } from './sheet-looks.ts';

/** What Excel takes in one cell. */
const LONGEST_TEXT = 32_000;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/**
 * A worksheet as it stands in the file, in pieces of some hundred rows each. Text stands in its cell
 * and numbers are numbers; nothing is ever a formula.
 */
export function* sheetXml(sheet: Sheet, looks: SheetLooks, isFirst: boolean): Generator<string> {
  yield (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    `<worksheet xmlns="${MAIN}">${fitOf(sheet)}${viewOf(sheet, isFirst)}${columnsOf(sheet)}<sheetData>`
  );
  const letters = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const columns = Array.from({ length: letters }, (_, i) => columnName(i));
  let piece = '';
  for (const [i, row] of sheet.rows.entries()) {
    piece += rowXml(row, i + 1, columns, looks, rowHeight(row, sheet.widths));
    if ((i + 1) % ROWS_IN_PIECE === 0) {
      yield piece;
      piece = '';
    }
  }
  const fit = fitsPage(sheet) ? ' fitToWidth="1" fitToHeight="0"' : '';
  const across =
    sheet.lies === 'across' ? `<pageSetup paperSize="9"${fit} orientation="landscape"/>` : '';
  yield `${piece}</sheetData>${across}</worksheet>`;
}

const ROWS_IN_PIECE = 200;

/** In characters, what is still legible when it is printed on the width of one page. */
const PAGE_FITS = 260;

const fitsPage = ({ widths, lies }: Sheet): boolean =>
  lies === 'across' && widths.reduce((sum, width) => sum + width, 0) <= PAGE_FITS;

const fitOf = (sheet: Sheet): string =>
  fitsPage(sheet) ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : '';

function viewOf({ sticky: { rows, columns } }: Sheet, isFirst: boolean): string {
  const split = (columns > 0 ? ` xSplit="${columns}"` : '') + (rows > 0 ? ` ySplit="${rows}"` : '');
  const side = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
  const at = `${columnName(columns)}${rows + 1}`;
  const pane =
    split === ''
      ? ''
      : `<pane${split} topLeftCell="${at}" activePane="${side}" state="frozen"/><selection pane="${side}"/>`;
  const selected = isFirst ? ' tabSelected="1"' : '';
  return `<sheetViews><sheetView${selected} workbookViewId="0">${pane}</sheetView></sheetViews>`;
}

function columnsOf({ widths }: Sheet): string {
  if (widths.length === 0) return '';
  const columns = widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  );
  return `<cols>${columns.join('')}</cols>`;
}

function rowXml(
  row: readonly SheetCell[],
  number: number,
  columns: readonly string[],
  looks: SheetLooks,
  height: number | null,
): string {
  let cells = '';
  for (let i = 0; i < row.length; i++) {
    const cell = row[i];
    if (cell) cells += cellXml(cell, `${columns[i]}${number}`, looks);
  }
  const high = height === null ? '' : ` ht="${height}" customHeight="1"`;
  return cells === '' ? '' : `<row r="${number}"${high}>${cells}</row>`;
}

function cellXml(cell: SheetCell, at: string, looks: SheetLooks): string {
  const { text, number, rule } = cell;
  if (text !== undefined && text !== '') {
    const shown = cellText(text);
    return `<c r="${at}" s="${looks.idOf(cell, isFormulaLike(text))}" t="inlineStr"><is><t xml:space="preserve">${shown}</t></is></c>`;
  }
  if (number !== undefined && number !== null && Number.isFinite(number))
    return `<c r="${at}" s="${looks.idOf(cell)}"><v>${number}</v></c>`;
  return rule ? `<c r="${at}" s="${looks.idOf(cell)}"/>` : '';
}

/** What would become a formula when somebody goes into the cell and leaves it again. */
const isFormulaLike = (text: string): boolean => /^[=+\-@\t\r]/.test(text);

/** What no XML can hold, what means something in it, and what Excel takes for a character's number. */
const SPECIAL = /(?![\t\n])\p{Cc}|\p{Cs}|[\ufffe\uffff&<>]|_(?=x[0-9a-fA-F]{4}_)/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;' },
  _: '_x005F_',
};

/** The end of a text longer than Excel takes is left out, whole characters of it. */
const cellText = (text: string): string => xmlText(text.slice(0, LONGEST_TEXT));

const xmlText = (text: string): string => text.replace(SPECIAL, (c) => ENTITIES[c] ?? '');

/** A is 0, AA is 26. */
export const columnName = (index: number): string =>
  (index < 26 ? '' : columnName(Math.floor(index / 26) - 1)) +
  String.fromCharCode(65 + (index % 26));
