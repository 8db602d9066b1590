import type { AxisItem } from '../../domain/analysis/axis.ts';
import type { ReportModel, ReportSection, ReportType } from '../../domain/reports/report-model.ts';
import type { ReportQuote } from '../../domain/reports/report-quote.ts';
import { escapeHtml } from './escape-html.ts';
import { heatStep, largestOf } from './heat.ts';
import { REPORT_STYLE } from './html-style.ts';
import { markdownHtml } from './markdown-html.ts';
import type { ReportWords } from './report-format.ts';
import {
  countsLine,
  methodFacts,
  NO_BREAK_SPACE,
  oneLine,
  quoteNotes,
  quoteParagraphs,
  quoteTag,
  sectionTitle,
  tableCaption,
  totalsNeedNote,
  typeTitle,
} from './wording.ts';

/** From this many columns on, the table is given the width of the window. */
const WIDE = 11;
/** Longer names of columns stand upright. */
const UPRIGHT = 6;

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
  ...method(model, words),
  ...table(model, words),
  heading(2, words('report.heading.sections')),
  ...model.sections.flatMap((section) => sectionOf(section, model, words)),
  ...(model.types.length > 0 ? [heading(2, words('report.heading.types'))] : []),
  ...model.types.flatMap((type) => typeOf(type, model, words)),
  ...withoutTheme(model, words),
];

const heading = (level: number, text: string, attributes = ''): string =>
  `<h${level}${attributes}>${escapeHtml(oneLine(text))}</h${level}>`;

const paragraph = (className: string, text: string): string =>
  `<p class="${className}">${lines(text)}</p>`;

/** Line breaks are kept, and stay line breaks for whoever takes the tags away. */
const lines = (text: string): string => text.split('\n').map(escapeHtml).join('<br>\n');

const prose = (markdown: string, level: number): string =>
  markdown.trim() === '' ? '' : `<div class="prose">\n${markdownHtml(markdown, level)}</div>`;

function method(model: ReportModel, words: ReportWords): string[] {
  const facts = methodFacts(model, words).map(
    ({ term, text }) => `<dt>${escapeHtml(term)}</dt><dd>${escapeHtml(text)}</dd>`,
  );
  const questions = model.method.researchQuestions.map(
    (question) => `<li>${escapeHtml(question)}</li>`,
  );
  return [
    heading(2, words('report.heading.method')),
    `<dl>\n${facts.join('\n')}\n</dl>`,
    ...(questions.length === 0
      ? []
      : [
          paragraph('questions', words('report.method.researchQuestions')),
          `<ol class="rq">\n${questions.join('\n')}\n</ol>`,
        ]),
  ];
}

function table(model: ReportModel, words: ReportWords): string[] {
  const { columns, rows, cells, rowTotals, columnTotals, total } = model.table;
  const largest = largestOf(cells);
  const upright = columns.some(({ name }) => name.length > UPRIGHT) ? ' class="tall"' : '';
  const header = [
    words('report.table.theme'),
    ...columns.map(({ name }) => name),
    words('report.table.totalShort'),
  ];
  const body = rows.map((row, i) => {
    const figures = (cells[i] ?? []).map((count) => figure(count, largest)).join('');
    return `<tr>${rowHeader(row)}${figures}<td class="sum">${rowTotals[i] ?? 0}</td></tr>`;
  });
  const totals = [...columnTotals, total].map((count) => `<td>${count}</td>`).join('');
  return [
    '<section class="table">',
    heading(2, words('report.heading.table')),
    `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(words('report.heading.table'))}">`,
    `<table${upright}>`,
    `<caption>${escapeHtml(tableCaption(words, 1))}</caption>`,
    `<thead><tr>${header.map((name) => `<th scope="col"><span>${escapeHtml(oneLine(name))}</span></th>`).join('')}</tr></thead>`,
    `<tbody>\n${body.join('\n')}\n</tbody>`,
    `<tfoot><tr><th scope="row">${escapeHtml(words('report.table.total'))}</th>${totals}</tr></tfoot>`,
    '</table>',
    '</div>',
    ...(totalsNeedNote(model) ? [paragraph('note', words('report.table.note'))] : []),
    '</section>',
  ];
}

const rowHeader = (row: AxisItem): string =>
  `<th scope="row" class="d${Math.min(row.depth, 3)}"><a href="#${anchor(row.id)}">${escapeHtml(sectionTitle(row))}</a></th>`;

const figure = (count: number, largest: number): string =>
  count === 0
    ? '<td class="zero">0</td>'
    : `<td class="heat-${heatStep(count, largest)}">${count}</td>`;

const anchor = (id: string): string => `theme-${id.replace(/[^\w-]/g, '')}`;

const FIRST_SECTION_LEVEL = 3;

function sectionOf(section: ReportSection, model: ReportModel, words: ReportWords): string[] {
  const level = Math.min(6, FIRST_SECTION_LEVEL + section.depth);
  return [
    heading(level, sectionTitle(section), ` id="${anchor(section.themeId)}"`),
    ...(section.definition
      ? [paragraph('definition', `${words('report.section.definition')}: ${section.definition}`)]
      : []),
    paragraph('counts', countsLine(section, model, words)),
    prose(section.text, level),
    ...section.quotes.map((quote) => quoteOf(quote, words)),
  ];
}

function typeOf(type: ReportType, model: ReportModel, words: ReportWords): string[] {
  return [
    heading(FIRST_SECTION_LEVEL, typeTitle(type, words)),
    paragraph('counts', countsLine(type, model, words)),
    ...(type.description ? [paragraph('description', type.description)] : []),
    ...type.quotes.map((quote) => quoteOf(quote, words)),
  ];
}

function withoutTheme({ withoutTheme: quotes }: ReportModel, words: ReportWords): string[] {
  if (quotes.length === 0) return [];
  return [
    heading(2, words('report.heading.withoutTheme')),
    paragraph('counts', words('report.withoutTheme.note')),
    ...quotes.map((quote) => quoteOf(quote, words, { withMemo: true })),
  ];
}

/** `dir` lets each paragraph run in its own direction and keeps the tag out of it. */
function quoteOf(quote: ReportQuote, words: ReportWords, notes?: { withMemo: boolean }): string {
  const spoken = quoteParagraphs(quote.quote).map(
    (paragraphLines) => `<span dir="auto">${lines(paragraphLines.join('\n'))}</span>`,
  );
  const tag = `<cite>${escapeHtml(quoteTag(quote, words))}</cite>`;
  const below = quoteNotes(quote, words, notes).map((text) => paragraph('note', text));
  return `<blockquote>\n<p>${spoken.join('</p>\n<p>')}${NO_BREAK_SPACE}${tag}</p>\n${below.join('\n')}</blockquote>`;
}
