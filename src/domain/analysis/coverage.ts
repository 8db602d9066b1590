import { casesIn } from '../cases/case-of.ts';
import type { CaseId } from '../ids.ts';
import type { Project } from '../project/project.ts';
import { axis, type Axis } from './axis.ts';
import { crossTable, mapTable, type CrossTable } from './cross-table.ts';
import type { FrequencyOptions } from './frequencies.ts';
import { spokenWordMeter, type TextOf } from './meter.ts';
import {
  casesSelected,
  EVERYTHING,
  excerptsSelected,
  selectionFor,
  transcriptsSelected,
  type Selection,
} from './selection.ts';
import { ratio, type Statistic } from './statistic.ts';
import { wordsSpokenBy } from './transcript-words.ts';

/**
 * Which share of the interviewees' words was coded, 0–1, rows by columns. A word counts once however
 * many excerpts lie over it, and only where the excerpt's own interviewee speaks it: questions are
 * neither coded nor left uncoded.
 *
 * The whole is what was said in the interviews chosen: by the cases of the row and of the column
 * where these are cases or groups of cases, by all cases of the table in its totals, and by everybody
 * where neither side divides the cases (themes by types). Undefined (`no-speech`) where nobody speaks.
 */
export function coverage(
  project: Project,
  { rows, columns, only: given = EVERYTHING }: Omit<FrequencyOptions, 'unit'>,
  textOf: TextOf,
): CrossTable<Statistic> {
  const only = selectionFor([rows, columns], given);
  const rowAxis = axis(project, rows, only);
  const columnAxis = axis(project, columns, only);
  const words = crossTable(rowAxis, columnAxis, (slotCount) =>
    spokenWordMeter(project, excerptsSelected(project, only), slotCount, textOf),
  );
  const spoken = spokenByCases(project, only, textOf);
  const wholeOf = wholes(spoken, casesOf(rowAxis), casesOf(columnAxis));
  return mapTable(words, (count, row, column) => ratio(count, wholeOf(row, column), 'no-speech'));
}

type Spoken = ReadonlyMap<CaseId, number>;
type Cases = { readonly of: (place: number | null) => ReadonlySet<CaseId> } | null;

/** The cases of each item, of all of them together for null; null where the axis divides none. */
function casesOf({ cases }: Axis): Cases {
  if (!cases) return null;
  const sets = cases.map((ids) => new Set(ids));
  const all = new Set(cases.flat());
  return { of: (place) => (place === null ? all : (sets[place] ?? all)) };
}

/** How many words are spoken by the cases of a row and a column. */
function wholes(
  spoken: Spoken,
  rows: Cases,
  columns: Cases,
): (row: number | null, column: number | null) => number {
  const known = new Map<number, number>();
  return (row, column) => {
    const key =
      (rows && row !== null ? row + 1 : 0) * MANY + (columns && column !== null ? column + 1 : 0);
    let whole = known.get(key);
    if (whole === undefined) {
      const [inRow, inColumn] = [rows?.of(row), columns?.of(column)];
      whole = 0;
      for (const [id, words] of spoken)
        if (inRow?.has(id) !== false && inColumn?.has(id) !== false) whole += words;
      known.set(key, whole);
    }
    return whole;
  };
}

/** More than a table has columns. */
const MANY = 1_000_000;

function spokenByCases(project: Project, only: Selection, textOf: TextOf): Spoken {
  const words = new Map<CaseId, number>(casesSelected(project, only).map(({ id }) => [id, 0]));
  for (const transcript of transcriptsSelected(project, only))
    for (const id of casesIn(transcript)) {
      const before = words.get(id);
      if (before !== undefined)
        words.set(id, before + wordsSpokenBy(transcript, id, textOf).length);
    }
  return words;
}
