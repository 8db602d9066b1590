import Papa from 'papaparse';

/** Why a row was not read: `code` names the message, `details` fills it. */
export interface RowFault {
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;
}

const TORN: RowFault = { code: 'codings-row-quotes', details: {} };
const UNREAD: RowFault = { code: 'codings-rest-unread', details: {} };

export interface CsvTable {
  readonly records: readonly (readonly string[])[];
  /** By index: records whose quotation marks do not pair up. */
  readonly broken: ReadonlyMap<number, RowFault>;
}

const DELIMITERS = [',', ';', '\t'];

/**
 * The cells of a CSV file. The delimiter is what a first line `sep=` says, else the one under which
 * `countKnown` finds the most names it knows in the header. Reading ends after `most` records; 0 is
 * without end.
 */
export function csvTable(
  text: string,
  countKnown: (header: readonly string[]) => number,
  most = 0,
): CsvTable {
  return parse(text, (body) => delimiterOf(body, countKnown), most);
}

/**
 * The cells of a CSV file whose columns nobody knows: the delimiter is the one under which most of
 * the first records are as long as the header, commas in its questions notwithstanding.
 */
export const csvTableBySteadiness = (text: string): CsvTable => parse(text, steadyDelimiter, 0);

function parse(text: string, delimiterIn: (body: string) => string, most: number): CsvTable {
  const stated = /^sep=(.)\r?\n/i.exec(text);
  const body = text.slice(stated?.[0].length ?? 0);
  const delimiter = stated?.[1] ?? delimiterIn(body);
  const { data, errors } = Papa.parse<string[]>(body, { delimiter, preview: most });
  const whole = errors.every(({ type }) => type !== 'Quotes');
  return whole ? { records: data, broken: new Map() } : parseAround(body, delimiter, most);
}

function delimiterOf(text: string, countKnown: (header: readonly string[]) => number): string {
  const knownUnder = (delimiter: string): number =>
    countKnown(Papa.parse<string[]>(text, { delimiter, preview: 1 }).data[0] ?? []);
  return DELIMITERS.reduce((best, one) => (knownUnder(one) > knownUnder(best) ? one : best));
}

const LOOKED_AT = 50;

function steadyDelimiter(text: string): string {
  const steadiness = (delimiter: string): number => {
    const { data } = Papa.parse<string[]>(text, { delimiter, preview: LOOKED_AT });
    const filled = data.filter((record) => record.some((cell) => cell.trim() !== ''));
    const width = filled[0]?.length ?? 0;
    if (width < 2) return 0;
    // Of two that fit as well, the one that makes more columns.
    return filled.filter(({ length }) => length === width).length / filled.length + width / 1e4;
  };
  return DELIMITERS.reduce((best, one) => (steadiness(one) > steadiness(best) ? one : best));
}

/** Past so many the file is no table, and reading it over and over would take forever. */
const MOST_BROKEN = 20;

/**
 * A quotation mark that is never closed swallows all rows after it. The line it stands in is given
 * up, and reading goes on at the next.
 */
function parseAround(text: string, delimiter: string, most: number): CsvTable {
  const records: string[][] = [];
  const broken = new Map<number, RowFault>();
  for (let at = 0; at < text.length;) {
    const sound = soundRecords(text.slice(at), delimiter, most);
    for (const record of sound.records) records.push(record);
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
  most: number,
): { records: string[][]; end: number | null } {
  const sound = { records: [] as string[][], end: 0, whole: true };
  Papa.parse<string[]>(text, {
    delimiter,
    fastMode: false,
    preview: most,
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
