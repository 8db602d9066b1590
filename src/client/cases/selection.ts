import type { Cells, Place } from './cells.ts';

/** The cell with the focus, and the block between it and where the selection began. */
export class Selection {
  #cells: Cells;
  #from: Place = { row: 0, column: 0 };
  #to: Place = { row: 0, column: 0 };

  constructor(cells: Cells) {
    this.#cells = cells;
  }

  get place(): Place {
    return this.#to;
  }

  /** The upper left and the lower right corner. */
  get corners(): { first: Place; last: Place } {
    const [a, b] = [this.#from, this.#to];
    return {
      first: { row: Math.min(a.row, b.row), column: Math.min(a.column, b.column) },
      last: { row: Math.max(a.row, b.row), column: Math.max(a.column, b.column) },
    };
  }

  /** By row, the places selected. */
  rows(): Place[][] {
    const { first, last } = this.corners;
    return Array.from({ length: last.row - first.row + 1 }, (_, r) =>
      Array.from({ length: last.column - first.column + 1 }, (_, c) => ({
        row: first.row + r,
        column: first.column + c,
      })),
    );
  }

  /** The page was drawn anew. */
  follow(cells: Cells): void {
    this.#cells = cells;
    this.#from = cells.within(this.#from);
    this.#to = cells.within(this.#to);
    this.#draw();
  }

  /** One cell, or a block up to it where `extend`. */
  moveTo(place: Place, { extend = false, focus = true } = {}): void {
    const old = this.#cells.at(this.#to);
    this.#to = this.#cells.within(place);
    if (!extend) this.#from = this.#to;
    if (old) focusable(old).tabIndex = -1;
    const cell = this.#cells.at(this.#to);
    if (cell) {
      focusable(cell).tabIndex = 0;
      if (focus) focusable(cell).focus();
      cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
    this.#draw();
  }

  selectAll(): void {
    this.#from = { row: 0, column: 1 };
    this.#to = this.#cells.within({ row: Infinity, column: Infinity });
    this.moveTo(this.#to, { extend: true });
  }

  #draw(): void {
    for (const cell of this.#cells.table.querySelectorAll('[aria-selected="true"]'))
      cell.removeAttribute('aria-selected');
    const places = this.rows().flat();
    if (places.length < 2) return;
    for (const place of places) this.#cells.at(place)?.setAttribute('aria-selected', 'true');
  }
}

/** A name is a link: that has the focus, so that Enter follows it. */
export const focusable = (cell: HTMLTableCellElement): HTMLElement =>
  cell.querySelector<HTMLElement>('a') ?? cell;
