import { paragraph, run, type Xml } from '../reports/docx-xml.ts';
import { oneLine } from '../reports/wording.ts';
import { codebookAppendix, type AppendixTheme, type AppendixWords } from './codebook-appendix.ts';
import type { Codebook } from '../../domain/codebook/codebook-file.ts';
import { cellTerm, cellText, TEXT_WIDTH, wordFile, wordTable } from './word-file.ts';

/** The codebook as a Word document for the appendix: a heading and a small table for each theme. */
export function writeCodebookDocx(codebook: Codebook, words: AppendixWords): Promise<Uint8Array> {
  const blocks = codebookAppendix(codebook, words).flatMap(({ heading: over, themes }) => [
    ...(over === null ? [] : [heading(1, over)]),
    ...themes.flatMap((theme) => themeBlocks(theme, over === null ? 1 : 2)),
  ]);
  const title = paragraph('Title', [run(oneLine(words.title))]);
  return wordFile(words.title, words.language, [title, ...blocks]);
}

const LOWEST_HEADING = 6;

const heading = (level: number, text: string): Xml =>
  paragraph(`Heading${Math.min(level, LOWEST_HEADING)}`, [run(oneLine(text))]);

const TERM_WIDTH = 2100;
const WIDTHS = [TERM_WIDTH, TEXT_WIDTH.upright - TERM_WIDTH];

function themeBlocks({ title, depth, rows }: AppendixTheme, level: number): Xml[] {
  if (rows.length === 0) return [heading(level + depth, title)];
  const cells = rows.map(({ term, text }) => [
    { content: cellTerm(term) },
    { content: cellText(text) },
  ]);
  return [heading(level + depth, title), wordTable(WIDTHS, cells)];
}
