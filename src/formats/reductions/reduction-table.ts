import type { WrittenRow } from '../../domain/reduction/chain.ts';
import type { ReductionWords } from './registry.ts';
import { writeCsv } from '../csv.ts';
import { paragraph, run } from '../reports/docx-xml.ts';
import { NO_BREAK_SPACE, oneLine } from '../reports/wording.ts';
import {
  cellTerm,
  cellText,
  TEXT_WIDTH,
  wordFile,
  wordTable,
  type WordCell,
} from '../codebooks/word-file.ts';

const COLUMNS = [
  'original',
  'tag',
  'reduced',
  'subcategory',
  'upper',
  'main',
  'uniting',
] as const satisfies readonly (keyof WrittenRow)[];

type WordColumn = Exclude<(typeof COLUMNS)[number], 'tag'>;

/** From the widest category to the narrowest. */
const CATEGORIES = ['uniting', 'main', 'upper', 'subcategory'] as const;

export const writeReductionCsv = (rows: readonly WrittenRow[], words: ReductionWords): string =>
  writeCsv(
    [
      COLUMNS.map((column) => words[column]),
      ...rows.map((row) => COLUMNS.map((column) => row[column])),
    ],
    words.language,
  );

/**
 * The table across a Word page: whose words they are stands behind them, a category stands once for
 * the rows it gathers, and one that no row has gets no column.
 */
export function writeReductionDocx(
  rows: readonly WrittenRow[],
  words: ReductionWords,
): Promise<Uint8Array> {
  const columns = COLUMNS.filter(
    (column): column is WordColumn =>
      column === 'original' || (column !== 'tag' && rows.some((row) => row[column])),
  );
  const header = columns.map((column) => ({ content: cellTerm(words[column]) }));
  const places = columns.map((column) => placesIn(rows, column));
  const body = rows.map((row, i) =>
    columns.map((column, k) => cellOf(row, column, places[k]?.[i] ?? 0, places[k]?.[i + 1] ?? 0)),
  );
  const caption = paragraph('Caption', [run(oneLine(words.caption))]);
  const table = wordTable(widthsOf(columns.length), body, header);
  return wordFile(words.caption, words.language, [caption, table], 'across');
}

/** The words take twice the room of a category. */
function widthsOf(count: number): number[] {
  const share = Math.floor(TEXT_WIDTH.across / (count + 1));
  return [TEXT_WIDTH.across - share * (count - 1), ...Array<number>(count - 1).fill(share)];
}

/** A category is said again after so many rows: what it gathers may run over pages. */
const MOST_JOINED = 8;

/** By row: which of those that stand together it is, from 0. */
function placesIn(rows: readonly WrittenRow[], column: WordColumn): number[] {
  const wider = CATEGORIES.slice(0, CATEGORIES.findIndex((one) => one === column) + 1);
  let place = 0;
  return rows.map((row, i) => {
    const above = rows[i - 1];
    const isSame = above !== undefined && wider.every((one) => row[one] === above[one]);
    const isGathered = wider.length > 0 && row[column] !== null && isSame;
    place = isGathered && place + 1 < MOST_JOINED ? place + 1 : 0;
    return place;
  });
}

function cellOf(row: WrittenRow, column: WordColumn, place: number, next: number): WordCell {
  if (column === 'original') {
    const tag = run(`${NO_BREAK_SPACE}${oneLine(row.tag)}`, { style: 'QuoteSource' });
    return { content: cellText(row.original, [tag]) };
  }
  const content = cellText(row[column] ?? '');
  if (place > 0) return { content, joined: 'below' };
  return next > 0 ? { content, joined: 'first' } : { content };
}
