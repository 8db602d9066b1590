import type { AxisItem } from '../../domain/analysis/axis.ts';
import type { TableCounts } from '../../domain/project/report-records.ts';
import {
  cellText,
  columnTotalText,
  endText,
  tableEnds,
  type ReportTable,
} from '../../domain/reports/report-table.ts';
import { escapeHtml } from './escape-html.ts';
import { heatStep, largestOf } from './heat.ts';
import type { ReportWords } from './report-format.ts';
import { oneLine, themeLine } from './wording.ts';

/** Longer names of columns stand upright. */
const UPRIGHT = 6;

/** A table of themes by interviewee, as lines of HTML. */
export function tableBody(
  table: ReportTable,
  tells: TableCounts,
  words: ReportWords,
  { name, caption }: { readonly name: string; readonly caption: string },
): string[] {
  const { columns, rows, cells, columnTotals } = table;
  const ends = tableEnds(table, tells, words);
  const largest = largestOf(cells);
  const upright = columns.some(({ name }) => name.length > UPRIGHT) ? ' class="tall"' : '';
  const header = [
    words('report.table.theme'),
    ...columns.map(({ name }) => name),
    ...ends.map(({ shortName }) => shortName),
  ];
  const body = rows.map((row, i) => {
    const figures = (cells[i] ?? []).map((count) => figure(count, largest, tells)).join('');
    const sums = ends.map((end) => `<td class="sum">${endText(end, end.counts[i] ?? 0)}</td>`);
    return `<tr>${rowHeader(row)}${figures}${sums.join('')}</tr>`;
  });
  const totals = [
    ...columnTotals.map((count) => columnTotalText(count, tells)),
    ...ends.map((end) => endText(end, end.total)),
  ];
  return [
    `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(name)}">`,
    `<table${upright}>`,
    `<caption>${escapeHtml(caption)}</caption>`,
    `<thead><tr>${header.map((name) => `<th scope="col"><span>${escapeHtml(oneLine(name))}</span></th>`).join('')}</tr></thead>`,
    `<tbody>\n${body.join('\n')}\n</tbody>`,
    `<tfoot><tr><th scope="row">${escapeHtml(words('report.table.total'))}</th>${totals.map((text) => `<td>${text}</td>`).join('')}</tr></tfoot>`,
    '</table>',
    '</div>',
  ];
}

const rowHeader = (row: AxisItem): string =>
  `<th scope="row" class="d${Math.min(row.depth, 3)}"><a href="#${anchor(row.id)}">${escapeHtml(themeLine(row))}</a></th>`;

const figure = (count: number, largest: number, tells: TableCounts): string =>
  count === 0
    ? `<td class="zero">${cellText(count, tells)}</td>`
    : `<td class="heat-${heatStep(count, largest)}">${cellText(count, tells)}</td>`;

/** What links to a section lead to. */
export const anchor = (id: string): string => `theme-${id.replace(/[^\w-]/g, '')}`;
