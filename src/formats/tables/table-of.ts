import { cellText, type Cell, type Table, type TableProblem } from '../../domain/cases/table.ts';
import { readNumber } from '../../domain/cases/attribute-value.ts';
import { Rejection } from '../../domain/rejection.ts';
import { headerOf } from './header-rows.ts';
import { columnName } from './sheet-xml.ts';

export const TABLE_LIMITS = { columns: 500, rows: 20_000, cellCharacters: 100_000 } as const;

const MOST_NAME_CHARACTERS = 200;

/**
 * The table that the records of a file are. The header is found by `headerOf`; where it holds
 * numbers, or names nothing, it is taken for data and the columns are named as a spreadsheet does.
 * A row longer than the header has shifted cells, so it is left out and told; a shorter one is filled,
 * and told where the file writes every cell.
 *
 * @param broken what is wrong with records, by their place
 * @param isComplete the file writes cells that are empty, too: what is not there was forgotten
 * @throws Rejection `table-empty`, `table-columns-many` or `table-rows-many`
 */
export function tableOf(
  file: string,
  records: readonly (readonly Cell[])[],
  broken: ReadonlyMap<number, Omit<TableProblem, 'row'>> = new Map(),
  isComplete = false,
): Table {
  const { names: header, length, above } = headerOf(records);
  const first = records.findIndex((record, i) => !isBlank(record) && !above.includes(i));
  if (first < 0) throw new Rejection('invalid', 'table-empty', { file });
  checkSize(file, records);
  const isNamed = !header.some((cell) => looksLikeData(cell));
  const width = isNamed
    ? trimmed(header).length
    : Math.max(...records.map((r) => trimmed(r).length));
  const problems: TableProblem[] = above.map((i) => ({
    row: i + 1,
    code: 'table-title-left-out',
    details: {},
  }));
  const names = namesOf(isNamed ? header : [], width, first + 1, problems);
  if (!isNamed) problems.push({ row: first + 1, code: 'table-header-missing', details: {} });
  const begin = isNamed ? length : first;
  const rows = records.slice(begin).flatMap((record, i) => {
    const at = begin + i;
    const row = at + 1;
    const fault = broken.get(at);
    if (fault) problems.push({ row, ...fault });
    if (fault || isBlank(record)) return [];
    const cells = trimmed(record);
    const details = { cells: cells.length, columns: width };
    if (cells.length > width) problems.push({ row, code: 'table-row-long', details });
    else if (isComplete && record.length < width)
      problems.push({ row, code: 'table-row-short', details });
    return cells.length > width ? [] : [{ row, cells: filled(record, width) }];
  });
  return withoutEmptyColumns(names, { rows, problems });
}

function checkSize(file: string, records: readonly (readonly Cell[])[]): void {
  const { columns, rows } = TABLE_LIMITS;
  if (records.length > rows + 1) throw new Rejection('invalid', 'table-rows-many', { file, rows });
  if (records.some((record) => trimmed(record).length > columns))
    throw new Rejection('invalid', 'table-columns-many', { file, columns });
}

const isBlank = (record: readonly Cell[]): boolean => record.every((cell) => cellText(cell) === '');

function trimmed(record: readonly Cell[]): readonly Cell[] {
  let { length } = record;
  while (length > 0 && cellText(record[length - 1]) === '') length--;
  return record.slice(0, length);
}

/** No column is called a number: such a first row is an answer already. */
const looksLikeData = (cell: Cell): boolean =>
  typeof cell === 'number' || (cell !== null && readNumber(cell) !== null);

const filled = (record: readonly Cell[], width: number): Cell[] =>
  Array.from({ length: width }, (_, i) => shortened(record[i] ?? null));

const shortened = (cell: Cell): Cell =>
  typeof cell === 'string' && cell.length > TABLE_LIMITS.cellCharacters
    ? cell.slice(0, TABLE_LIMITS.cellCharacters)
    : cell;

/** The name of each column; a second of the same name gets a number. */
function namesOf(
  header: readonly Cell[],
  width: number,
  row: number,
  problems: TableProblem[],
): { name: string; isGiven: boolean }[] {
  const taken = new Set<string>();
  return Array.from({ length: width }, (_, i) => {
    const given = cellText(header[i]).normalize('NFC').replace(/\s+/g, ' ');
    const base = given.slice(0, MOST_NAME_CHARACTERS).trim() || columnName(i);
    const name = freeName(base, taken);
    taken.add(name.toLowerCase());
    if (name !== base)
      problems.push({ row, code: 'table-header-twice', details: { name: base, renamed: name } });
    return { name, isGiven: given !== '' };
  });
}

function freeName(base: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) {
    const name = n === 1 ? base : `${base.slice(0, MOST_NAME_CHARACTERS - 6)} (${n})`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

/** A column without a name and without a value is none. */
function withoutEmptyColumns(
  names: readonly { name: string; isGiven: boolean }[],
  { rows, problems }: Omit<Table, 'columns'>,
): Table {
  const kept = names.flatMap(({ isGiven }, i) =>
    isGiven || rows.some(({ cells }) => cellText(cells[i]) !== '') ? [i] : [],
  );
  return {
    columns: kept.map((i) => names[i]?.name ?? ''),
    rows:
      kept.length === names.length
        ? rows
        : rows.map(({ row, cells }) => ({ row, cells: kept.map((i) => cells[i] ?? null) })),
    problems,
  };
}
