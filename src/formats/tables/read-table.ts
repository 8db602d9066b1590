import type { Table } from '../../domain/cases/table.ts';
import { Rejection } from '../../domain/rejection.ts';
import { csvTableBySteadiness } from '../csv-table.ts';
import { unescapeFormula } from '../csv.ts';
import { decodeText } from '../decode-text.ts';
import { sniff } from '../sniff.ts';
import { oleRefusal } from '../transcripts/ole-refusal.ts';
import { tableOf } from './table-of.ts';

/** Endings of tables that can be read, without the dot. */
export const TABLE_EXTENSIONS = ['csv', 'tsv', 'txt', 'xlsx'] as const;

/**
 * The table in a file: Excel's, or text with commas, semicolons or tabs in any encoding. Cells are
 * taken as they stand: a formula in text is text, one in Excel its last result.
 *
 * @param sheet of a workbook, by its name; the first where none is named
 * @throws Rejection with the reason why it is none
 */
export async function readTable(file: string, bytes: Uint8Array, sheet?: string): Promise<Table> {
  if (bytes.length === 0) throw new Rejection('invalid', 'table-empty', { file });
  const kind = sniff(bytes);
  if (kind === 'ZIP') {
    const { readXlsx } = await import('./read-xlsx.ts');
    const { rows, ...where } = await readXlsx(file, bytes, sheet);
    return { ...tableOf(file, rows), ...where };
  }
  if (kind === 'ole') throw olderExcel(file, bytes);
  if (kind !== null) throw new Rejection('invalid', 'table-kind', { file, kind });
  const { records, broken } = csvTableBySteadiness(decodeText(file, bytes));
  const cells = records.map((record) => record.map(unescapeFormula));
  return tableOf(file, cells, broken, true);
}

function olderExcel(file: string, bytes: Uint8Array): Rejection {
  const refusal = oleRefusal(file, bytes);
  const isLocked = refusal.code === 'file-locked-word';
  return isLocked
    ? new Rejection('invalid', 'table-locked', { file })
    : new Rejection('invalid', 'table-xls', { file });
}
