import type { Sheet, SheetCell } from '../../../formats/tables/write-xlsx.ts';
import { agreementParagraph } from './paragraph.ts';
import { agreementTables, type AgreementTable } from './tables.ts';
import { definitionOf, definitionsOf, type AgreementContext } from './words.ts';

const reasonsIn = ({ columns, rows }: AgreementTable, row: number): string =>
  [
    ...new Set(
      rows[row]!.cells.flatMap(({ reason }, i) => (reason ? [`${columns[i + 1]}: ${reason}`] : [])),
    ),
  ].join(' ');

/** All tables below each other, one row a theme and pair; what is undefined is told at its end. */
export function agreementRows(context: AgreementContext): (string | number | null)[][] {
  const { t } = context;
  return agreementTables(context).flatMap((table) => [
    [t('agreement.coders'), ...table.columns, t('agreement.undefined')],
    ...table.rows.map(({ name, cells }, i) => [
      table.title,
      name,
      ...cells.map(({ value }) => value),
      reasonsIn(table, i),
    ]),
  ]);
}

/** A sheet of the tables, with what they are of above and what the figures are below. */
export function agreementSheet(context: AgreementContext): Sheet {
  const { t } = context;
  const tables = agreementTables(context);
  const most = Math.max(0, ...tables.map(({ columns }) => columns.length));
  const ofTable = (table: AgreementTable): SheetCell[][] => [
    [{ text: table.title, bold: true }],
    [...table.columns, t('agreement.undefined')].map((text, i) => ({
      ...{ text, bold: true, wrap: true, rule: 'bottom' },
      ...(i > 0 && i < table.columns.length && { align: 'right' }),
    })),
    ...table.rows.map(({ name, cells }, i): SheetCell[] => [
      { text: name },
      ...cells.map(({ value }): SheetCell =>
        typeof value === 'string'
          ? { text: value, align: 'right' }
          : { number: value, format: Number.isInteger(value) ? '#,##0' : '0.000' },
      ),
      { text: reasonsIn(table, i) },
    ]),
    [],
  ];
  return {
    name: t('nav.agreement'),
    widths: [44, ...Array.from({ length: Math.max(0, most - 1) }, () => 13), 60],
    rows: [
      [{ text: definitionOf(context), bold: true }],
      [],
      ...tables.flatMap(ofTable),
      ...definitionsOf(context).map(({ name, text }): SheetCell[] => [
        { text: `${name}: ${text}` },
      ]),
      [],
      [{ text: agreementParagraph(context) }],
    ],
    sticky: { rows: 0, columns: 1 },
    lies: 'across',
  };
}
