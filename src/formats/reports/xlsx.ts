import type { Frequencies } from '../../domain/analysis/frequencies.ts';
import type { ReportModel, ReportSection } from '../../domain/reports/report-model.ts';
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
            words('report.table.caption'),
            model.table,
            words,
            tableNote(model, words),
          ),
        ]
      : []),
    ...model.sections.flatMap((section) => figureSheet(section, words)),
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
const RIGHT = { align: 'right' } as const;
const DEEPEST_INDENT = 5;

function countsSheet(
  name: string,
  caption: string,
  { rows, columns, cells, rowTotals, columnTotals, total }: Frequencies,
  words: ReportWords,
  note: string | null = null,
): Sheet {
  const sum = words('report.table.total');
  return {
    name,
    widths: [NAME_WIDTH, ...columns.map(() => FIGURE_WIDTH), FIGURE_WIDTH],
    sticky: { rows: 2, columns: 1 },
    lies: 'across',
    rows: [
      [text(caption, { bold: true })],
      [
        head(words('report.table.theme')),
        ...columns.map((column) => head(column.name, RIGHT)),
        head(sum, RIGHT),
      ],
      ...rows.map((row, i) => [
        text(themeLine(row), { indent: Math.min(row.depth, DEEPEST_INDENT) }),
        ...(cells[i] ?? []).map((figure) => count(figure)),
        count(rowTotals[i] ?? 0, { bold: true }),
      ]),
      [text(sum, SUM), ...columnTotals.map((figure) => count(figure, SUM)), count(total, SUM)],
      ...(note === null ? [] : [[], [text(note, { wrap: true })]]),
    ],
  };
}

/** The table or chart that a section prints: both show the same counts. */
function figureSheet(section: ReportSection, words: ReportWords): Sheet[] {
  if (!section.figure) return [];
  const title = sectionTitle(section, words);
  const caption = words('report.table.figure', { theme: title });
  return [countsSheet(title, caption, section.figure.table, words)];
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
