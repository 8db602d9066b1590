import { sum } from '../analysis/sum.ts';
import type { ReportModel } from './report-model.ts';
import type { ReportWords } from './report-words.ts';

/** What has to be known to read the table of all themes: sentences, often none. */
export const tableNotes = (
  {
    table,
    tableCounts,
    hiddenThemeCount,
  }: Pick<ReportModel, 'table' | 'tableCounts' | 'hiddenThemeCount'>,
  words: ReportWords,
): string[] => [
  // Only where the totals are not the sums a reader would check them by.
  ...(tableCounts === 'cases' || sum(table.rowTotals) === table.total
    ? []
    : [words('report.table.note')]),
  ...(hiddenThemeCount === 0 ? [] : [words('report.table.hidden', { count: hiddenThemeCount })]),
];
