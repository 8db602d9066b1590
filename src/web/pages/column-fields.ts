import * as z from 'zod';
import type { ColumnUse } from '../../domain/cases/column-use.ts';
import type { AttributeId } from '../../domain/ids.ts';
import { ATTRIBUTE_KINDS } from '../../domain/project/records.ts';
import { measureOf } from './attribute-fields.ts';

const listed = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((given) => [given].flat());

/** Another sheet of a workbook that waits. */
export const sheetFields = z.object({ token: z.string().max(100), sheet: z.string().max(255) });

/** What a form says of the columns, in their order. */
export const columnFields = z.object({ use: listed, easyEnd: listed });

/** The columns' uses; what the form does not name is left out. */
export const usesOf = (
  { use, easyEnd }: z.infer<typeof columnFields>,
  columnCount: number,
): ColumnUse[] =>
  Array.from({ length: columnCount }, (_, i) => useOf(use[i] ?? 'skip', easyEnd[i] ?? ''));

/** `case`, `question`, `skip`, `known:<id>`, `new:<kind>` or `new:nps 0 10`. */
function useOf(value: string, easyEnd: string): ColumnUse {
  const [word, rest = ''] = split(value);
  if (word === 'case' || word === 'question') return { as: word };
  if (word === 'known') return { as: 'known', attributeId: rest as AttributeId };
  if (word !== 'new') return { as: 'skip' };
  const kind = ATTRIBUTE_KINDS.find((one) => one === rest);
  return kind && kind !== 'measure'
    ? { as: 'new', kind, measure: null }
    : { as: 'new', kind: 'measure', measure: measureOf({ scale: rest, easyEnd }) };
}

function split(value: string): [word: string, rest?: string] {
  const colon = value.indexOf(':');
  return colon < 0 ? [value] : [value.slice(0, colon), value.slice(colon + 1)];
}
