import type { Table } from '../../domain/cases/table.ts';

/** A sheet of a workbook that can be read instead. */
export interface SheetChoice {
  readonly name: string;
  readonly isChosen: boolean;
}

export const sheetChoices = ({ sheet, sheets = [] }: Table): SheetChoice[] =>
  sheets.map((name) => ({ name, isChosen: name === sheet }));
