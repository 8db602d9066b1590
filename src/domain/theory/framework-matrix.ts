import type { ExcerptId } from '../ids.ts';
import type { ConceptAnswer } from './framework-answers.ts';

export interface FrameworkMatrix {
  /** The concepts of the first dimension. */
  readonly rows: readonly ConceptAnswer[];
  /** The concepts of the second. */
  readonly columns: readonly ConceptAnswer[];
  /** By row, then column: the excerpts that answer both. */
  readonly cells: readonly (readonly (readonly ExcerptId[])[])[];
}

/** The answers of a two-dimensional framework as a table. */
export function frameworkMatrix(answers: readonly ConceptAnswer[]): FrameworkMatrix {
  const rows = answers.filter(({ concept }) => concept.dimension === 0);
  const columns = answers.filter(({ concept }) => concept.dimension === 1);
  return { rows, columns, cells: rows.map((row) => columns.map((column) => inBoth(row, column))) };
}

export const inBoth = (one: ConceptAnswer, other: ConceptAnswer): ExcerptId[] =>
  [...one.excerpts].filter((id) => other.excerpts.has(id));
