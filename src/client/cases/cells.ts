import type { PastePlace } from '../../domain/cases/plan-paste.ts';
import type { AttributeId, CaseId } from '../../domain/ids.ts';

export type Scheme = PastePlace['attributes'][number];

/** Rows and columns of the grid, counted from 0; column 0 is the name. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** The cells of the page's grid as they stand in it now. */
export class Cells {
  readonly rows: readonly HTMLTableRowElement[];
  /** By column; null for those that hold no value of an attribute. */
  readonly schemes: readonly (Scheme | null)[];

  constructor(readonly table: HTMLTableElement) {
    this.rows = [...(table.tBodies[0]?.rows ?? [])];
    this.schemes = [...(table.tHead?.rows[0]?.cells ?? [])].map(schemeOf);
  }

  get lastPlace(): Place {
    return { row: this.rows.length - 1, column: this.schemes.length - 1 };
  }

  at({ row, column }: Place): HTMLTableCellElement | null {
    return this.rows[row]?.cells[column] ?? null;
  }

  /** The nearest place that there is. */
  within({ row, column }: Place): Place {
    const last = this.lastPlace;
    return {
      row: Math.max(0, Math.min(last.row, row)),
      column: Math.max(0, Math.min(last.column, column)),
    };
  }

  placeOf(element: Element): Place | null {
    const cell = element.closest<HTMLTableCellElement>('td, th');
    const row = cell ? this.rows.findIndex((one) => one === cell.parentElement) : -1;
    return cell && row >= 0 ? { row, column: cell.cellIndex } : null;
  }

  caseAt(row: number): { id: CaseId; name: string } | null {
    const { case: id, name = '' } = this.rows[row]?.dataset ?? {};
    return id === undefined ? null : { id: id as CaseId, name };
  }

  textAt(place: Place): string {
    return this.at(place)?.textContent.trim() ?? '';
  }

  /** The cases and attributes from a place on, as far as a selection or the grid goes. */
  placeFrom({ row, column }: Place): PastePlace {
    const cases = this.rows.slice(row).flatMap((_, i) => this.caseAt(row + i) ?? []);
    return { cases, attributes: this.schemes.slice(column).filter((one) => one !== null) };
  }
}

function schemeOf(header: HTMLTableCellElement): Scheme | null {
  const { attribute, name = '', scheme } = header.dataset;
  if (attribute === undefined || scheme === undefined) return null;
  const told = JSON.parse(scheme) as Omit<Scheme, 'id' | 'name'>;
  return { id: attribute as AttributeId, name, ...told };
}
