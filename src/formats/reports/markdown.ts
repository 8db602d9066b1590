import type { ReportModel, ReportSection, ReportType } from '../../domain/reports/report-model.ts';
import type { ReportQuote } from '../../domain/reports/report-quote.ts';
import { escapeMarkdown, escapeMarkdownLine } from './escape-markdown.ts';
import type { ReportWords } from './report-format.ts';
import { safeMarkdown } from './safe-markdown.ts';
import {
  countsLine,
  methodFacts,
  quoteNotes,
  quoteTag,
  sectionTitle,
  tableCaption,
  totalsNeedNote,
  typeTitle,
} from './wording.ts';

/** The report as Markdown: blocks with a blank line between. */
export function writeMarkdown(model: ReportModel, words: ReportWords): string {
  const blocks = [
    heading(1, model.title),
    model.title === model.projectName ? '' : escapeMarkdown(model.projectName),
    safeMarkdown(model.introduction, 1),
    ...method(model, words),
    ...table(model, words),
    heading(2, words('report.heading.sections')),
    ...model.sections.flatMap((section) => sectionOf(section, model, words)),
    model.types.length > 0 ? heading(2, words('report.heading.types')) : '',
    ...model.types.flatMap((type) => typeOf(type, model, words)),
    ...withoutTheme(model, words),
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

const heading = (level: number, text: string): string =>
  `${'#'.repeat(level)} ${escapeMarkdown(text)}`;

function method(model: ReportModel, words: ReportWords): string[] {
  const facts = methodFacts(model, words).map(
    ({ term, text }) => `- **${escapeMarkdown(term)}:** ${escapeMarkdown(text)}`,
  );
  const questions = model.method.researchQuestions.map(
    (question, i) => `${i + 1}. ${escapeMarkdown(question)}`,
  );
  return [
    heading(2, words('report.heading.method')),
    facts.join('\n'),
    questions.length > 0 ? `**${escapeMarkdown(words('report.method.researchQuestions'))}**` : '',
    questions.join('\n'),
  ];
}

function table(model: ReportModel, words: ReportWords): string[] {
  const { columns, rows, cells, rowTotals, columnTotals, total } = model.table;
  const header = [
    words('report.table.theme'),
    ...columns.map(({ name }) => name),
    words('report.table.totalShort'),
  ];
  const lines = [
    header.map(escapeMarkdown),
    header.map((_, i) => (i === 0 ? ':--' : '--:')),
    ...rows.map((row, i) => [
      indented(escapeMarkdown(sectionTitle(row)), row.depth),
      ...(cells[i] ?? []),
      rowTotals[i] ?? 0,
    ]),
    [words('report.table.total'), ...columnTotals, total].map((cell) => `**${cell}**`),
  ];
  return [
    heading(2, words('report.heading.table')),
    lines.map((line) => `| ${line.join(' | ')} |`).join('\n'),
    escapeMarkdown(tableCaption(words, 1)),
    totalsNeedNote(model) ? escapeMarkdown(words('report.table.note')) : '',
  ];
}

/** Cells cannot be indented by white space; sub-themes are led by a dash each. */
const indented = (name: string, depth: number): string =>
  depth === 0 ? name : `${'–'.repeat(depth)} ${name}`;

const FIRST_SECTION_LEVEL = 3;

function sectionOf(section: ReportSection, model: ReportModel, words: ReportWords): string[] {
  const level = Math.min(6, FIRST_SECTION_LEVEL + section.depth);
  return [
    heading(level, sectionTitle(section)),
    section.definition
      ? emphasised(`${words('report.section.definition')}: ${section.definition}`)
      : '',
    escapeMarkdown(countsLine(section, model, words)),
    safeMarkdown(section.text, level),
    ...section.quotes.map((quote) => quoteOf(quote, words)),
  ];
}

function typeOf(type: ReportType, model: ReportModel, words: ReportWords): string[] {
  return [
    heading(FIRST_SECTION_LEVEL, typeTitle(type, words)),
    escapeMarkdown(countsLine(type, model, words)),
    type.description ? paragraph(type.description) : '',
    ...type.quotes.map((quote) => quoteOf(quote, words)),
  ];
}

function withoutTheme({ withoutTheme: quotes }: ReportModel, words: ReportWords): string[] {
  if (quotes.length === 0) return [];
  return [
    heading(2, words('report.heading.withoutTheme')),
    escapeMarkdown(words('report.withoutTheme.note')),
    ...quotes.map((quote) => quoteOf(quote, words, { withMemo: true })),
  ];
}

const emphasised = (text: string): string => `*${escapeMarkdown(text)}*`;

/** Lines that stay lines: two spaces at the end break one. Blank lines would end the paragraph. */
const paragraph = (text: string): string =>
  text.split('\n').map(escapeMarkdownLine).filter(Boolean).join('  \n');

/**
 * Only the first line of a quote carries the mark; the others follow it as CommonMark's lazy
 * continuation, so that the quote stands in the file as it was said and can be found there.
 */
function quoteOf(quote: ReportQuote, words: ReportWords, notes?: { withMemo: boolean }): string {
  const spoken = `> ${paragraph(quote.quote)} ${escapeMarkdown(quoteTag(quote, words))}`;
  const below = quoteNotes(quote, words, notes).map((text) => `> ${emphasised(text)}`);
  return [spoken, ...below].join('\n>\n');
}
