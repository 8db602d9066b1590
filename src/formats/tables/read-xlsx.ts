import { zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';
import type { Cell } from '../../domain/cases/table.ts';
import { Rejection } from '../../domain/rejection.ts';
import { readZip } from '../read-zip.ts';

/** What a workbook's cells need; pictures, macros and links stay unopened. */
const NEEDED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook|styles|sharedStrings)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/i;

/**
 * The rows of a workbook's first sheet. Its zip is checked and unpacked here, within the limits, and
 * only what was checked is handed on.
 *
 * @throws Rejection `table-kind` for another zip, `table-damaged`, or what `readZip` throws
 */
export async function readXlsx(file: string, bytes: Uint8Array): Promise<Cell[][]> {
  const parts = readZip(file, bytes, (name) => NEEDED.test(name));
  if (!parts.has('xl/workbook.xml'))
    throw new Rejection('invalid', 'table-kind', { file, kind: 'ZIP' });
  // A document type can define entities that grow without end.
  for (const content of parts.values())
    if (hasDoctype(content)) throw new Rejection('invalid', 'xml-entities', { file });
  for (const [name, content] of parts)
    if (/\/worksheets\//i.test(name) && !isOnSheet(content))
      throw new Rejection('invalid', 'table-damaged', { file });
  const sound = zipSync(Object.fromEntries(parts), { level: 0 });
  try {
    const rows = await readSheet(sound.buffer);
    return rows.map((row) => row.map(cellOf));
  } catch {
    throw new Rejection('invalid', 'table-damaged', { file });
  }
}

const hasDoctype = (content: Uint8Array): boolean =>
  Buffer.from(content.buffer, content.byteOffset, Math.min(content.byteLength, 4_096)).includes(
    '<!DOCTYPE',
  );

/** What Excel itself can hold: the library makes room up to the last place that is named. */
const SHEET = { rows: 1_048_576, columns: 16_384 } as const;
const PLACE = /\s(?:r|ref)="(?:[A-Z]+\d+:)?(?<letters>[A-Za-z]*)(?<row>\d*)"/g;

function isOnSheet(content: Uint8Array): boolean {
  const xml = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  for (const { groups } of xml.toString('latin1').matchAll(PLACE)) {
    const { letters = '', row = '' } = groups ?? {};
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
