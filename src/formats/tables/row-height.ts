import type { SheetCell } from './write-xlsx.ts';

/** Points of a line of the workbook's type, and what stands around it. */
const LINE = 12.75;
const AROUND = 2.25;
/** More than this no row may have. */
const HIGHEST = 409;

/**
 * How high a row must be for its wrapped text to be read, in points; null where one line is enough.
 * Not every program works it out when it opens a file.
 *
 * @param widths of the columns, in characters
 */
export function rowHeight(row: readonly SheetCell[], widths: readonly number[]): number | null {
  let lines = 1;
  row.forEach(({ text, wrap, indent = 0 }, i) => {
    if (!wrap || text === undefined) return;
    const width = Math.max(1, (widths[i] ?? 10) - 2 * indent);
    if (text.length <= width && !text.includes('\n')) return;
    const needed = text
      .split('\n')
      .reduce((sum, paragraph) => sum + Math.max(1, Math.ceil(paragraph.length / width)), 0);
    lines = Math.max(lines, needed);
  });
  return lines === 1 ? null : Math.min(HIGHEST, lines * LINE + AROUND);
}
