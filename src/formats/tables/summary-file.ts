import type { Language } from '../../domain/project/records.ts';
import { cellTerm, cellText, TEXT_WIDTH, wordFile, wordTable } from '../codebooks/word-file.ts';
import { paragraph, run } from '../reports/docx-xml.ts';
import { oneLine } from '../reports/wording.ts';
import { writeXlsx, type SheetCell } from './write-xlsx.ts';

/** The framework matrix as a file tells it, its words in the file's language. */
export interface SummaryTable {
  readonly name: string;
  readonly title: string;
  readonly language: Language;
  /** Over the names of the themes. */
  readonly corner: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    readonly depth: number;
    readonly texts: readonly string[];
  }[];
  /** Which part of a table that goes on: "Part 2 of 3". */
  readonly part: (part: number, parts: number) => string;
}

/** More columns of text than these cannot be read on a page: the table goes on in another. */
const COLUMNS_PER_TABLE = 5;
const THEME_SHARE = 0.18;

/** Tables across Word's page, as many as the interviewees ask for. */
export function writeSummaryDocx(table: SummaryTable): Promise<Uint8Array> {
  const { title, language, columns, rows, corner } = table;
  const parts = Math.max(1, Math.ceil(columns.length / COLUMNS_PER_TABLE));
  const size = Math.ceil(columns.length / parts);
  const blocks = Array.from({ length: parts }, (_, i) => {
    const [from, to] = [i * size, Math.min(columns.length, (i + 1) * size)];
    const part = parts > 1 ? ` ${table.part(i + 1, parts)}` : '';
    const heads = [corner, ...columns.slice(from, to)].map((name) => ({ content: cellTerm(name) }));
    const body = rows.map(({ name, texts }) => [
      { content: cellTerm(name) },
      ...texts.slice(from, to).map((text) => ({ content: cellText(text) })),
    ]);
    return [
      paragraph('Caption', [run(oneLine(title) + part)], i > 0 ? { before: 400 } : {}),
      wordTable(widthsOf(to - from), body, heads),
    ];
  });
  return wordFile(title, language, blocks.flat(), 'across');
}

function widthsOf(count: number): number[] {
  const theme = Math.floor(TEXT_WIDTH.across * THEME_SHARE);
  const share = count > 0 ? Math.floor((TEXT_WIDTH.across - theme) / count) : 0;
  return [TEXT_WIDTH.across - share * count, ...Array<number>(count).fill(share)];
}

const NAME_WIDTH = 34;
const TEXT_COLUMN = 40;

export function writeSummaryXlsx({
  name,
  title,
  corner,
  columns,
  rows,
}: SummaryTable): Promise<Uint8Array> {
  const header: SheetCell[] = [corner, ...columns].map((text) => ({
    ...{ text, bold: true, rule: 'bottom' },
  }));
  return writeXlsx({
    name,
    widths: [NAME_WIDTH, ...columns.map(() => TEXT_COLUMN)],
    rows: [
      [{ text: title, bold: true }],
      [],
      header,
      ...rows.map((row): SheetCell[] => [
        { text: row.name, indent: row.depth, bold: true, wrap: true },
        ...row.texts.map((text) => (text === '' ? {} : { text, wrap: true })),
      ]),
    ],
    sticky: { rows: 3, columns: 1 },
    lies: 'across',
  });
}
