import type { TableCounts } from '../../domain/project/report-records.ts';
import type { ReportModel, ReportSection } from '../../domain/reports/report-model.ts';
import {
  figureCaptionText,
  tableCaptionText,
  tableEnds,
  type ReportTable,
} from '../../domain/reports/report-table.ts';
import { writeWorkbook, type Sheet, type SheetCell } from '../tables/write-xlsx.ts';
import { appendixSheet } from './xlsx-appendix.ts';
import { quoteRows } from './csv.ts';
import type { ReportWords } from './report-format.ts';
import { oneLine, sectionTitle, tableNote, themeLine, typeTitle } from './wording.ts';

/**
 * Every table of the report on a sheet of its own, then its quotes, then the appendices. Counts are
 * numbers, text is text.
 */
export const writeReportXlsx = (model: ReportModel, words: ReportWords): Promise<Uint8Array> =>
  writeWorkbook([
    ...(model.shows.table
      ? [
          countsSheet(
            words('report.heading.table'),
            tableCaptionText(model.tableCounts, words),
            model.table,
            model.tableCounts,
            words,
            tableNote(model, words),
          ),
        ]
      : []),
    ...model.sections.flatMap((section) => figureSheet(section, model, words)),
    ...(model.types.length > 0 ? [typesSheet(model, words)] : []),
    interviewsSheet(model, words),
    quotesSheet(model, words),
    ...model.appendices.map(appendixSheet),
  ]);

const text = (value: string, more: Partial<SheetCell> = {}): SheetCell => ({
  text: value,
  ...more,
});
const head = (value: string, more: Partial<SheetCell> = {}): SheetCell =>
  text(oneLine(value), { bold: true, wrap: true, rule: 'bottom', ...more });
const count = (number: number, more: Partial<SheetCell> = {}): SheetCell => ({ number, ...more });
const SUM = { bold: true, rule: 'top' } as const;

const NAME_WIDTH = 48;
const FIGURE_WIDTH = 8;
const END = { excerpts: FIGURE_WIDTH, cases: 18 };
const RIGHT = { align: 'right' } as const;
const DEEPEST_INDENT = 5;

/** Who has any is 1, who has none 0: crosses cannot be counted with. */
function countsSheet(
  name: string,
  caption: string,
  table: ReportTable,
  tells: TableCounts,
  words: ReportWords,
  note: string | null = null,
): Sheet {
  const { rows, columns, cells, columnTotals } = table;
  const ends = tableEnds(table, tells, words);
  const figure = (value: number): number => (tells === 'cases' ? Math.min(1, value) : value);
  return {
    name,
    widths: [NAME_WIDTH, ...columns.map(() => FIGURE_WIDTH), ...ends.map(({ kind }) => END[kind])],
    sticky: { rows: 2, columns: 1 },
    lies: 'across',
    rows: [
      [text(caption, { bold: true })],
      [
        head(words('report.table.theme')),
        ...columns.map((column) => head(column.name, RIGHT)),
        ...ends.map(({ name: end, all }) => head(all === null ? end : `${end} / ${all}`, RIGHT)),
      ],
      ...rows.map((row, i) => [
        text(themeLine(row), { indent: Math.min(row.depth, DEEPEST_INDENT) }),
        ...(cells[i] ?? []).map((value) => count(figure(value))),
        ...ends.map(({ counts }) => count(counts[i] ?? 0, { bold: true })),
      ]),
      [
        text(words('report.table.total'), SUM),
        ...columnTotals.map((value) => (tells === 'cases' ? text('', SUM) : count(value, SUM))),
        ...ends.map(({ total }) => count(total, SUM)),
      ],
      ...(note === null ? [] : [[], [text(note, { wrap: true })]]),
    ],
  };
}

/** The table or chart that a section prints: both show the same counts. */
function figureSheet(
  section: ReportSection,
  { tableCounts: tells }: ReportModel,
  words: ReportWords,
): Sheet[] {
  if (!section.figure) return [];
  const title = sectionTitle(section, words);
  const caption = figureCaptionText(tells, title, words);
  return [countsSheet(title, caption, section.figure.table, tells, words)];
}

const typesSheet = (model: ReportModel, words: ReportWords): Sheet => ({
  name: words('report.heading.types'),
  widths: [NAME_WIDTH, NAME_WIDTH, 12, 12, NAME_WIDTH],
  sticky: { rows: 1, columns: 1 },
  rows: [
    [
      head(words('report.heading.types')),
      head(words('report.section.definition')),
      head(words('report.sheet.excerpts')),
      head(words('report.csv.case')),
      head(words('report.type.members')),
    ],
    ...model.types.map((type) => [
      text(typeTitle(type, words), { wrap: true }),
      text(type.description ?? '', { wrap: true }),
      count(type.excerptCount),
      count(type.caseCount),
      text(type.memberNames.map(oneLine).join(', '), { wrap: true }),
    ]),
  ],
});

const interviewsSheet = ({ method }: ReportModel, words: ReportWords): Sheet => ({
  name: words('report.sheet.interviews'),
  widths: [NAME_WIDTH, 24, 12, 12],
  sticky: { rows: 1, columns: 1 },
  rows: [
    [
      head(words('report.csv.transcript')),
      head(words('report.csv.case')),
      head(words('report.sheet.words')),
      head(words('report.sheet.excerpts')),
    ],
    ...method.transcripts.map(({ title, caseName, wordCount, excerptCount }) => [
      ...[text(oneLine(title)), text(oneLine(caseName))],
      ...[count(wordCount), count(excerptCount)],
    ]),
  ],
});

/** Widths of the columns of `quoteRows`, in characters. */
const QUOTE_WIDTHS = [8, 32, 10, 16, 8, 9, 70, 18, 40, 24, 12, 10, 24, 12, 10, 10, 70];

const quotesSheet = (model: ReportModel, words: ReportWords): Sheet => ({
  name: words('report.sheet.excerpts'),
  widths: QUOTE_WIDTHS,
  sticky: { rows: 1, columns: 3 },
  rows: quoteRows(model, words).map((row, i) =>
    row.map((cell): SheetCell => {
      if (i === 0) return head(String(cell));
      if (typeof cell === 'number') return count(cell);
      return cell === null || cell === '' ? {} : text(cell, { wrap: true });
    }),
  ),
});
