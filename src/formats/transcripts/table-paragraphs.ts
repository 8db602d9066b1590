/**
 * A table's rows, each as a paragraph. In a table with a column for the speakers, their names get
 * the colon that the lines of a table stand for; numbers of the rows and the columns' headings are
 * left out.
 */
export function tableParagraphs(rows: readonly (readonly string[])[]): string[] {
  const ordered = byHeadings(rows);
  if (ordered) return ordered;
  const named = speakerColumn(rows);
  if (named === null) return rows.map((cells) => joined(cells));
  const [first = []] = rows;
  const isHeaded = hasHeadings(first, rows.slice(1), named);
  const body = isHeaded ? rows.slice(1) : rows;
  const numbers = columnsOfNumbers(body, named);
  return body.map((cells) =>
    joined(
      cells.map((cell, column) => {
        if (numbers.has(column)) return '';
        return column === named && cell.trim() !== '' ? withColon(cell.trim()) : cell;
      }),
    ),
  );
}

const QUESTION = /^(?:kysymys|question|fråga|frage)$/iu;
const ANSWER = /^(?:vastaus|answer|svar|antwort)$/iu;
const SPEECH =
  /^(?:content|text|speech|transcript|teksti|puhe|sisältö|litteraatti|innehåll|tal)$/iu;
const WHEN = /^(?:timespan|time|start|aika|alku|tid|zeit)$/iu;

/**
 * A table whose headings tell more than its order does: each question and its answer are two that
 * speak; `Timespan | Content | Speaker`, as NVivo has it, names whoever speaks behind the words.
 */
function byHeadings(rows: readonly (readonly string[])[]): string[] | null {
  const [headings = [], ...body] = rows;
  const column = (name: RegExp): number => headings.findIndex((cell) => name.test(cell.trim()));
  const [asked, answered] = [column(QUESTION), column(ANSWER)];
  if (asked >= 0 && answered >= 0)
    return body.flatMap((cells) =>
      [asked, answered].map((at) => spoken(headings[at]?.trim() ?? '', cells[at])),
    );
  const [speaker, speech] = [column(HEADING), column(SPEECH)];
  if (speech < 0 || speaker < speech) return null;
  return body.map((cells) => {
    const [start] = (cells[column(WHEN)] ?? '').trim().split(/\s*[-–—]\s*/u);
    const name = cells[speaker]?.trim() ?? '';
    return `${start && TIME.test(start) ? `[${start}] ` : ''}${spoken(name, cells[speech])}`;
  });
}

const spoken = (name: string, speech = ''): string =>
  [name === '' ? '' : withColon(name), speech.trim()].filter((part) => part !== '').join(' ');

const joined = (cells: readonly string[]): string =>
  cells
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(' ');

const withColon = (name: string): string => (name.endsWith(':') ? name : `${name}:`);

const NAME = /^\p{L}[^\n:.!?]{0,39}:?$/u;
const NUMBER = /^\d{1,6}[.)]?$/;
const TIME = /^[[(#]?(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,-]\d{1,3})?[\])#]?$/;

/** The column whose cells are all short names, of which one comes again, before a column of speech. */
function speakerColumn(rows: readonly (readonly string[])[]): number | null {
  const columns = Math.max(0, ...rows.slice(0, 50).map((cells) => cells.length));
  for (let column = 0; column < Math.min(columns - 1, 3); column++) {
    const names = rows.map((cells) => cells[column]?.trim() ?? '').filter((name) => name !== '');
    const speech = rows.map((cells) => cells[column + 1]?.trim().length ?? 0);
    const recurs = new Set(names).size < names.length;
    const isLonger = speech.reduce((sum, length) => sum + length, 0) > 1.2 * names.join('').length;
    if (names.length >= 2 && recurs && isLonger && names.every((name) => NAME.test(name)))
      return column;
  }
  return null;
}

/** `Time | Speaker | Text`: no name comes again, and no number or time stands in it. */
function hasHeadings(
  first: readonly string[],
  rows: readonly (readonly string[])[],
  named: number,
): boolean {
  const cells = first.map((cell) => cell.trim());
  const name = cells[named] ?? '';
  if (name === '' || rows.some((other) => other[named]?.trim() === name)) return false;
  const isCounted = rows.some((other) =>
    other.slice(0, named).some((cell) => NUMBER.test(cell.trim()) || TIME.test(cell.trim())),
  );
  if (isCounted) return !cells.some((cell) => NUMBER.test(cell) || TIME.test(cell));
  return HEADING.test(name);
}

const HEADING =
  /^(?:puhuja|nimi|henkilö|kuka|speaker|name|who|person|talare|namn|vem|sprecher(?:in)?|name|participant)$/iu;

function columnsOfNumbers(
  rows: readonly (readonly string[])[],
  named: number,
): ReadonlySet<number> {
  const columns = Array.from({ length: named }, (_, column) => column).filter((column) =>
    rows.every((cells) => /^$|^\d{1,6}[.)]?$/.test(cells[column]?.trim() ?? '')),
  );
  return new Set(columns);
}
