import type { TableCounts } from '../../domain/project/report-records.ts';
import type {
  ReportFigure,
  ReportModel,
  ReportSection,
  ReportType,
} from '../../domain/reports/report-model.ts';
import {
  captionWithin,
  type AppendixBlock,
  type ReportAppendix,
} from '../../domain/reports/report-appendix.ts';
import { withRunningQuotes, type TextPart } from '../../domain/reports/section-parts.ts';
import {
  cellText,
  columnTotalText,
  endText,
  tableEnds,
  type ReportTable,
} from '../../domain/reports/report-table.ts';
import type { ReportQuote } from '../../domain/reports/report-quote.ts';
import type { Fact } from '../../domain/reports/report-words.ts';
import { typeFacts } from '../../domain/reports/type-facts.ts';
import { escapeMarkdown, escapeMarkdownLine } from './escape-markdown.ts';
import type { ReportWords } from './report-format.ts';
import { safeMarkdown } from './safe-markdown.ts';
import {
  chartCaption,
  countsLine,
  figureCaption,
  methodFacts,
  quoteNotes,
  quoteSource,
  sectionTitle,
  themeLine,
  typeCountsLine,
  tableCaption,
  tableNote,
  typeTitle,
} from './wording.ts';

/** The report as Markdown: blocks with a blank line between. */
export function writeMarkdown(model: ReportModel, words: ReportWords): string {
  const blocks = [
    heading(1, model.title),
    model.title === model.projectName ? '' : escapeMarkdown(model.projectName),
    safeMarkdown(model.introduction, 1),
    ...(model.shows.method ? method(model, words) : []),
    ...(model.shows.table ? table(model, words) : []),
    heading(2, words('report.heading.sections')),
    ...model.sections.flatMap((section) => sectionOf(section, model, words)),
    model.types.length > 0 ? heading(2, words('report.heading.types')) : '',
    ...model.types.flatMap((type) => typeOf(type, model, words)),
    ...withoutTheme(model, words),
    ...model.appendices.flatMap(appendixOf),
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

const heading = (level: number, text: string): string =>
  `${'#'.repeat(level)} ${escapeMarkdown(text)}`;

const facts = (all: readonly Fact[]): string =>
  all.map(({ term, text }) => `- **${escapeMarkdown(term)}:** ${escapeMarkdown(text)}`).join('\n');

function method(model: ReportModel, words: ReportWords): string[] {
  const questions = model.method.researchQuestions.map(
    (question, i) => `${i + 1}. ${escapeMarkdown(question)}`,
  );
  return [
    heading(2, words('report.heading.method')),
    safeMarkdown(model.methodText, 2),
    facts(methodFacts(model, words)),
    questions.length > 0 ? `**${escapeMarkdown(words('report.method.researchQuestions'))}**` : '',
    questions.join('\n'),
  ];
}

const table = (model: ReportModel, words: ReportWords): string[] => [
  heading(2, words('report.heading.table')),
  escapeMarkdown(tableCaption(model, words)),
  tableLines(model.table, model.tableCounts, words),
  escapeMarkdown(tableNote(model, words) ?? ''),
];

function tableLines(table: ReportTable, tells: TableCounts, words: ReportWords): string {
  const { columns, rows, cells, columnTotals } = table;
  const ends = tableEnds(table, tells, words);
  const header = [
    words('report.table.theme'),
    ...columns.map(({ name }) => name),
    ...ends.map(({ shortName }) => shortName),
  ];
  const totals = [
    words('report.table.total'),
    ...columnTotals.map((count) => columnTotalText(count, tells)),
    ...ends.map((end) => endText(end, end.total)),
  ];
  const lines = [
    header.map(escapeMarkdown),
    header.map((_, i) => (i === 0 ? ':--' : '--:')),
    ...rows.map((row, i) => [
      indented(escapeMarkdown(themeLine(row)), row.depth),
      ...(cells[i] ?? []).map((count) => cellText(count, tells)),
      ...ends.map((end) => endText(end, end.counts[i] ?? 0)),
    ]),
    totals.map((cell) => (cell === '' ? '' : `**${cell}**`)),
  ];
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n');
}

/** Cells cannot be indented by white space; sub-themes are led by a dash each. */
const indented = (name: string, depth: number): string =>
  depth === 0 ? name : `${'–'.repeat(depth)} ${name}`;

const FIRST_SECTION_LEVEL = 3;

function sectionOf(section: ReportSection, model: ReportModel, words: ReportWords): string[] {
  const level = Math.min(6, FIRST_SECTION_LEVEL + section.depth);
  return [
    heading(level, sectionTitle(section, words)),
    section.definition && model.definitions
      ? emphasised(`${words('report.section.definition')}: ${section.definition}`)
      : '',
    model.counts ? escapeMarkdown(countsLine(section, model, words)) : '',
    ...(section.figure ? sectionTable(section, section.figure, model, words) : []),
    ...section.parts.map((part) =>
      part.kind === 'text' ? prose(part, level) : quoteOf(part.quote, words),
    ),
  ];
}

const prose = ({ markdown, inline }: TextPart, level: number): string =>
  withRunningQuotes(
    safeMarkdown(markdown, level),
    inline,
    (quote) => `${escapeMarkdown(quote.printed)} ${escapeMarkdown(quoteSource(quote))}`,
  );

/** Markdown has no drawings of its own: a chart is given as the figures it is drawn from. */
function sectionTable(
  section: ReportSection,
  { kind, table: rows, number }: ReportFigure,
  model: ReportModel,
  words: ReportWords,
): string[] {
  const title = sectionTitle(section, words);
  return kind === 'chart'
    ? [escapeMarkdown(chartCaption(words, number, title)), tableLines(rows, 'excerpts', words)]
    : [
        escapeMarkdown(figureCaption(model, words, number, title)),
        tableLines(rows, model.tableCounts, words),
      ];
}

function typeOf(type: ReportType, model: ReportModel, words: ReportWords): string[] {
  return [
    heading(FIRST_SECTION_LEVEL, typeTitle(type, words)),
    escapeMarkdown(typeCountsLine(type, model, words) ?? ''),
    type.description ? paragraph(type.description) : '',
    facts(typeFacts(type, words)),
    ...type.quotes.map((quote) => quoteOf(quote, words)),
  ];
}

const appendixOf = (appendix: ReportAppendix): string[] => [
  heading(2, appendix.title),
  ...appendix.blocks.map((block) => appendixBlock(block, appendix)),
];

function appendixBlock(block: AppendixBlock, appendix: ReportAppendix): string {
  switch (block.kind) {
    case 'heading':
      return heading(3, block.text);
    case 'paragraph':
      return paragraph(block.text);
    case 'list':
      return block.items.map((item) => `- ${escapeMarkdown(item)}`).join('\n');
    case 'table': {
      const { columns, rows } = block;
      const caption = captionWithin(block, appendix);
      const lines = [
        columns.map(escapeMarkdown),
        columns.map((_, i) => (rows.some((row) => typeof row[i] === 'string') ? ':--' : '--:')),
        ...rows.map((row) => row.map((cell) => escapeMarkdown(String(cell ?? '–')))),
      ];
      return [
        ...(caption === null ? [] : [escapeMarkdown(caption), '']),
        ...lines.map((line) => `| ${line.join(' | ')} |`),
      ].join('\n');
    }
  }
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
  const spoken = `> ${paragraph(quote.printed)} ${escapeMarkdown(quoteSource(quote))}`;
  const below = quoteNotes(quote, words, notes).map((text) => `> ${emphasised(text)}`);
  return [spoken, ...below].join('\n>\n');
}
