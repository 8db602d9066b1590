import { chartSvg } from '../../charts/chart-svg.ts';
import { fileLook } from '../../charts/look.ts';
import { sectionBars } from '../../charts/section-bars.ts';
import type {
  ReportFigure,
  ReportModel,
  ReportSection,
  ReportType,
} from '../../domain/reports/report-model.ts';
import {
  captionWithin,
  isOfFigures,
  type AppendixBlock,
  type ReportAppendix,
} from '../../domain/reports/report-appendix.ts';
import { withRunningQuotes, type TextPart } from '../../domain/reports/section-parts.ts';
import type { ReportQuote } from '../../domain/reports/report-quote.ts';
import type { Fact } from '../../domain/reports/report-words.ts';
import { typeFacts } from '../../domain/reports/type-facts.ts';
import { escapeHtml } from './escape-html.ts';
import { anchor, tableBody } from './html-table.ts';
import { REPORT_STYLE } from './html-style.ts';
import { runningQuote } from './running-html.ts';
import { markdownHtml } from './markdown-html.ts';
import type { ReportWords } from './report-format.ts';
import {
  chartCaption,
  countsLine,
  figureCaption,
  methodFacts,
  oneLine,
  quoteNotes,
  quoteParagraphs,
  NO_BREAK_SPACE,
  sectionTitle,
  typeCountsLine,
  tableCaption,
  tableNote,
  typeTitle,
} from './wording.ts';

/** From this many columns on, the table is given the width of the window. */
const WIDE = 11;

/** The report as one file that needs nothing else: to read, to print, to send. */
export function writeHtml(model: ReportModel, words: ReportWords): string {
  const wide = model.table.columns.length >= WIDE ? ' class="wide"' : '';
  return `<!doctype html>
<html lang="${model.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(oneLine(model.title))}</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<main${wide}>
${parts(model, words).filter(Boolean).join('\n')}
</main>
</body>
</html>
`;
}

const parts = (model: ReportModel, words: ReportWords): string[] => [
  heading(1, model.title),
  ...(model.title === model.projectName ? [] : [paragraph('project', model.projectName)]),
  prose(model.introduction, 1),
  ...(model.shows.method ? method(model, words) : []),
  ...(model.shows.table ? table(model, words) : []),
  heading(2, words('report.heading.sections')),
  ...model.sections.flatMap((section) => sectionOf(section, model, words)),
  ...(model.types.length > 0 ? [heading(2, words('report.heading.types'))] : []),
  ...model.types.flatMap((type) => typeOf(type, model, words)),
  ...withoutTheme(model, words),
  ...model.appendices.flatMap(appendixOf),
];

const heading = (level: number, text: string, attributes = ''): string =>
  `<h${level}${attributes}>${escapeHtml(oneLine(text))}</h${level}>`;

const paragraph = (className: string, text: string): string =>
  `<p class="${className}">${lines(text)}</p>`;

/** Line breaks are kept, and stay line breaks for whoever takes the tags away. */
const lines = (text: string): string => text.split('\n').map(escapeHtml).join('<br>\n');

const prose = (markdown: string, level: number): string =>
  markdown.trim() === '' ? '' : `<div class="prose">\n${markdownHtml(markdown, level)}</div>`;

const runningProse = ({ markdown, inline }: TextPart, level: number): string =>
  withRunningQuotes(prose(markdown, level), inline, runningQuote);

const factOf = ({ term, text }: Fact): string =>
  `<dt>${escapeHtml(term)}</dt><dd>${escapeHtml(text)}</dd>`;

function method(model: ReportModel, words: ReportWords): string[] {
  const facts = methodFacts(model, words).map(factOf);
  const questions = model.method.researchQuestions.map(
    (question) => `<li>${escapeHtml(question)}</li>`,
  );
  return [
    heading(2, words('report.heading.method')),
    prose(model.methodText, 2),
    `<dl>\n${facts.join('\n')}\n</dl>`,
    ...(questions.length === 0
      ? []
      : [
          paragraph('questions', words('report.method.researchQuestions')),
          `<ol class="rq">\n${questions.join('\n')}\n</ol>`,
        ]),
  ];
}

const table = (model: ReportModel, words: ReportWords): string[] => [
  '<section class="table">',
  heading(2, words('report.heading.table')),
  ...tableBody(model.table, model.tableCounts, words, {
    name: words('report.heading.table'),
    caption: tableCaption(model, words),
  }),
  ...[tableNote(model, words)].flatMap((note) => (note === null ? [] : paragraph('note', note))),
  '</section>',
];

const FIRST_SECTION_LEVEL = 3;

function sectionOf(section: ReportSection, model: ReportModel, words: ReportWords): string[] {
  const level = Math.min(6, FIRST_SECTION_LEVEL + section.depth);
  return [
    heading(level, sectionTitle(section, words), ` id="${anchor(section.id)}"`),
    ...(section.definition && model.definitions
      ? [paragraph('definition', `${words('report.section.definition')}: ${section.definition}`)]
      : []),
    ...(model.counts ? [paragraph('counts', countsLine(section, model, words))] : []),
    ...(section.figure ? sectionFigure(section, section.figure, model, words) : []),
    ...section.parts.map((part) =>
      part.kind === 'text' ? runningProse(part, level) : quoteOf(part.quote, model, words),
    ),
  ];
}

function typeOf(type: ReportType, model: ReportModel, words: ReportWords): string[] {
  const counts = typeCountsLine(type, model, words);
  const facts = typeFacts(type, words);
  return [
    heading(FIRST_SECTION_LEVEL, typeTitle(type, words)),
    ...(counts === null ? [] : [paragraph('counts', counts)]),
    ...(type.description ? [paragraph('description', type.description)] : []),
    ...(facts.length === 0 ? [] : [`<dl>\n${facts.map(factOf).join('\n')}\n</dl>`]),
    ...type.quotes.map((quote) => quoteOf(quote, model, words)),
  ];
}

function sectionFigure(
  section: ReportSection,
  figure: ReportFigure,
  model: ReportModel,
  words: ReportWords,
): string[] {
  if (figure.kind === 'table') return sectionTable(section, figure, model, words);
  const title = sectionTitle(section, words);
  const svg = chartSvg(
    sectionBars(figure, title, words, model.language),
    fileLook(`chart-${figure.number}`),
  );
  const caption = chartCaption(words, figure.number, title);
  return [`<figure>\n${svg}\n<figcaption>${escapeHtml(caption)}</figcaption>\n</figure>`];
}

/** The sub-themes by interviewee, beside what is said of them. */
const sectionTable = (
  section: ReportSection,
  { table: rows, number }: ReportFigure,
  model: ReportModel,
  words: ReportWords,
): string[] => [
  '<div class="table">',
  ...tableBody(rows, model.tableCounts, words, {
    name: sectionTitle(section, words),
    caption: figureCaption(model, words, number, sectionTitle(section, words)),
  }),
  '</div>',
];

const appendixOf = (appendix: ReportAppendix): string[] => [
  '<section class="appendix">',
  heading(2, appendix.title),
  ...appendix.blocks.map((block) => appendixBlock(block, appendix)),
  '</section>',
];

function appendixBlock(block: AppendixBlock, appendix: ReportAppendix): string {
  switch (block.kind) {
    case 'heading':
      return heading(3, block.text);
    case 'paragraph':
      return paragraph('description', block.text);
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('\n')}\n</ul>`;
    case 'table':
      return plainTable(block, captionWithin(block, appendix));
  }
}

function plainTable(
  table: Extract<AppendixBlock, { kind: 'table' }>,
  caption: string | null,
): string {
  const { caption: label, columns, rows } = table;
  const header = columns.map((name, i) => {
    const look = isOfFigures(table, i) ? ' class="figure"' : '';
    return `<th scope="col"${look}>${escapeHtml(oneLine(name))}</th>`;
  });
  const body = rows.map((row) => `<tr>${row.map(plainCell).join('')}</tr>`);
  return [
    `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(label)}">`,
    `<table class="plain">${caption === null ? '' : `\n<caption>${escapeHtml(caption)}</caption>`}`,
    `<thead><tr>${header.join('')}</tr></thead>`,
    `<tbody>\n${body.join('\n')}\n</tbody>\n</table>\n</div>`,
  ].join('\n');
}

const plainCell = (cell: string | number | null): string =>
  typeof cell === 'number' ? `<td class="figure">${cell}</td>` : `<td>${lines(cell ?? '–')}</td>`;

function withoutTheme(model: ReportModel, words: ReportWords): string[] {
  const { withoutTheme: quotes } = model;
  if (quotes.length === 0) return [];
  return [
    heading(2, words('report.heading.withoutTheme')),
    paragraph('counts', words('report.withoutTheme.note')),
    ...quotes.map((quote) => quoteOf(quote, model, words, { withMemo: true })),
  ];
}

/** `dir` lets each paragraph run in its own direction and keeps the tag out of it. */
function quoteOf(
  quote: ReportQuote,
  { style }: ReportModel,
  words: ReportWords,
  notes?: { withMemo: boolean },
): string {
  const spoken = quoteParagraphs(quote.printed).map(
    (paragraphLines) => `<span dir="auto">${lines(paragraphLines.join('\n'))}</span>`,
  );
  const tag = `${NO_BREAK_SPACE}<cite>${escapeHtml(quote.tag)}</cite>${escapeHtml(quote.tail)}`;
  const below = quoteNotes(quote, words, notes).map((text) => paragraph('note', text));
  const look = [
    ...(style.italics && quote.layout === 'block' ? [] : ['upright']),
    ...(style.indent && quote.layout === 'block' ? [] : ['flush']),
  ].join(' ');
  const className = look === '' ? '' : ` class="${look}"`;
  return `<blockquote${className}>\n<p>${spoken.join('</p>\n<p>')}${tag}</p>\n${below.join('\n')}</blockquote>`;
}
