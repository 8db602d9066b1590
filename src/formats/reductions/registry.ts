import type { Language } from '../../domain/project/records.ts';
import type { WrittenRow } from '../../domain/reduction/chain.ts';

/** The heading of each column, and the table's caption. */
export type ReductionWords = Readonly<Record<keyof WrittenRow | 'caption', string>> & {
  readonly language: Language;
};

/** A file that the reduction chain is written as. */
export interface ReductionFormat {
  readonly extension: string;
  readonly mime: string;
  readonly write: (
    rows: readonly WrittenRow[],
    words: ReductionWords,
  ) => Promise<string | Uint8Array>;
}

export const REDUCTION_FORMATS: readonly ReductionFormat[] = [
  {
    extension: 'docx',
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: async (rows, words) =>
      (await import('./reduction-table.ts')).writeReductionDocx(rows, words),
  },
  {
    extension: 'csv',
    mime: 'text/csv; charset=utf-8',
    write: async (rows, words) =>
      (await import('./reduction-table.ts')).writeReductionCsv(rows, words),
  },
];
