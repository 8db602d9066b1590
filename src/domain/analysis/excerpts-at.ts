import type { Project } from '../project/project.ts';
import type { Excerpt } from '../project/records.ts';
import { interviewsInOrder } from '../reports/interview-order.ts';
import { bySpan } from '../text/span.ts';
import { axis, type AxisItem, type AxisKind } from './axis.ts';
import { EVERYTHING, excerptsSelected, selectionFor, type Selection } from './selection.ts';

/** A figure of a table: where a row and a column meet, or a total where one of them is null. */
export interface Spot {
  readonly rowId: string | null;
  readonly columnId: string | null;
}

export interface ExcerptsAt {
  /** Null in a total. */
  readonly row: AxisItem | null;
  readonly column: AxisItem | null;
  /** In the order of the interviews, then of the text. */
  readonly excerpts: readonly Excerpt[];
}

/** The excerpts behind a figure, by the rule that counted them; null where the table has no such row or column. */
export function excerptsAt(
  project: Project,
  {
    rows,
    columns,
    only: given = EVERYTHING,
  }: { readonly rows: AxisKind; readonly columns: AxisKind; readonly only?: Selection },
  { rowId, columnId }: Spot,
): ExcerptsAt | null {
  const only = selectionFor([rows, columns], given);
  const [rowAxis, columnAxis] = [axis(project, rows, only), axis(project, columns, only)];
  const row = rowAxis.items.findIndex(({ id }) => id === rowId);
  const column = columnAxis.items.findIndex(({ id }) => id === columnId);
  if ((rowId !== null && row < 0) || (columnId !== null && column < 0)) return null;
  const stands = (places: readonly number[], at: number): boolean =>
    at < 0 ? places.length > 0 : places.includes(at);
  const found = [...excerptsSelected(project, only)].filter(
    (excerpt) =>
      stands(rowAxis.placesOf(excerpt), row) && stands(columnAxis.placesOf(excerpt), column),
  );
  return {
    row: rowAxis.items[row] ?? null,
    column: columnAxis.items[column] ?? null,
    excerpts: inInterviewOrder(project, found),
  };
}

/** By interview, then by place in its text. */
export function inInterviewOrder(project: Project, excerpts: readonly Excerpt[]): Excerpt[] {
  const rank = new Map(interviewsInOrder(project).map(({ id }, i) => [id, i]));
  const rankOf = ({ transcriptId }: Excerpt): number => rank.get(transcriptId) ?? 0;
  return [...excerpts].sort((a, b) => rankOf(a) - rankOf(b) || bySpan(a, b));
}
