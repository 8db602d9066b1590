import { escapeMarkdown, escapeMarkdownLine } from '../reports/escape-markdown.ts';
import { codebookAppendix, type AppendixRow, type AppendixWords } from './codebook-appendix.ts';
import type { Codebook } from '../../domain/codebook/codebook-file.ts';

/** The codebook as Markdown, a heading a theme: blocks with a blank line between. */
export function writeCodebookMarkdown(codebook: Codebook, words: AppendixWords): string {
  const blocks = codebookAppendix(codebook, words).flatMap(({ heading: over, themes }) => [
    ...(over === null ? [] : [heading(2, over)]),
    ...themes.flatMap(({ title, depth, rows }) => [
      heading(depth + (over === null ? 2 : 3), title),
      ...rows.map(block),
    ]),
  ]);
  return `${[heading(1, words.title), ...blocks].join('\n\n')}\n`;
}

const LOWEST_HEADING = 6;

const heading = (level: number, text: string): string =>
  `${'#'.repeat(Math.min(level, LOWEST_HEADING))} ${escapeMarkdown(text)}`;

/** Lines stay lines: two spaces at the end break one. Paragraphs stay paragraphs. */
function block({ term, text }: AppendixRow): string {
  const paragraphs = text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.split('\n').map(escapeMarkdownLine).filter(Boolean).join('  \n'));
  return `**${escapeMarkdown(term)}:** ${paragraphs.filter(Boolean).join('\n\n')}`;
}
