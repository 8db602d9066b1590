import { editCell, type Afterwards } from './cell-editor.ts';
import { Cells, type Place } from './cells.ts';
import { clearBlock, copyBlock, pasteBlock } from './clipboard.ts';
import { isReading } from '../reading.ts';
import { focusable, Selection } from './selection.ts';

/**
 * Makes the table of interviewees a grid that is used like a spreadsheet. Tab leaves it, as every
 * control: arrows go from cell to cell.
 */
export function makeGrid(): void {
  const table = document.getElementById('case-grid');
  if (!(table instanceof HTMLTableElement)) return;
  const cells = new Cells(table);
  table.setAttribute('role', 'grid');
  table.setAttribute('aria-multiselectable', 'true');
  table.setAttribute('aria-describedby', 'grid-help');
  for (const row of cells.rows)
    for (const cell of row.cells) {
      if (isReading || !cell.classList.contains('value'))
        cell.setAttribute('aria-readonly', 'true');
      focusable(cell).tabIndex = -1;
    }
  for (const link of table.querySelectorAll<HTMLElement>('thead a')) link.tabIndex = 0;
  const had = selection?.place;
  if (selection) selection.follow(cells);
  else selection = new Selection(cells);
  selection.moveTo(had ?? { row: 0, column: 0 }, { extend: had !== undefined, focus: hasFocus });
  listen(table, cells, selection);
}

/** It outlives the table, which is drawn anew after every change. */
let selection: Selection | null = null;
/** Where the focus last was: a cell that is replaced loses it without a word. */
let hasFocus = false;
document.addEventListener('focusin', ({ target }) => {
  hasFocus = target instanceof Element && target.closest('#case-grid tbody') !== null;
});

function listen(table: HTMLTableElement, cells: Cells, chosen: Selection): void {
  const edit = (typed: string | null): void =>
    editCell(cells, chosen.place, typed, (next) => chosen.moveTo(after(chosen.place, next)));
  table.addEventListener('keydown', (event) => {
    if (event.target instanceof HTMLInputElement || isInHead(event.target)) return;
    if (onKey(event, cells, chosen, edit)) event.preventDefault();
  });
  table.addEventListener('mousedown', (event) => {
    const place = event.target instanceof Element && cells.placeOf(event.target);
    if (!place || event.target instanceof HTMLInputElement) return;
    const isLink = event.target instanceof HTMLAnchorElement;
    if (!isLink) event.preventDefault();
    chosen.moveTo(place, { extend: event.shiftKey });
  });
  table.addEventListener('dblclick', ({ target }) => {
    if (isReading) return;
    if (target instanceof Element && !(target instanceof HTMLInputElement)) edit(null);
  });
  table.addEventListener('focusin', ({ target }) => {
    const place = target instanceof Element ? cells.placeOf(target) : null;
    const now = chosen.place;
    const isOther = place && (place.row !== now.row || place.column !== now.column);
    if (isOther && !(target instanceof HTMLInputElement)) chosen.moveTo(place, { focus: false });
  });
  table.addEventListener('copy', (event) => {
    if (!(event.target instanceof HTMLInputElement)) copyBlock(event, cells, chosen);
  });
  table.addEventListener('cut', (event) => {
    if (event.target instanceof HTMLInputElement) return;
    copyBlock(event, cells, chosen);
    if (!isReading) void clearBlock(cells, chosen);
  });
  table.addEventListener('paste', (event) => {
    if (isReading || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    void pasteBlock(event.clipboardData?.getData('text/plain') ?? '', cells, chosen);
  });
}

const isInHead = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('thead') !== null;

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number] | undefined>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-10, 0],
  PageDown: [10, 0],
  Home: [0, -Infinity],
  End: [0, Infinity],
};

/** Whether the key meant something here. */
function onKey(
  event: KeyboardEvent,
  cells: Cells,
  chosen: Selection,
  edit: (typed: string | null) => void,
): boolean {
  const { key, shiftKey: extend } = event;
  const control = event.ctrlKey || event.metaKey;
  const step = STEPS[key];
  if (step && !event.altKey) {
    const [rows, columns] = step;
    const far = control && key.startsWith('Arrow') ? Infinity : 1;
    const all = control && (key === 'Home' || key === 'End') ? columns : 0;
    const { row, column } = chosen.place;
    const to = { row: row + by(rows, far) + all, column: column + by(columns, far) };
    chosen.moveTo(to, { extend });
    return true;
  }
  if (control && key.toLowerCase() === 'a') chosen.selectAll();
  else if (control || event.altKey) return false;
  else if (isReading || !cells.schemes[chosen.place.column]) return false;
  else if (key === 'Enter' || key === 'F2') edit(null);
  else if (key === 'Delete' || key === 'Backspace') void clearBlock(cells, chosen);
  else if ([...key].length === 1) edit(key);
  else return false;
  return true;
}

const by = (step: number, far: number): number => (step === 0 ? 0 : step * far);

function after({ row, column }: Place, next: Afterwards): Place {
  if (next === 'down') return { row: row + 1, column };
  if (next === 'right') return { row, column: column + 1 };
  return next === 'left' ? { row, column: column - 1 } : { row, column };
}
