import type { FigureTable } from './figure-file.ts';
import type { SummaryTable } from './summary-file.ts';

/** A file that a table is written as. */
interface TableFormat<Table> {
  readonly extension: string;
  readonly mime: string;
  readonly write: (table: Table) => Promise<string | Uint8Array>;
}

export type FigureFormat = TableFormat<FigureTable>;
export type SummaryFormat = TableFormat<SummaryTable>;

const XLSX_MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

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

export const SUMMARY_FORMATS: readonly SummaryFormat[] = [
  {
    extension: 'docx',
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: async (table) => (await import('./summary-file.ts')).writeSummaryDocx(table),
  },
  {
    extension: 'xlsx',
    mime: XLSX_MIME,
    write: async (table) => (await import('./summary-file.ts')).writeSummaryXlsx(table),
  },
];
