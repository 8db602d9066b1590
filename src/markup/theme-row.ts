import { escapeHtml } from './escape.ts';

/** A theme in the codebook's tree. */
export interface ThemeRow {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  /** Empty for a top theme. */
  readonly parentId: string;
  /** Place among the siblings, from 0. */
  readonly index: number;
  readonly siblings: number;
  /** From 1, as screen readers count. */
  readonly level: number;
  /** Deep trees stop moving to the right. */
  readonly indent: number;
  readonly hasChildren: boolean;
  readonly colour: number;
  /** "14 · 7/7": excerpts and cases, sub-themes included. */
  readonly count: string;
  readonly marks: readonly ThemeMark[];
  readonly retired: boolean;
  readonly chosen: boolean;
}

/** A small sign behind the name, with the words it stands for. */
interface ThemeMark {
  readonly kind: string;
  readonly sign: string;
  readonly about: string;
}

/** The row as an item of the tree, a link without a script. In one string: a codebook has thousands. */
export function themeRowHtml(row: ThemeRow): string {
  const id = escapeHtml(row.id);
  const label = row.label ? `<span class="num soft">${escapeHtml(row.label)}</span> ` : '';
  return (
    `<a role="treeitem" class="row d${row.indent}${row.retired ? ' retired' : ''}" id="theme-${id}"` +
    ` href="?theme=${id}#theme-${id}" aria-level="${row.level}" aria-posinset="${row.index + 1}"` +
    ` aria-setsize="${row.siblings}" aria-selected="${row.chosen}"` +
    `${row.hasChildren ? ' aria-expanded="true"' : ''} data-parent="${escapeHtml(row.parentId)}">` +
    `<i class="twist"></i><i class="dot c${row.colour}"></i>` +
    `<span class="row-name">${label}<b>${escapeHtml(row.name)}</b></span>` +
    row.marks.map(markHtml).join('') +
    `<span class="row-count num">${escapeHtml(row.count)}</span></a>\n`
  );
}

function markHtml({ kind, sign, about }: ThemeMark): string {
  const words = escapeHtml(about);
  return (
    `<span class="mark ${kind}" role="img" title="${words}" aria-label="${words}">` +
    `${escapeHtml(sign)}</span>`
  );
}
