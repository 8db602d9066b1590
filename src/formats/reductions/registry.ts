import type { Language } from '../../domain/project/records.ts';
import type { WrittenRow } from '../../domain/reduction/chain.ts';
import { writeReductionsCsv } from './write-reductions-csv.ts';

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
  ) => string | Promise<Uint8Array>;
}

export const REDUCTION_FORMATS: readonly ReductionFormat[] = [
  { extension: 'csv', mime: 'text/csv; charset=utf-8', write: writeReductionsCsv },
];
