import type { Project } from '../project/project.ts';
import { axis } from './axis.ts';
import { ONE_PLACE, type Axis, type DividingAxis, type Passage } from './axes/axis-item.ts';
import { crossTable, mapTable, type CrossTable } from './cross-table.ts';
import type { FrequencyOptions } from './frequencies.ts';
import { spokenWordMeter, type TextOf } from './meter.ts';
import { EVERYTHING, excerptsSelected, selectionFor } from './selection.ts';
import { excerptsIn, speechOf } from './speech.ts';
import { noValue, ratio, type Statistic } from './statistic.ts';

/**
 * Which share of the interviewees' words was coded, 0–1, rows by columns. A word counts once however
 * many excerpts lie over it, and only where the excerpt's own interviewee speaks it: questions are
 * neither coded nor left uncoded.
 *
 * The whole is what was said in the interviews chosen: by the cases of the row and of the column
 * where these are cases or groups of cases, in answer where they are questions or themes of the
 * guide, and by everybody to everything where neither side divides what is said (themes by types).
 * The whole of a total is all that its side divides. An answer is what is said from the question on
 * to the next, and what somebody placed at it. Undefined (`no-speech`) where nobody speaks, and where
 * a question was not found in the interviews: what is placed at it is not all that was said.
 */
export function coverage(
  project: Project,
  { rows, columns, only: given = EVERYTHING }: Omit<FrequencyOptions, 'unit'>,
  textOf: TextOf,
): CrossTable<Statistic> {
  const only = selectionFor([rows, columns], given);
  const [rowAxis, columnAxis] = [axis(project, rows, only), axis(project, columns, only)];
  const coded = crossTable(rowAxis, columnAxis, (slotCount) =>
    spokenWordMeter(project, excerptsSelected(project, only), slotCount, textOf),
  );
  const wholeOf = (passages: readonly Passage[]) =>
    wholes(rowAxis, columnAxis, (inRows, inColumns) =>
      crossTable(inRows, inColumns, (slotCount) =>
        spokenWordMeter(project, passages, slotCount, textOf),
      ),
    );
  const speech = speechOf(project, only);
  const spoken = wholeOf(speech);
  const asAnswers = [rowAxis, columnAxis].some(({ divides }) => divides === 'answers');
  const whole = asAnswers ? wholeOf([...speech, ...excerptsIn(project, only)]) : spoken;
  return mapTable(coded, (words, row, column) =>
    spoken(row, column) === 0
      ? noValue('no-speech')
      : ratio(words, whole(row, column), 'no-speech'),
  );
}

const isDividing = (side: Axis): side is DividingAxis => side.divides !== undefined;

/** How many words are said where a row and a column meet; a side that divides none has no say in it. */
function wholes(
  rows: Axis,
  columns: Axis,
  said: (rows: Axis<Passage>, columns: Axis<Passage>) => CrossTable<number>,
): (row: number | null, column: number | null) => number {
  const [inRows, inColumns] = [isDividing(rows), isDividing(columns)];
  const { cells, rowTotals, columnTotals, total } = said(
    inRows ? rows : ONE_PLACE,
    inColumns ? columns : ONE_PLACE,
  );
  return (row, column) => {
    const [i, j] = [inRows ? row : null, inColumns ? column : null];
    if (i === null) return (j === null ? total : columnTotals[j]) ?? 0;
    return (j === null ? rowTotals[i] : cells[i]?.[j]) ?? 0;
  };
}
