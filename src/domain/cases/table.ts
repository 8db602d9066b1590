/** A cell of a spreadsheet: text, a number, or nothing. Dates are ISO 8601. */
export type Cell = string | number | null;

/** A row that could not be taken, or was taken with a doubt: `errors.<code>`, and what fills it. */
export interface TableProblem {
  /** As the spreadsheet numbers it, the header being the first. */
  readonly row: number;
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;
}

export interface TableRow {
  readonly row: number;
  /** One for each column. */
  readonly cells: readonly Cell[];
}

/** A table with a header: answers of a survey, or what is known of each case. */
export interface Table {
  /** Each name once, none blank. */
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  readonly problems: readonly TableProblem[];
  /** Which sheet of a workbook it is, by its name, and all that it may be. */
  readonly sheet?: string;
  readonly sheets?: readonly string[];
}

/** The cell as text; blank where there is nothing. */
export const cellText = (cell: Cell | undefined): string =>
  cell === null || cell === undefined ? '' : String(cell).trim();
