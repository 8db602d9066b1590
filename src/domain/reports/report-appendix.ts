import type { AppendixId } from '../project/report-records.ts';

/** A piece of an appendix, whatever it is printed as. Texts are plain. */
export type AppendixBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly string[];
      /** Null where there is nothing to say. */
      readonly rows: readonly (readonly (string | number | null)[])[];
    };

export interface ReportAppendix {
  readonly id: AppendixId;
  readonly name: string;
  /** With its number among the appendices: "Appendix 2. Codebook". */
  readonly title: string;
  readonly blocks: readonly AppendixBlock[];
}

/** What stands over a table of an appendix; null where the appendix's heading says it already. */
export const captionWithin = (
  { caption }: Extract<AppendixBlock, { kind: 'table' }>,
  { name }: Pick<ReportAppendix, 'name'>,
): string | null => (caption === name ? null : caption);

/** Whether a column holds figures and nothing else: they stand below the end of its name. */
export const isOfFigures = (
  { rows }: Extract<AppendixBlock, { kind: 'table' }>,
  column: number,
): boolean => {
  const cells = rows.map((row) => row[column] ?? null).filter((cell) => cell !== null);
  return cells.length > 0 && cells.every((cell) => typeof cell === 'number');
};
