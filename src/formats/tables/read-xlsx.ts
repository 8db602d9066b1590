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

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'string' ? value : null;
}
