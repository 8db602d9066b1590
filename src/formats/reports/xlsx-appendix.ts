import {
  captionWithin,
  type AppendixBlock,
  type ReportAppendix,
} from '../../domain/reports/report-appendix.ts';
import type { Sheet, SheetCell } from '../tables/write-xlsx.ts';
import { oneLine } from './wording.ts';

/** An appendix on a sheet: a single table begins at the top and is filtered and sorted as it stands. */
export function appendixSheet(appendix: ReportAppendix): Sheet {
  const { name, title, blocks } = appendix;
  const [only] = blocks;
  const isTable = blocks.length === 1 && only?.kind === 'table';
  const rows = isTable
    ? tableRows(only)
    : [
        [{ text: title, bold: true }],
        ...blocks.flatMap((block) => [[], ...rowsOf(block, appendix)]),
      ];
  return {
    name,
    widths: widthsOf(rows),
    sticky: isTable ? { rows: 1, columns: 1 } : { rows: 1, columns: 0 },
    rows,
  };
}

type Row = readonly SheetCell[];
type Table = Extract<AppendixBlock, { kind: 'table' }>;

function rowsOf(block: AppendixBlock, appendix: ReportAppendix): Row[] {
  switch (block.kind) {
    case 'heading':
      return [[{ text: block.text, bold: true }]];
    case 'paragraph':
      return [[{ text: block.text, wrap: true }]];
    case 'list':
      return block.items.map((text) => [{ text, wrap: true }]);
    case 'table': {
      const caption = captionWithin(block, appendix);
      const above: Row[] = caption === null ? [] : [[{ text: oneLine(caption), bold: true }]];
      return [...above, ...tableRows(block)];
    }
  }
}

function tableRows({ columns, rows }: Table): Row[] {
  const header = columns.map((name): SheetCell => ({
    ...{ text: oneLine(name), bold: true, wrap: true, rule: 'bottom' },
  }));
  return [
    header,
    ...rows.map((row) =>
      row.map((cell): SheetCell => {
        if (typeof cell === 'number') return { number: cell };
        return cell === null ? {} : { text: cell, wrap: true };
      }),
    ),
  ];
}

/** Characters. */
const NARROWEST = 10;
const WIDEST = 60;

/** A column is as wide as its longest text asks for, within bounds. */
function widthsOf(rows: readonly Row[]): number[] {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach(({ text = '' }, i) => {
      const wished = Math.min(WIDEST, Math.max(NARROWEST, text.length + 2));
      widths[i] = Math.max(widths[i] ?? NARROWEST, wished);
    });
  return widths;
}
