import { themeTitle } from '../domain/codebook/tree.ts';
import type { Language } from '../domain/project/records.ts';
import type { ReportFigure } from '../domain/reports/report-sections.ts';
import type { ReportWords } from '../domain/reports/report-words.ts';
import type { BarChart } from './chart.ts';

/** The sub-themes of a section of the report as bars: how many excerpts each has. */
export function sectionBars(
  { table }: ReportFigure,
  theme: string,
  words: ReportWords,
  language: Language,
): BarChart {
  const names = table.rows.map((row) => themeTitle(row));
  const title = words('report.chart.caption', { theme });
  return {
    kind: 'bars',
    ...{ title, language },
    note: '',
    desc: title,
    empty: words('report.section.none'),
    series: [words('report.chart.scale')],
    scale: words('report.chart.scale'),
    items: names.map((name, i) => ({ name, values: [table.rowTotals[i] ?? 0] })),
    table: {
      columns: [words('report.table.theme'), words('report.chart.scale')],
      rows: names.map((name, i) => [name, table.rowTotals[i] ?? 0]),
    },
  };
}
