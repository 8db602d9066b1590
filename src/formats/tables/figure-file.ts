import type { Language } from '../../domain/project/records.ts';
import { writeCsv } from '../csv.ts';
import { writeXlsx, type SheetCell } from './write-xlsx.ts';

/** A table of figures as a file tells it, its words in the file's language. */
export interface FigureTable {
  readonly name: string;
  /** What is counted, and what it was narrowed to. */
  readonly title: string;
  readonly notes: readonly string[];
  readonly language: Language;
  /** Over the names of the rows. */
  readonly corner: string;
  /** The last is the total. */
  readonly columns: readonly string[];
  /** The last is the total. */
  readonly rows: readonly FigureTableRow[];
  /** What is said of figures without a value, and over the column that says it. */
  readonly why: { readonly name: string; readonly reason: string };
  /** Decimals in percent where the figures are shares of 0–1; null where they are counts. */
  readonly shareDecimals: number | null;
}

export interface FigureTableRow {
  readonly name: string;
  /** How far below the top of its tree it stands. */
  readonly depth: number;
  /** Null where a figure is undefined. */
  readonly figures: readonly (number | null)[];
}

/**
 * Header and rows alone, to be read by other programs; shares are in percent. What is undefined stays
 * empty, and a last column says where and why.
 */
export function writeFigureCsv({
  corner,
  columns,
  rows,
  shareDecimals,
  why,
  language,
}: FigureTable): string {
  const inLanguage = new Intl.NumberFormat(language, {
    maximumFractionDigits: shareDecimals ?? 0,
    useGrouping: false,
  });
  const cell = (figure: number | null): string | number | null =>
    figure === null || shareDecimals === null ? figure : inLanguage.format(100 * figure);
  const reasons = rows.map(({ figures }) => {
    const without = columns.filter((_, i) => figures[i] === null);
    return without.length === 0 ? '' : `${without.join(', ')}: ${why.reason}`;
  });
  const withReasons = reasons.some((reason) => reason !== '');
  return writeCsv(
    [
      [corner, ...columns, ...(withReasons ? [why.name] : [])],
      ...rows.map(({ name, figures }, i) => [
        name,
        ...figures.map(cell),
        ...(withReasons ? [reasons[i] ?? ''] : []),
      ]),
    ],
    language,
  );
}

const NAME_WIDTH = 44;
/** The notes below the table say why. */
const UNDEFINED = { text: '–', align: 'right' } as const;
const FIGURE_WIDTH = 11;
/** Over columns with long names, such as questions. */
const BROAD_WIDTH = 20;
const LONG_NAME = 40;
/** Characters of a note in a row: it goes on in the next one. */
const NOTE_LINE = 110;

/** Title, table and notes; the figures are numbers, shares shown as percent. */
export function writeFigureXlsx(table: FigureTable): Promise<Uint8Array> {
  const { columns, rows, notes, shareDecimals } = table;
  const format =
    shareDecimals === null
      ? '#,##0'
      : `0${shareDecimals > 0 ? `.${'0'.repeat(shareDecimals)}` : ''}%`;
  const header: SheetCell[] = [table.corner, ...columns].map((text, i) => ({
    ...{ text, bold: true, wrap: true, rule: 'bottom' },
    ...(i > 0 && { align: 'right' }),
  }));
  const isBroad = columns.some((column) => column.length > LONG_NAME);
  const body = rows.map(({ name, depth, figures }, i): SheetCell[] => {
    const isTotal = i + 1 === rows.length;
    const style = { bold: isTotal, ...(isTotal && { rule: 'top' as const }) };
    return [
      { text: name, indent: depth, wrap: true, ...style },
      ...figures.map((number, j) => ({
        ...(number === null ? UNDEFINED : { number, format }),
        ...style,
        ...(j + 1 === figures.length && { bold: true }),
      })),
    ];
  });
  return writeXlsx({
    name: table.name,
    widths: [NAME_WIDTH, ...columns.map(() => (isBroad ? BROAD_WIDTH : FIGURE_WIDTH))],
    rows: [
      [{ text: table.title, bold: true }],
      [],
      header,
      ...body,
      [],
      ...notes.flatMap(linesOfNote).map((text): SheetCell[] => [{ text }]),
    ],
    sticky: { rows: 3, columns: 1 },
    lies: 'across',
  });
}

const linesOfNote = (note: string): string[] =>
  note.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= NOTE_LINE) return [...lines, word];
    return [...lines.slice(0, -1), `${last} ${word}`];
  }, []);
