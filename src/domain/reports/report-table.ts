import type { Frequencies } from '../analysis/frequencies.ts';
import type { TableCounts } from '../project/report-records.ts';
import type { ReportWords } from './report-words.ts';

/** Excerpts by theme and interviewee, and how many interviewees they come from. */
export interface ReportTable extends Frequencies {
  /** By row: interviewees with at least one excerpt. */
  readonly rowCaseCounts: readonly number[];
  /** Interviewees with an excerpt anywhere in the table. */
  readonly caseCount: number;
}

const present = (counts: readonly number[]): number => counts.filter((count) => count > 0).length;

export const reportTable = (table: Frequencies): ReportTable => ({
  ...table,
  rowCaseCounts: table.cells.map(present),
  caseCount: present(table.columnTotals),
});

/** A column that closes a table: the excerpts of each row, or "5/7", its interviewees. */
export interface TableEnd {
  readonly kind: 'excerpts' | 'cases';
  readonly name: string;
  readonly shortName: string;
  /** By row, then below all of them. */
  readonly counts: readonly number[];
  readonly total: number;
  /** What they are counted out of; null where that is not said. */
  readonly all: number | null;
}

export function tableEnds(table: ReportTable, tells: TableCounts, words: ReportWords): TableEnd[] {
  const excerpts: TableEnd = {
    kind: 'excerpts',
    name: words('report.table.total'),
    shortName: words('report.table.totalShort'),
    counts: table.rowTotals,
    total: table.total,
    all: null,
  };
  const cases: TableEnd = {
    kind: 'cases',
    name: words('report.table.cases'),
    shortName: words('report.table.cases'),
    counts: table.rowCaseCounts,
    total: table.caseCount,
    all: table.columns.length,
  };
  return tells === 'both' ? [excerpts, cases] : [tells === 'cases' ? cases : excerpts];
}

/** "12", or "5/7". */
export const endText = ({ all }: TableEnd, count: number): string =>
  all === null ? String(count) : `${count}/${all}`;

/** What an interviewee has of a row: how many excerpts, or a cross where any at all. */
export const cellText = (count: number, tells: TableCounts): string =>
  tells === 'cases' ? (count > 0 ? '×' : '–') : String(count);

/** Below a column: its excerpts; nothing where crosses would be added up. */
export const columnTotalText = (count: number, tells: TableCounts): string =>
  tells === 'cases' ? '' : String(count);

/** What the table of all themes shows. */
export const tableCaptionText = (tells: TableCounts, words: ReportWords): string =>
  words(tells === 'cases' ? 'report.table.captionCases' : 'report.table.caption');

/** What the table of a section shows. */
export const figureCaptionText = (tells: TableCounts, theme: string, words: ReportWords): string =>
  words(tells === 'cases' ? 'report.table.figureCases' : 'report.table.figure', { theme });
