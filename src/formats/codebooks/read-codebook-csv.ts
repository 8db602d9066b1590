import { Rejection } from '../../domain/rejection.ts';
import { DEVIANT_NO as NO, DEVIANT_YES as YES } from '../codings/columns.ts';
import { csvTable } from '../csv-table.ts';
import { unescapeFormula } from '../csv.ts';
import { decodeText } from '../decode-text.ts';
import { excerptOf, tidyLine } from '../tidy-text.ts';
import type { CodebookFile, Loss } from '../../domain/codebook/codebook-file.ts';
import { columnsIn, type CodebookColumn } from './csv-columns.ts';
import { newDraft, setColour, setGuid, setTexts, type Draft } from './draft.ts';
import { readGuid } from './guid.ts';
import { CODEBOOK_LIMITS, ensureFew, ensureFits } from './limits.ts';
import { readOrigin, readRelation, readTypeKind } from './terms.ts';
import { themeTree, type ThemeRow } from './theme-tree.ts';

/** Spreadsheets write rows that are empty; of these there may be more than of themes. */
const MOST_RECORDS = 5 * CODEBOOK_LIMITS.themes;

/**
 * Reads a codebook from a table: a row a theme, its parent by number, name, GUID or path. Columns
 * are found by their names in English, Finnish and Swedish, in any order and case; delimiter and
 * encoding are recognised. What cannot be taken as it stands is told with its row.
 *
 * @throws Rejection `codings-columns` {missing}, `file-binary`, `file-empty`, and those of the
 * limits: `codebook-too-large`, `codebook-too-many`, `codebook-too-deep`.
 */
export function readCodebookCsv(file: string, bytes: Uint8Array): CodebookFile {
  ensureFits(file, bytes);
  const table = csvTable(
    decodeText(file, bytes),
    (header) => columnsIn(header).size,
    MOST_RECORDS + 1,
  );
  if (table.records.length > MOST_RECORDS) ensureFew(file, Infinity);
  const [header = [], ...records] = table.records;
  const columns = columnsIn(header);
  if (!columns.has('name')) throw new Rejection('invalid', 'codings-columns', { missing: 'name' });
  const reader = new RowReader(columns, header.length);
  const rows: ThemeRow[] = [];
  records.forEach((record, i) => {
    const row = i + 2;
    const broken = table.broken.get(i + 1);
    if (broken) reader.losses.push({ row, ...broken });
    else if (record.some((cell) => cell.trim() !== '')) rows.push(...reader.read(record, row));
  });
  ensureFew(file, rows.length);
  const losses = [...unreadColumns(header, columns, records), ...reader.losses];
  const themes = themeTree(file, rows, losses);
  return { themes, sets: [], losses: losses.sort((a, b) => (a.row ?? 0) - (b.row ?? 0)) };
}

/** More are told as one: a table of so many columns is something else. */
const MOST_COLUMNS_TOLD = 50;

/** Columns that nothing is read from, though something is written there. */
function unreadColumns(
  header: readonly string[],
  columns: ReadonlyMap<CodebookColumn, number>,
  records: readonly (readonly string[])[],
): Loss[] {
  const unread = new Set<number>();
  const read = new Set(columns.values());
  for (const record of records)
    for (let i = 0; i < Math.min(record.length, header.length); i++)
      if (!read.has(i) && record[i]?.trim()) unread.add(i);
  const names = [...unread]
    .sort((a, b) => a - b)
    .map((i) => excerptOf(header[i] ?? '') || String(i + 1));
  const told =
    names.length > MOST_COLUMNS_TOLD ? [...names.slice(0, MOST_COLUMNS_TOLD), '…'] : names;
  return told.map((column) => ({ row: 1, code: 'codebook-column-unread', details: { column } }));
}

class RowReader {
  readonly losses: Loss[] = [];
  readonly #columns: ReadonlyMap<CodebookColumn, number>;
  readonly #width: number;
  readonly #guids = new Set<string>();

  constructor(columns: ReadonlyMap<CodebookColumn, number>, width: number) {
    this.#columns = columns;
    this.#width = width;
  }

  /** The theme of a row; none where the row cannot be understood. */
  read(record: readonly string[], row: number): ThemeRow[] {
    const cell = (column: CodebookColumn): string | null => {
      const at = this.#columns.get(column);
      return unescapeFormula(record[at ?? -1] ?? '').trim() || null;
    };
    const name = tidyLine(cell('name') ?? '') || tidyLine(cell('label') ?? '');
    if (!this.#isWhole(record, row, name)) return [];
    const theme = newDraft(name, row, this.losses);
    this.#setIdentity(theme, cell);
    setTexts(theme, { ...textCells(cell), label: theme.label }, this.losses);
    setColour(theme, cell('colour'), this.losses);
    theme.origin = this.#value(theme, 'origin', cell('origin'), readOrigin);
    theme.relation = this.#value(theme, 'relation', cell('relation'), readRelation);
    theme.type = this.#value(theme, 'type', cell('type'), readTypeKind);
    theme.codable = this.#value(theme, 'codable', cell('codable'), readYesNo) ?? true;
    theme.retired = this.#value(theme, 'retired', cell('retired'), readYesNo) ?? false;
    return [{ theme, parent: cell('parent') }];
  }

  /** Whether the cells stand under their columns, and there is a name; what is amiss is told. */
  #isWhole(record: readonly string[], row: number, name: string): boolean {
    const details = { cells: record.length, columns: this.#width };
    if (record.slice(this.#width).some((cell) => cell.trim() !== '')) {
      this.losses.push({ row, code: 'codebook-row-cells', details });
      return false;
    }
    if (name === '') {
      this.losses.push({ row, code: 'codebook-row-nameless', details: {} });
      return false;
    }
    if (record.length < this.#width)
      this.losses.push({ row, code: 'codebook-row-short', details: { theme: name, ...details } });
    return true;
  }

  /** An id that is a GUID is one, whatever its column is called. */
  #setIdentity(theme: Draft, cell: (column: CodebookColumn) => string | null): void {
    const label = cell('label');
    const isGuid = !this.#columns.has('guid') && label !== null && readGuid(label) !== null;
    setGuid(theme, isGuid ? label : cell('guid'), this.#guids, this.losses);
    theme.label = isGuid ? null : label;
  }

  #value<T>(
    theme: Draft,
    field: CodebookColumn,
    written: string | null,
    read: (written: string) => T | null,
  ): T | null {
    const value = written === null ? null : read(written);
    if (written !== null && value === null)
      this.losses.push({
        row: theme.row,
        code: 'codebook-value',
        details: { theme: theme.name, field, value: excerptOf(written) },
      });
    return value;
  }
}

const textCells = (cell: (column: CodebookColumn) => string | null) => ({
  level: cell('level'),
  definition: cell('definition'),
  include: cell('include'),
  exclude: cell('exclude'),
  example: cell('example'),
  memo: cell('memo'),
  concept: cell('concept'),
  citation: cell('citation'),
  rationale: cell('rationale'),
  relationNote: cell('relationNote'),
  questions: cell('questions'),
  features: cell('features'),
});

function readYesNo(written: string): boolean | null {
  const word = written.toLowerCase();
  if (YES.includes(word)) return true;
  return NO.includes(word) ? false : null;
}
