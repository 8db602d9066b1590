import Papa from 'papaparse';
import { STANCES, type Stance } from '../../domain/project/records.ts';
import { Rejection } from '../../domain/rejection.ts';
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

/** A row that was left out, and why: `code` names the message, `details` fills it. */
export interface RowProblem {
  readonly row: number;
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;
}

export interface CodingsFile {
  readonly rows: readonly CodingRow[];
  readonly problems: readonly RowProblem[];
}

const DELIMITERS = [',', ';', '\t'];

/**
 * Reads the codings CSV. Columns are found by name, in any order and case; delimiter and encoding
 * are recognised. A row that cannot be understood is a problem, never a guess; rows that are
 * readable but incomplete are for the importer to judge.
 *
 * @throws Rejection `codings-columns` {missing} where a needed column is not there, `file-binary`.
 */
export function readCodingsCsv(file: string, bytes: Uint8Array): CodingsFile {
  const table = parse(decodeText(file, bytes));
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

type Problem = Omit<RowProblem, 'row'>;

const TORN: Problem = { code: 'codings-row-quotes', details: {} };
const UNREAD: Problem = { code: 'codings-rest-unread', details: {} };

interface Table {
  readonly records: readonly (readonly string[])[];
  /** By index: records whose quotation marks do not pair up. */
  readonly broken: ReadonlyMap<number, Problem>;
}

function parse(text: string): Table {
  const stated = /^sep=(.)\r?\n/i.exec(text);
  const body = text.slice(stated?.[0].length ?? 0);
  const delimiter = stated?.[1] ?? delimiterOf(body);
  const { data, errors } = Papa.parse<string[]>(body, { delimiter });
  const whole = errors.every(({ type }) => type !== 'Quotes');
  return whole ? { records: data, broken: new Map() } : parseAround(body, delimiter);
}

/** Past so many the file is no table, and reading it over and over would take forever. */
const MOST_BROKEN = 20;

/**
 * A quotation mark that is never closed swallows all rows after it. The line it stands in is given
 * up, and reading goes on at the next.
 */
function parseAround(text: string, delimiter: string): Table {
  const records: string[][] = [];
  const broken = new Map<number, Problem>();
  for (let at = 0; at < text.length;) {
    const sound = soundRecords(text.slice(at), delimiter);
    records.push(...sound.records);
    if (sound.end === null) break;
    const last = broken.size + 1 === MOST_BROKEN;
    broken.set(records.length, last ? UNREAD : TORN);
    records.push([]);
    if (last) break;
    const lineEnd = text.indexOf('\n', at + sound.end);
    at = lineEnd < 0 ? text.length : lineEnd + 1;
  }
  return { records, broken };
}

/** The records up to the first broken one, and where that begins; null where none is. */
function soundRecords(
  text: string,
  delimiter: string,
): { records: string[][]; end: number | null } {
  const sound = { records: [] as string[][], end: 0, whole: true };
  Papa.parse<string[]>(text, {
    delimiter,
    fastMode: false,
    step({ data, errors, meta }, parser) {
      sound.whole = errors.every(({ type }) => type !== 'Quotes');
      if (sound.whole) {
        sound.records.push(data);
        sound.end = meta.cursor;
      } else parser.abort();
    },
  });
  return { records: sound.records, end: sound.whole ? null : sound.end };
}

/** The delimiter under which the first line names the most columns we know. */
function delimiterOf(text: string): string {
  const knownUnder = (delimiter: string): number =>
    columnsOf(Papa.parse<string[]>(text, { delimiter, preview: 1 }).data[0] ?? []).size;
  return DELIMITERS.reduce((best, one) => (knownUnder(one) > knownUnder(best) ? one : best));
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
function raggedness(record: readonly string[], width: number): Problem | null {
  const surplus = record.slice(width).some((cell) => cell.trim() !== '');
  if (record.length >= width && !surplus) return null;
  return { code: 'codings-row-cells', details: { cells: record.length, columns: width } };
}

function rowOf(
  record: readonly string[],
  columns: ReadonlyMap<CodingColumn, number>,
): Omit<CodingRow, 'row'> | Problem {
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
