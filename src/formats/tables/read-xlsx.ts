import { zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';
import type { Cell } from '../../domain/cases/table.ts';
import { Rejection } from '../../domain/rejection.ts';
import { readZip } from '../read-zip.ts';
import { columnName } from './sheet-xml.ts';
import { percentCells, sheetsIn } from './workbook-sheets.ts';

/** What a workbook's cells need; pictures, macros and links stay unopened. */
const NEEDED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook|styles|sharedStrings)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/i;

/** A sheet of a workbook, and which others it has. */
export interface XlsxSheet {
  readonly rows: Cell[][];
  readonly sheet: string;
  readonly sheets: readonly string[];
}

/**
 * The rows of one sheet of a workbook, the first that is seen where none is named. Its zip is checked
 * and unpacked here, within the limits, and only what was checked is handed on.
 *
 * @throws Rejection `table-kind` for another zip, `table-damaged`, `table-sheet-missing` {file, sheet},
 *   or what `readZip` throws
 */
export async function readXlsx(
  file: string,
  bytes: Uint8Array,
  wanted?: string,
): Promise<XlsxSheet> {
  const parts = readZip(file, bytes, (name) => NEEDED.test(name));
  if (!parts.has('xl/workbook.xml'))
    throw new Rejection('invalid', 'table-kind', { file, kind: 'ZIP' });
  // A document type can define entities that grow without end.
  for (const content of parts.values())
    if (hasDoctype(content)) throw new Rejection('invalid', 'xml-entities', { file });
  for (const [name, content] of parts)
    if (/\/worksheets\//i.test(name) && !isOnSheet(content))
      throw new Rejection('invalid', 'table-damaged', { file });
  const sheets = sheetsIn(file, parts);
  const chosen = wanted === undefined ? sheets[0] : sheets.find(({ name }) => name === wanted);
  if (!chosen && wanted !== undefined)
    throw new Rejection('not-found', 'table-sheet-missing', { file, sheet: wanted });
  if (!chosen) throw new Rejection('invalid', 'table-damaged', { file });
  const percent = percentCells(file, parts, chosen.part);
  const sound = zipSync(Object.fromEntries(parts), { level: 0 });
  try {
    const rows = await readSheet(sound.buffer, chosen.name);
    return {
      rows: rows.map((row, r) =>
        row.map((value, c) => {
          const cell = cellOf(value);
          const isShare = typeof cell === 'number' && percent.has(`${columnName(c)}${r + 1}`);
          return isShare ? perCent(cell) : cell;
        }),
      ),
      sheet: chosen.name,
      sheets: sheets.map(({ name }) => name),
    };
  } catch {
    throw new Rejection('invalid', 'table-damaged', { file });
  }
}

/** What a person sees, and what a CSV file of the same table holds: 45 for 0.45. */
const perCent = (share: number): number => Number((share * 100).toPrecision(12));

const hasDoctype = (content: Uint8Array): boolean =>
  Buffer.from(content.buffer, content.byteOffset, Math.min(content.byteLength, 4_096)).includes(
    '<!DOCTYPE',
  );

/** What Excel itself can hold: the library makes room up to the last place that is named. */
const SHEET = { rows: 1_048_576, columns: 16_384 } as const;
const PLACED = /\s(?:r|ref)\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)')/g;
/** `7`, `B7`, `A1:B7`; the library would read `1e300` as a number, too. */
const PLACE = /^(?:[A-Z]+\d+:)?(?<letters>[A-Z]*)(?<row>\d*)$/i;

function isOnSheet(content: Uint8Array): boolean {
  const xml = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  for (const { groups } of xml.toString('latin1').matchAll(PLACED)) {
    const place = PLACE.exec((groups?.double ?? groups?.single ?? '').trim())?.groups;
    if (!place) return false;
    const { letters = '', row = '' } = place;
    if (Number(row) > SHEET.rows || columnOf(letters) > SHEET.columns) return false;
  }
  return true;
}

/** A is 1, AA is 27. */
const columnOf = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'string' ? value : null;
}
