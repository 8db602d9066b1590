import type { FigureTable } from './figure-file.ts';

/** A file that a table of figures is written as. */
export interface FigureFormat {
  readonly extension: string;
  readonly mime: string;
  readonly write: (table: FigureTable) => Promise<string | Uint8Array>;
}

export const XLSX_MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const FIGURE_FORMATS: readonly FigureFormat[] = [
  {
    extension: 'xlsx',
    mime: XLSX_MIME,
    write: async (table) => (await import('./figure-file.ts')).writeFigureXlsx(table),
  },
  {
    extension: 'csv',
    mime: 'text/csv; charset=utf-8',
    write: async (table) => (await import('./figure-file.ts')).writeFigureCsv(table),
  },
];
