import { escapeHtml } from './escape.ts';

/** The themes of one column of the reduction chain, over all the rows they hold for. */
export interface ChainCell {
  readonly span: number;
  readonly name: string;
  /** The lowest of the cell's themes; what is dropped here goes to it. Empty where there is none. */
  readonly themeId: string;
  readonly colour: number;
}

/** An excerpt under one of its themes. */
export interface ChainTableRow {
  readonly excerptId: string;
  readonly themeId: string;
  readonly quote: string;
  readonly tag: string;
  readonly href: string;
  readonly reduction: string;
  /** The theme itself where it has no column of its own. */
  readonly code: string;
  /** Those that begin in this row. */
  readonly cells: readonly ChainCell[];
}

/** Rows that are laid out together. */
export interface ChainBlock {
  /** Whether it opens a new top theme, so that the headings stand above it. */
  readonly isFirst: boolean;
  /** About how high it is, before it is laid out. */
  readonly size: 'few' | 'some' | 'many';
  readonly rows: readonly ChainTableRow[];
}

/** What all rows have in common. */
export interface ChainFrame {
  readonly base: string;
  /** The language of what is coded, and that of the page. */
  readonly language: string;
  readonly wordsLanguage: string;
  readonly columns: readonly { readonly name: string; readonly isEmpty: boolean }[];
  readonly words: Readonly<Record<'title' | 'row' | 'group' | 'reduced' | 'save', string>>;
}

/** The blocks as HTML, each a table of its own. In one string: a project has thousands of rows. */
export function chainHtml(blocks: readonly ChainBlock[], frame: ChainFrame): string {
  const title = escapeHtml(frame.words.title);
  const headings = frame.columns
    .map(
      ({ name, isEmpty }) =>
        `<th scope="col"${isEmpty ? ' class="none"' : ''}>${escapeHtml(name)}</th>`,
    )
    .join('');
  const row = rowWriter(frame);
  return blocks
    .map(
      ({ isFirst, size, rows }) =>
        `<div class="chain-block ${size}${isFirst ? ' first' : ''}"><table class="chain" aria-label="${title}">` +
        `<thead><tr>${headings}</tr></thead><tbody lang="${escapeHtml(frame.language)}">\n` +
        `${rows.map(row).join('')}</tbody></table></div>\n`,
    )
    .join('');
}

function rowWriter({ base, wordsLanguage, words }: ChainFrame): (row: ChainTableRow) => string {
  const lang = ` lang="${escapeHtml(wordsLanguage)}"`;
  const move = escapeHtml(words.row);
  const grip = `draggable="true" data-drag="row" title="${move}" aria-label="${move}"${lang}`;
  const group = escapeHtml(words.group);
  const reduced = escapeHtml(words.reduced);
  const save = `<button class="quiet" data-plain${lang}>${escapeHtml(words.save)}</button>`;
  const cell = (row: string, { span, name, themeId, colour }: ChainCell): string => {
    const open = `<td${span > 1 ? ` rowspan="${span}"` : ''} class="chain-group${colour ? ` c${colour}` : ''}"`;
    if (!themeId) return `${open}></td>`;
    const id = escapeHtml(themeId);
    const said = escapeHtml(name);
    return (
      `${open} data-theme="${id}"><div><a class="grip" id="grip-${row}-${id}" draggable="true"` +
      ` data-drag="theme" href="?group=${id}" title="${group}" aria-label="${group}: ${said}"></a>${said}</div></td>`
    );
  };
  return (row) => {
    const excerpt = escapeHtml(row.excerptId);
    const theme = escapeHtml(row.themeId);
    const id = `${excerpt}-${theme}`;
    const reduction = escapeHtml(row.reduction);
    return (
      `<tr id="row-${id}" data-row="${excerpt}" data-theme="${theme}"><td>` +
      `<a class="grip" id="grip-${id}" href="?row=${excerpt}&amp;from=${theme}" ${grip}></a>` +
      `<span class="chain-quote" dir="auto">${escapeHtml(row.quote)}</span>` +
      ` <a class="chain-tag" href="${escapeHtml(row.href)}">${escapeHtml(row.tag)}</a></td>` +
      `<td><form method="post" action="${base}/reductions/${excerpt}?under=${theme}" data-live>` +
      `<div class="grow" data-value="${reduction}"><textarea name="reduction" rows="1" maxlength="20000"` +
      ` aria-label="${reduced}" data-send>\n${reduction}</textarea></div>${save}</form>` +
      `${row.code ? `<small class="soft">${escapeHtml(row.code)}</small>` : ''}</td>` +
      `${row.cells.map((one) => cell(id, one)).join('')}</tr>\n`
    );
  };
}
