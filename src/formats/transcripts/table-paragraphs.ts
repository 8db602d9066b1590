/**
 * A table's rows, each as a paragraph. In a table with a column for the speakers, their names get
 * the colon that the lines of a table stand for.
 */
export function tableParagraphs(rows: readonly (readonly string[])[]): string[] {
  const named = speakerColumn(rows);
  return rows.map((cells) =>
    cells
      .map((cell, column) => (column === named && cell.trim() !== '' ? `${cell.trim()}:` : cell))
      .map((cell) => cell.trim())
      .filter((cell) => cell !== '')
      .join(' '),
  );
}

const NAME = /^\p{L}[^\n:.!?]{0,39}$/u;

/** The column whose cells are all short names, of which one comes again, before a column of speech. */
function speakerColumn(rows: readonly (readonly string[])[]): number | null {
  const columns = Math.max(0, ...rows.slice(0, 50).map((cells) => cells.length));
  for (let column = 0; column < Math.min(columns - 1, 3); column++) {
    const names = rows.map((cells) => cells[column]?.trim() ?? '').filter((name) => name !== '');
    const speech = rows.map((cells) => cells[column + 1]?.trim().length ?? 0);
    const recurs = new Set(names).size < names.length;
    const isLonger = speech.reduce((sum, length) => sum + length, 0) > 2 * names.join('').length;
    if (names.length >= 2 && recurs && isLonger && names.every((name) => NAME.test(name)))
      return column;
  }
  return null;
}
