/**
 * The cells of a block that a spreadsheet put on the clipboard: tabs between cells, line ends between
 * rows; a cell with either, or with quotation marks around it, stands in quotation marks, doubled inside.
 */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at <= text.length;) {
    const { cell, end } = cellAt(text, at);
    row.push(cell);
    at = end + 1;
    if (text[end] === '\t') continue;
    rows.push(row);
    row = [];
    if (text[end] === '\r' && text[end + 1] === '\n') at++;
    // The line end behind the last row opens none.
    if (at >= text.length) break;
  }
  return rows;
}

const CELL_END = /[\t\r\n]|$/g;

function cellAt(text: string, at: number): { cell: string; end: number } {
  if (text[at] === '"') {
    const quoted = /^"((?:[^"]|"")*)"(?=[\t\r\n]|$)/.exec(text.slice(at));
    if (quoted)
      return {
        cell: (quoted[1] ?? '').replaceAll('""', '"').replace(/\r\n?/g, '\n'),
        end: at + quoted[0].length,
      };
  }
  CELL_END.lastIndex = at;
  const end = CELL_END.exec(text)?.index ?? text.length;
  return { cell: text.slice(at, end), end };
}

/** The block as a spreadsheet takes it from the clipboard. */
export const writeBlock = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(quotedWhereNeeded).join('\t')).join('\n');

const quotedWhereNeeded = (cell: string): string =>
  /[\t\r\n]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
