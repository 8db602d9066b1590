import { Paragraph, type FileChild } from 'docx';
import {
  captionWithin,
  type AppendixBlock,
  type ReportAppendix,
} from '../../domain/reports/report-appendix.ts';
import { cellTerm, cellText, TEXT_WIDTH, wordTable } from '../codebooks/word-file.ts';
import { HeadingBlock } from './docx-contents.ts';
import { lineRuns, paragraph, run, XmlBlock, xmlText, type Xml } from './docx-xml.ts';
import type { ReportWords } from './report-format.ts';
import { oneLine } from './wording.ts';

export interface AppendixPage {
  /** Whether its page lies across. */
  readonly across: boolean;
  /** Whether it stands first in a part of the document, which begins a page by itself. */
  readonly first: boolean;
}

/** An appendix begins a page; its tables have captions and a header that is repeated. */
export function* docxAppendix(
  appendix: ReportAppendix,
  words: ReportWords,
  { across, first }: AppendixPage,
): Generator<FileChild> {
  const { title, blocks } = appendix;
  yield new HeadingBlock(1, title, { newPage: !first });
  for (const [i, block] of blocks.entries()) {
    if (i > 0) yield spacer();
    yield* blockOf(block, appendix, words, across);
  }
}

/** Whether one of its tables asks for more than an upright page is wide. */
export const appendixLiesAcross = ({ blocks }: ReportAppendix): boolean =>
  blocks.some(
    (block) =>
      block.kind === 'table' &&
      (block.columns.length > UPRIGHT.columns || sumOf(weightsOf(block)) > UPRIGHT.letters),
  );

function* blockOf(
  block: AppendixBlock,
  appendix: ReportAppendix,
  words: ReportWords,
  across: boolean,
): Generator<FileChild> {
  switch (block.kind) {
    case 'heading':
      yield new HeadingBlock(2, block.text);
      return;
    case 'paragraph':
      yield new XmlBlock(paragraph('Normal', lineRuns(block.text.split('\n'))));
      return;
    case 'list':
      for (const item of block.items)
        yield new Paragraph({ style: 'ListParagraph', text: xmlText(oneLine(item)) });
      return;
    case 'table':
      for (const [i, part] of partsOf(block, words, across).entries()) {
        if (i > 0) yield spacer();
        yield* tableOf(part, captionWithin(part, appendix), across);
      }
  }
}

/** An empty line: what follows a table, or ends a document after one. */
export const spacer = (): XmlBlock => new XmlBlock(paragraph('TableText', []));

type Table = Extract<AppendixBlock, { kind: 'table' }>;

/** As many columns as can be read beside each other; more go on in another table. */
const COLUMNS_PER_TABLE = { upright: 13, across: 22 };
/** What an upright page has room for. */
const UPRIGHT = { columns: 10, letters: 125 };

/** The table in as many parts as the page asks for, each with the first column. */
function partsOf(table: Table, words: ReportWords, across: boolean): Table[] {
  const most = COLUMNS_PER_TABLE[across ? 'across' : 'upright'] - 1;
  const count = Math.max(1, Math.ceil((table.columns.length - 1) / most));
  if (count === 1) return [table];
  const size = Math.ceil((table.columns.length - 1) / count);
  return Array.from({ length: count }, (_, i) => {
    const cut = <T>(cells: readonly T[]): T[] => [
      ...cells.slice(0, 1),
      ...cells.slice(1 + i * size, 1 + (i + 1) * size),
    ];
    const part = words('report.table.part', { part: i + 1, parts: count });
    return {
      ...table,
      caption: `${table.caption} ${part}`,
      columns: cut(table.columns),
      rows: table.rows.map(cut),
    };
  });
}

const sumOf = (weights: readonly number[]): number =>
  weights.reduce((sum, weight) => sum + weight, 0);

/** A column is as wide as its longest text asks for, within bounds. */
function weightsOf({ columns, rows }: Table): number[] {
  return columns.map((name, i) => {
    const longest = rows.reduce((most, row) => Math.max(most, String(row[i] ?? '').length), 0);
    return Math.min(WIDEST, Math.max(NARROWEST, name.length + BOLD, longest));
  });
}

/** Letters. */
const NARROWEST = 5;
/** By so many the bold name of a column is wider than its letters. */
const BOLD = 3;
const WIDEST = 45;

const isFigures = ({ rows }: Table, column: number): boolean =>
  rows.every((row) => typeof row[column] !== 'string');

/** Figures stand in the middle, as in the tables of themes. */
const contentOf = (cell: string | number | null): Xml[] =>
  typeof cell === 'number'
    ? [paragraph('TableFigure', [run(String(cell))])]
    : cellText(cell ?? '–');

function* tableOf(table: Table, caption: string | null, across: boolean): Generator<FileChild> {
  const { columns, rows } = table;
  const weights = weightsOf(table);
  const room = TEXT_WIDTH[across ? 'across' : 'upright'];
  const widths = weights.map((weight) => Math.floor((room * weight) / sumOf(weights)));
  if (caption !== null)
    yield new XmlBlock(paragraph('Caption', [run(oneLine(caption))], { keepNext: true }));
  const header = columns.map((name, i) => ({
    content: cellTerm(name, isFigures(table, i) ? 'TableFigure' : 'TableText'),
  }));
  const body = rows.map((row) => row.map((cell) => ({ content: contentOf(cell) })));
  yield new XmlBlock(wordTable(widths, body, header));
}
