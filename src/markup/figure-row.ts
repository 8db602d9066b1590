import { escapeHtml } from './escape.ts';

export interface FigureCell {
  readonly text: string;
  /** How strongly it is shaded: 0–9. */
  readonly heat: number;
  /** Where its excerpts are; null where there are none. */
  readonly href: string | null;
  /** Whether its excerpts are the ones shown. */
  readonly current: boolean;
}

export interface RowHead {
  readonly title: string;
  readonly depth: number;
  /** The palette's colour of a theme or type; null for what has none. */
  readonly colour: number | null;
  readonly href: string | null;
}

const DEEPEST_INDENT = 4;

/** A row of a table of figures: there may be tens of thousands of cells, so they are kept short. */
export const figureRow = (
  head: RowHead,
  cells: readonly FigureCell[],
  total: FigureCell,
  why: string,
): string =>
  `<tr>${rowHead(head)}${cells.map((cell) => figureCell(cell, why)).join('')}${figureCell(total, why, 'sum')}</tr>`;

function rowHead({ title, depth, colour, href }: RowHead): string {
  const dot = colour === null ? '' : `<span class="dot c${colour}"></span> `;
  const name = escapeHtml(title);
  const inside = href === null ? name : `<a href="${escapeHtml(href)}">${name}</a>`;
  return `<th scope="row" class="d${Math.min(depth, DEEPEST_INDENT)}">${dot}${inside}</th>`;
}

/** @param why what a dash means, said to who points at it or listens */
export function figureCell(
  { text, heat, href, current }: FigureCell,
  why: string,
  name = heat > 0 ? `h${heat}` : '',
): string {
  const open = name === '' ? '<td>' : `<td class="${name}">`;
  if (text === '') return `${open}<abbr title="${escapeHtml(why)}">–</abbr></td>`;
  if (href === null) return `${open}${text}</td>`;
  return `${open}<a href="${escapeHtml(href)}"${current ? ' aria-current="true"' : ''}>${text}</a></td>`;
}
