import { escapeHtml } from './escape.ts';

export interface SummaryCell {
  readonly text: string;
  /** How many excerpts there are, in words; null for none. */
  readonly excerpts: string | null;
  /** Where the cell is written with its quotes beside it. */
  readonly href: string;
  readonly current: boolean;
}

export interface SummaryRow {
  readonly themeId: string;
  readonly title: string;
  readonly depth: number;
  readonly colour: number;
  readonly cells: readonly SummaryCell[];
}

const DEEPEST_INDENT = 4;

/**
 * A theme's row of the framework matrix. In a table too large for a link in every cell, those with
 * nothing to summarise are empty.
 *
 * @param write what a link without a summary is called
 */
export function summaryRow(row: SummaryRow, place: number, write: string, isBig: boolean): string {
  const head = `<th scope="row" class="d${Math.min(row.depth, DEEPEST_INDENT)}"><span class="dot c${row.colour}"></span> ${escapeHtml(row.title)}</th>`;
  const cells = row.cells.map((cell, i) =>
    isBig && cell.text === '' && cell.excerpts === null
      ? '<td></td>'
      : summaryCell(cell, `s${place}-${i}`, write),
  );
  return `<tr data-theme="${escapeHtml(row.themeId)}">${head}${cells.join('')}</tr>`;
}

function summaryCell(
  { text, excerpts, href, current }: SummaryCell,
  id: string,
  write: string,
): string {
  const address = escapeHtml(href);
  const summary =
    text === ''
      ? `<a class="summary" id="${id}" href="${address}" aria-label="${escapeHtml(write)}">+</a>`
      : `<a class="summary" id="${id}" href="${address}" dir="auto">${escapeHtml(text)}</a>`;
  const now = current ? ' aria-current="true"' : '';
  const quotes =
    excerpts === null
      ? ''
      : `<a class="count" href="${address}" data-quotes${now}>${escapeHtml(excerpts)}</a>`;
  return `<td>${summary}${quotes}</td>`;
}
