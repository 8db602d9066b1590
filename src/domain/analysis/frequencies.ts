import type { Project } from '../project/project.ts';
import { axis, type AxisItem, type AxisKind } from './axis.ts';
import { crossTable, type CrossTable } from './cross-table.ts';
import { caseMeter, excerptMeter, wordMeter, type Meter, type TextOf } from './meter.ts';
import { excerptsSelected, EVERYTHING, selectionFor, type Selection } from './selection.ts';

export const FREQUENCY_UNITS = ['excerpts', 'cases', 'words'] as const;
export type FrequencyUnit = (typeof FREQUENCY_UNITS)[number];

export interface FrequencyOptions {
  readonly rows: AxisKind;
  readonly columns: AxisKind;
  readonly unit: FrequencyUnit;
  /** Everything where left out. */
  readonly only?: Selection;
}

export interface Frequencies extends Omit<CrossTable<number>, 'columns'> {
  readonly unit: FrequencyUnit;
  readonly columns: readonly Pick<AxisItem, 'id' | 'name'>[];
}

/**
 * How much was coded, rows by columns. Rows stand in codebook order, cases in case order; those
 * with nothing are shown as 0.
 *
 * Unit: `excerpts`, `cases` (interviewees with at least one excerpt) or `words` (spans of a
 * transcript joined, so that a word under several excerpts counts once; a word belongs to a span
 * when its first character does). An excerpt of a sub-theme counts once for each ancestor.
 *
 * Where coders agreed on a passage, their consensus counts and not what it stands for, unless coders
 * are chosen, stand on a side of the table, or `originals` are asked for.
 *
 * Every total is of distinct things, not a sum: an excerpt with two themes stands in two rows and
 * once in the column's total. A total covers what the table shows: an excerpt that has no row or
 * no column (a memo without a theme) is in none.
 *
 * @throws RangeError for the unit `words` without `textOf`.
 */
export function frequencies(
  project: Project,
  options: FrequencyOptions,
  textOf?: TextOf,
): Frequencies {
  const { unit } = options;
  const table = countTable(project, options, textOf);
  return { unit, ...table, columns: table.columns.map(({ id, name }) => ({ id, name })) };
}

/** The same, with all that is known of the columns. */
export function countTable(
  project: Project,
  { rows, columns, unit, only: given = EVERYTHING }: FrequencyOptions,
  textOf?: TextOf,
): CrossTable<number> {
  const only = selectionFor([rows, columns], given);
  return crossTable(axis(project, rows, only), axis(project, columns, only), (slotCount) =>
    meterFor(project, only, unit, slotCount, textOf),
  );
}

function meterFor(
  project: Project,
  only: Selection,
  unit: FrequencyUnit,
  slotCount: number,
  textOf: TextOf | undefined,
): Meter {
  const excerpts = excerptsSelected(project, only);
  if (unit === 'excerpts') return excerptMeter(excerpts);
  if (unit === 'cases') return caseMeter(project, excerpts, slotCount);
  if (!textOf) throw new RangeError('words are counted in texts: textOf is missing');
  return wordMeter(project, excerpts, slotCount, textOf);
}
