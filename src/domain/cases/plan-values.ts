import type { AttributeId, CaseId } from '../ids.ts';
import type { CaseValue, NewAttribute, NewCase } from '../project/case-commands.ts';
import { found } from '../project/found.ts';
import { caseKey } from '../project/named-cases.ts';
import type { Project } from '../project/project.ts';
import type { Attribute } from '../project/records.ts';
import { Rejection } from '../rejection.ts';
import { newChoice, readValue, type AttributeValue, type ValueFault } from './attribute-value.ts';
import { choicesIn, type ColumnUse } from './column-use.ts';
import { cellText, type Cell, type Table, type TableProblem } from './table.ts';

export const UNKNOWN_CASES = ['make', 'skip'] as const;
export const DIFFERING_VALUES = ['take', 'keep'] as const;

export interface ValuesChoices {
  /** By column. */
  readonly uses: readonly ColumnUse[];
  /** What becomes of a row about somebody the project does not know. */
  readonly unknownCases: (typeof UNKNOWN_CASES)[number];
  /** What becomes of a value that the project has otherwise; blank cells change nothing. */
  readonly differing: (typeof DIFFERING_VALUES)[number];
}

export interface ChangedValue {
  readonly row: number;
  readonly case: string;
  readonly attribute: Attribute;
  readonly before: AttributeValue;
  readonly after: AttributeValue;
}

/** What taking in a table's values would do. */
export interface ValuesPlan {
  readonly newAttributes: readonly (NewAttribute & { readonly id: AttributeId })[];
  readonly newCases: readonly NewCase[];
  readonly values: readonly CaseValue[];
  /** Values where there was none. */
  readonly addedCount: number;
  readonly changed: readonly ChangedValue[];
  readonly sameCount: number;
  /** By row: what is left out, and why. */
  readonly problems: readonly TableProblem[];
  /** Columns that are measures whose scale or direction was not told yet: they cannot be taken in. */
  readonly unscaled: readonly string[];
}

/** @throws Rejection `measure-scale` where a measure was not told its scale or direction */
export function ensureScaled({ unscaled: [name] }: ValuesPlan): void {
  if (name !== undefined) throw new Rejection('invalid', 'measure-scale', { name });
}

/** Who each row is about; null for a row to be left out. */
export type RowNames = readonly (string | null)[];

/**
 * The names in the column of the cases; a code may be the title of the case's transcript. A row
 * without one, and a second about the same case, are told and left out.
 *
 * @throws Rejection `case-column-one` where not just one column names the cases
 */
export function namesInColumn(
  project: Project,
  table: Table,
  uses: readonly ColumnUse[],
  problems: TableProblem[],
): RowNames {
  const columns = uses.flatMap(({ as }, i) => (as === 'case' ? [i] : []));
  const [column] = columns;
  if (column === undefined || columns.length > 1) throw new Rejection('invalid', 'case-column-one');
  const nameOf = nameFinder(project);
  const firstRows = new Map<string, number>();
  return table.rows.map(({ row, cells }) => {
    const name = nameOf(caseNameIn(cells[column]));
    const first = firstRows.get(caseKey(name));
    if (name === '') problems.push({ row, code: 'table-case-missing', details: {} });
    else if (first !== undefined)
      problems.push({ row, code: 'table-case-twice', details: { name, first } });
    else {
      firstRows.set(caseKey(name), row);
      return name;
    }
    return null;
  });
}

/** The text of a cell as a name. */
export const caseNameIn = (cell: Cell | undefined): string =>
  cellText(cell).normalize('NFC').replace(/\s+/g, ' ').slice(0, MOST_NAME_CHARACTERS).trim();

const MOST_NAME_CHARACTERS = 200;

/** What the project calls the case of a name, or of the transcript of that title. */
function nameFinder({ cases, transcripts }: Project): (name: string) => string {
  const names = new Map<string, string>();
  for (const { title, caseId } of transcripts.values())
    names.set(caseKey(title), cases.get(caseId)?.name ?? title);
  for (const { name } of cases.values()) names.set(caseKey(name), name);
  return (name) => names.get(caseKey(name)) ?? name;
}

export function planValues(
  project: Project,
  table: Table,
  choices: ValuesChoices,
  names: RowNames,
  newId: () => string,
): ValuesPlan {
  const { columns, newAttributes, unscaled } = targetsOf(project, table, choices.uses, newId);
  const find = caseFinder(project, choices.unknownCases, newId);
  const problems: TableProblem[] = [];
  const tally = { values: [] as CaseValue[], changed: [] as ChangedValue[], added: 0, same: 0 };
  table.rows.forEach(({ row, cells }, i) => {
    const name = names[i] ?? null;
    if (name === null) return;
    const caseId = find.idOf(name);
    if (caseId === null) {
      problems.push({ row, code: 'table-case-unknown', details: { name } });
      return;
    }
    const had = project.cases.get(caseId)?.attributes ?? {};
    for (const { column, attribute } of columns) {
      const read = readOrChoice(attribute, cells[column] ?? null);
      if ('fault' in read)
        problems.push(unfit(row, attribute, cellText(cells[column]), read.fault));
      else if (read.value !== null) {
        const before = had[attribute.id];
        if (before === read.value) tally.same++;
        else if (before === undefined) tally.added++;
        else tally.changed.push({ row, case: name, attribute, before, after: read.value });
        if (before === undefined || (before !== read.value && choices.differing === 'take'))
          tally.values.push({ caseId, attributeId: attribute.id, value: read.value });
      }
    }
  });
  return {
    newAttributes,
    newCases: find.made(),
    values: tally.values,
    addedCount: tally.added,
    changed: tally.changed,
    sameCount: tally.same,
    problems,
    unscaled,
  };
}

/** A choice that is not on the list yet comes onto it. */
function readOrChoice(
  attribute: Attribute,
  cell: AttributeValue | null,
): ReturnType<typeof readValue> {
  const read = readValue(attribute, cell);
  if (!('fault' in read) || read.fault !== 'choice' || cell === null) return read;
  const choice = newChoice(cell);
  return choice === null ? { fault: 'long' } : { value: choice };
}

const FAULTS: Readonly<Record<ValueFault, { readonly code: string }>> = {
  number: { code: 'cell-number' },
  date: { code: 'cell-date' },
  choice: { code: 'cell-long' },
  measure: { code: 'cell-measure' },
  long: { code: 'cell-long' },
};

const unfit = (
  row: number,
  { name, measure }: Attribute,
  value: string,
  fault: ValueFault,
): TableProblem => ({
  row,
  ...FAULTS[fault],
  details: {
    name,
    value: value.slice(0, 60),
    ...(measure ? { min: measure.min, max: measure.max } : {}),
  },
});

/** The attribute of each column that is one, the new ones with their ids. */
function targetsOf(
  project: Project,
  table: Table,
  uses: readonly ColumnUse[],
  newId: () => string,
): {
  columns: { column: number; attribute: Attribute }[];
  newAttributes: (NewAttribute & { id: AttributeId })[];
  unscaled: string[];
} {
  const columns: { column: number; attribute: Attribute }[] = [];
  const newAttributes: (NewAttribute & { id: AttributeId })[] = [];
  const unscaled: string[] = [];
  const taken = new Set<AttributeId>();
  uses.forEach((use, column) => {
    if (use.as === 'known') {
      const attribute = found(project.attributes, use.attributeId, 'attribute');
      if (taken.has(attribute.id))
        throw new Rejection('invalid', 'columns-same-attribute', { name: attribute.name });
      taken.add(attribute.id);
      columns.push({ column, attribute });
    } else if (use.as === 'new' && use.kind === 'measure' && !use.measure)
      unscaled.push(table.columns[column] ?? '');
    else if (use.as === 'new') {
      const cells = table.rows.map((row) => row.cells[column] ?? null);
      const choices = use.kind === 'choice' ? choicesIn(cells) : [];
      const { kind, measure } = use;
      const made = { id: newId() as AttributeId, name: table.columns[column] ?? '', kind, measure };
      newAttributes.push({ ...made, choices });
      columns.push({ column, attribute: { ...made, choices, order: 0 } });
    }
  });
  return { columns, newAttributes, unscaled };
}

/** Cases by name; unknown ones are made or are none. */
function caseFinder(
  project: Project,
  unknown: ValuesChoices['unknownCases'],
  newId: () => string,
): { idOf(name: string): CaseId | null; made(): NewCase[] } {
  const ids = new Map<string, CaseId>();
  for (const { name, id } of project.cases.values())
    if (!ids.has(caseKey(name))) ids.set(caseKey(name), id);
  const made: NewCase[] = [];
  return {
    idOf(name) {
      const known = ids.get(caseKey(name));
      if (known !== undefined || unknown === 'skip') return known ?? null;
      const id = newId() as CaseId;
      ids.set(caseKey(name), id);
      made.push({ id, name });
      return id;
    },
    made: () => made,
  };
}
