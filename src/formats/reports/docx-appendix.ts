import { PageBreak, Paragraph, type FileChild } from 'docx';
import type { AppendixBlock, ReportAppendix } from '../../domain/reports/report-appendix.ts';
import { cellTerm, cellText, TEXT_WIDTH, wordTable } from '../codebooks/word-file.ts';
import { HeadingBlock } from './docx-contents.ts';
import { lineRuns, paragraph, run, XmlBlock, xmlText } from './docx-xml.ts';
import { oneLine } from './wording.ts';

/** An appendix begins a page; its tables have captions and a header that is repeated. */
export function* docxAppendix({ title, blocks }: ReportAppendix): Generator<FileChild> {
  yield new Paragraph({ children: [new PageBreak()] });
  yield new HeadingBlock(1, title);
  for (const block of blocks) yield* blockOf(block);
}

function* blockOf(block: AppendixBlock): Generator<FileChild> {
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
      yield* tableOf(block);
  }
}

/** A column is as wide as its longest text asks for, within bounds. */
function widthsOf(
  columns: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): number[] {
  const weights = columns.map((name, i) => {
    const longest = rows.reduce((most, row) => Math.max(most, String(row[i] ?? '').length), 0);
    return Math.min(WIDEST, Math.max(NARROWEST, name.length, longest));
  });
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => Math.floor((TEXT_WIDTH.upright * weight) / all));
}

/** Letters. */
const NARROWEST = 5;
const WIDEST = 45;

function* tableOf({
  caption,
  columns,
  rows,
}: Extract<AppendixBlock, { kind: 'table' }>): Generator<FileChild> {
  yield new XmlBlock(paragraph('Caption', [run(oneLine(caption))], { keepNext: true }));
  const header = columns.map((name) => ({ content: cellTerm(name) }));
  const body = rows.map((row) => row.map((cell) => ({ content: cellText(String(cell ?? '–')) })));
  yield new XmlBlock(wordTable(widthsOf(columns, rows), body, header));
  yield new XmlBlock(paragraph('TableText', []));
}
