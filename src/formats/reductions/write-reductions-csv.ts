import type { WrittenRow } from '../../domain/reduction/chain.ts';
import { writeCsv } from '../csv.ts';
import type { ReductionWords } from './registry.ts';

const COLUMNS = [
  'original',
  'tag',
  'reduced',
  'subcategory',
  'upper',
  'main',
  'uniting',
] as const satisfies readonly (keyof WrittenRow)[];

/** A row for each excerpt and theme, every category in its own column. */
export const writeReductionsCsv = (rows: readonly WrittenRow[], words: ReductionWords): string =>
  writeCsv(
    [
      COLUMNS.map((column) => words[column]),
      ...rows.map((row) => COLUMNS.map((column) => row[column])),
    ],
    words.language,
  );
