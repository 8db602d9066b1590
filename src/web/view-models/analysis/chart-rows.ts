import type { ChartCell, ChartTable } from '../../../charts/chart.ts';
import type { Translate } from '../../i18n.ts';

/**
 * A chart's table as rows for a file. What is undefined stays empty, so that a column of figures is
 * read as figures; a last column says in words why, where there is anything to say.
 */
export function chartRows({ columns, rows, reasons }: ChartTable, t: Translate): ChartCell[][] {
  const why = rows.map((_, row) => whyIn(columns, reasons?.[row] ?? []));
  if (why.every((text) => text === '')) return [[...columns], ...rows.map((row) => [...row])];
  return [[...columns, t('charts.why')], ...rows.map((row, i) => [...row, why[i] ?? ''])];
}

/** "Score, mean: no answers." Columns without a figure for one reason stand together. */
function whyIn(columns: readonly string[], reasons: readonly (string | null)[]): string {
  const byReason = new Map<string, string[]>();
  reasons.forEach((reason, i) => {
    if (reason !== null) byReason.set(reason, [...(byReason.get(reason) ?? []), columns[i] ?? '']);
  });
  return [...byReason].map(([reason, names]) => `${names.join(', ')}: ${reason}`).join(' ');
}
