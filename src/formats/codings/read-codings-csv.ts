import { STANCES, type Stance } from '../../domain/project/records.ts';
import { Rejection } from '../../domain/rejection.ts';
import { csvTable, type RowFault } from '../csv-table.ts';
import { unescapeFormula } from '../csv.ts';
import { decodeText } from '../decode-text.ts';
import {
  CODING_COLUMNS,
  DEVIANT_NO,
  DEVIANT_YES,
  NEEDED_COLUMNS,
  type CodingColumn,
} from './columns.ts';

/** A row of a codings file. Empty cells are null; the quote is as written. */
export interface CodingRow {
  /** As a spreadsheet numbers it: the header is 1. */
  readonly row: number;
  readonly transcript: string;
  /** Code points. */
  readonly start: number | null;
  readonly end: number | null;
  readonly quote: string;
  /** The name; the label where `themeTitle` holds the name. */
  readonly theme: string | null;
  readonly themeTitle: string | null;
  /** Label or name of the theme above. */
  readonly parent: string | null;
  readonly type: string | null;
  readonly coder: string | null;
  readonly question: string | null;
  readonly reduction: string | null;
  readonly memo: string | null;
  /** The explanation of a deviant case, '' where none is given; null where it is no deviant case. */
  readonly deviant: string | null;
  readonly stance: Stance | null;
}

/** A row that was left out, and why. */
export interface RowProblem extends RowFault {
  readonly row: number;
}

export interface CodingsFile {
  readonly rows: readonly CodingRow[];
  readonly problems: readonly RowProblem[];
}

/**
 * Reads the codings CSV. Columns are found by name, in any order and case; delimiter and encoding
 * are recognised. A row that cannot be understood is a problem, never a guess; rows that are
 * readable but incomplete are for the importer to judge.
 *
 * @throws Rejection `codings-columns` {missing} where a needed column is not there, `file-binary`.
 */
export function readCodingsCsv(file: string, bytes: Uint8Array): CodingsFile {
  const table = csvTable(decodeText(file, bytes), (header) => columnsOf(header).size);
  const columns = columnsOf(table.records[0] ?? []);
  const missing = NEEDED_COLUMNS.filter((column) => !columns.has(column));
  if (missing.length > 0)
    throw new Rejection('invalid', 'codings-columns', { missing: missing.join(', ') });
  const rows: CodingRow[] = [];
  const problems: RowProblem[] = [];
  const width = table.records[0]?.length ?? 0;
  table.records.forEach((record, i) => {
    const broken = table.broken.get(i);
    if (i === 0 || (!broken && record.every((cell) => cell.trim() === ''))) return;
    const read = broken ?? raggedness(record, width) ?? rowOf(record, columns);
    if ('code' in read) problems.push({ row: i + 1, ...read });
    else rows.push({ row: i + 1, ...read });
  });
  return { rows, problems };
}

const folded = (name: string): string => name.toLowerCase().replace(/[\s_-]/g, '');

/** Where each known column stands; the first of a name counts. */
function columnsOf(header: readonly string[]): Map<CodingColumn, number> {
  const at = new Map<CodingColumn, number>();
  header.forEach((name, i) => {
    const column = CODING_COLUMNS.find((known) => folded(known) === folded(name));
    if (column && !at.has(column)) at.set(column, i);
  });
  return at;
}

/** More cells than the header, or fewer: a comma in an unquoted text shifts all that follows. */
function raggedness(record: readonly string[], width: number): RowFault | null {
  const surplus = record.slice(width).some((cell) => cell.trim() !== '');
  if (record.length >= width && !surplus) return null;
  return { code: 'codings-row-cells', details: { cells: record.length, columns: width } };
}

function rowOf(
  record: readonly string[],
  columns: ReadonlyMap<CodingColumn, number>,
): Omit<CodingRow, 'row'> | RowFault {
  const raw = (column: CodingColumn): string =>
    unescapeFormula(record[columns.get(column) ?? -1] ?? '');
  const cell = (column: CodingColumn): string | null => raw(column).normalize('NFC').trim() || null;
  const start = offset(cell('start'));
  const end = offset(cell('end'));
  if (start === undefined || end === undefined)
    return { code: 'codings-offset', details: { value: `${raw('start')} – ${raw('end')}` } };
  const stance = stanceOf(cell('stance'));
  if (stance === undefined) return { code: 'codings-stance', details: { value: raw('stance') } };
  return {
    transcript: cell('transcript') ?? '',
    start,
    end,
    quote: raw('quote'),
    theme: cell('theme'),
    themeTitle: cell('themeTitle'),
    parent: cell('parent'),
    type: cell('type'),
    coder: cell('coder'),
    question: cell('question'),
    reduction: cell('reduction'),
    memo: cell('memo'),
    deviant: deviantOf(cell('deviant')),
    stance,
  };
}

/** A whole number; undefined for anything else that is written there. */
function offset(cell: string | null): number | null | undefined {
  if (cell === null) return null;
  return /^\d{1,15}(?:\.0+)?$/.test(cell) ? Number(cell) : undefined;
}

function stanceOf(cell: string | null): Stance | null | undefined {
  return cell === null ? null : STANCES.find((stance) => stance === cell.toLowerCase());
}

function deviantOf(cell: string | null): string | null {
  if (cell === null || DEVIANT_NO.includes(cell.toLowerCase())) return null;
  return DEVIANT_YES.includes(cell.toLowerCase()) ? '' : cell;
}
