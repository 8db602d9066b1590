import type { TableCounts } from '../../domain/project/report-records.ts';
import type { ReportModel } from '../../domain/reports/report-model.ts';
import {
  cellText,
  columnTotalText,
  endText,
  tableCaptionText,
  tableEnds,
  type ReportTable,
  type TableEnd,
} from '../../domain/reports/report-table.ts';
import { ACCENT, INK, SOFT } from './docx-styles.ts';
import { element, mark, paragraph, run, XmlBlock, type Xml } from './docx-xml.ts';
import { HEAT_STEPS, STRONGEST, heatStep, largestOf } from './heat.ts';
import type { ReportWords } from './report-format.ts';
import { oneLine, tableNote, themeLine } from './wording.ts';

/** From this many interviewees on, the table lies across the page. */
const ACROSS_FROM = 11;
/** More than these cannot be read on a page: the table goes on in a second one. */
const COLUMNS_PER_TABLE = { upright: 12, across: 20 };
/** A table of at most so many rows stays on one page. */
const ROWS_TOGETHER = 25;
/** Longer names of columns stand upright. */
const UPRIGHT_FROM = 6;

/** Whether the table of all themes needs pages of its own. */
export const liesAcross = ({ table }: ReportModel): boolean => table.columns.length >= ACROSS_FROM;

/** A table of counts as it is printed. */
export interface PrintedTable {
  readonly table: ReportTable;
  readonly tells: TableCounts;
  /** Its number among the report's tables. */
  readonly number: number;
  readonly caption: string;
  /** What stands below it; null for nothing. */
  readonly note: string | null;
  /** Whether its page lies across. */
  readonly across: boolean;
}

/** The table of all themes. */
export const themesTable = (model: ReportModel, words: ReportWords): PrintedTable => ({
  table: model.table,
  tells: model.tableCounts,
  number: 1,
  caption: tableCaptionText(model.tableCounts, words),
  note: tableNote(model, words),
  across: liesAcross(model),
});

/** The columns `from` to `to` of the table; the last part holds what closes the rows. */
interface Part {
  readonly from: number;
  readonly to: number;
  /** What closes the rows: only of the last part. */
  readonly ends: readonly TableEnd[];
}

/** A table of counts with its caption, in as many parts as the page asks for. */
export function docxTable(printed: PrintedTable, words: ReportWords): XmlBlock[] {
  const parts = partsOf(printed, words);
  const blocks = parts.flatMap((part, i) => [
    caption(printed, words, parts.length > 1 ? { part: i + 1, parts: parts.length } : null),
    tableOf(printed, words, part),
  ]);
  if (printed.note !== null) blocks.push(paragraph('TableNote', [run(printed.note)]));
  return blocks.map((block) => new XmlBlock(block));
}

function partsOf({ table, tells, across }: PrintedTable, words: ReportWords): Part[] {
  const columnCount = table.columns.length;
  const most = COLUMNS_PER_TABLE[across ? 'across' : 'upright'];
  const count = Math.max(1, Math.ceil(columnCount / most));
  const size = Math.ceil(columnCount / count);
  return Array.from({ length: count }, (_, i) => ({
    from: i * size,
    to: Math.min(columnCount, (i + 1) * size),
    ends: i + 1 === count ? tableEnds(table, tells, words) : [],
  }));
}

/** Numbered by a field: Word counts it into a list of tables. The parts of one table share a number. */
function caption(
  { number, caption: text }: PrintedTable,
  words: ReportWords,
  part: { part: number; parts: number } | null,
): Xml {
  const name = words('report.table.name');
  const again = part !== null && part.part > 1;
  const field = element('w:fldSimple', [run(String(number))], {
    'w:instr': ` SEQ ${name} ${again ? '\\c ' : ''}\\* ARABIC `,
  });
  const which = part ? ` ${words('report.table.part', part)}` : '';
  return paragraph(
    'Caption',
    [run(`${name} `), field, run(`. ${text}${which}`)],
    again ? { before: 400 } : {},
  );
}

function tableOf(printed: PrintedTable, words: ReportWords, part: Part): Xml {
  const { rows, cells, columns } = printed.table;
  const names = columns.slice(part.from, part.to).map(({ name }) => oneLine(name));
  const widths = columnWidths(printed, names.length, part);
  const figure = figureCells(largestOf(cells), widths.figure, printed.tells);
  const keepNext = rows.length <= ROWS_TOGETHER;
  const body = rows.map((theme, i) =>
    row([
      cell(widths.theme, [
        paragraph('TableText', [run(themeLine(theme))], {
          keepNext,
          indent: INDENT * Math.min(theme.depth, 4),
        }),
      ]),
      ...(cells[i] ?? []).slice(part.from, part.to).map(figure),
      ...part.ends.map((end) => sumCell(end, end.counts[i] ?? 0)),
    ]),
  );
  const all = [
    widths.theme,
    ...names.map(() => widths.figure),
    ...part.ends.map(({ kind }) => END_WIDTH[kind]),
  ];
  const grid = all.map((width) => mark('w:gridCol', { 'w:w': width }));
  return element('w:tbl', [
    tableProperties(textWidth(printed)),
    element('w:tblGrid', grid),
    headerRow(words, names, widths, part.ends),
    ...body,
    totalsRow(printed, words, widths, part),
  ]);
}

/** Twips between the margins of an A4 page: 16 cm upright, 24.7 cm across. */
const textWidth = ({ across }: PrintedTable): number => (across ? 14003 : 9071);
const THEME_WIDTH = { least: 2750, most: 4600 };
const FIGURE_WIDTH = { wished: 640, most: 1000 };
const END_WIDTH = { excerpts: 850, cases: 1400 };
const INDENT = 200;

interface Widths {
  readonly theme: number;
  readonly figure: number;
}

function columnWidths(printed: PrintedTable, columnCount: number, part: Part): Widths {
  const closing = part.ends.reduce((sum, { kind }) => sum + END_WIDTH[kind], 0);
  const room = textWidth(printed) - closing;
  const wished = room - columnCount * FIGURE_WIDTH.wished;
  const theme = Math.min(THEME_WIDTH.most, Math.max(THEME_WIDTH.least, wished));
  const share = columnCount > 0 ? Math.floor((room - theme) / columnCount) : 0;
  const figure = Math.min(FIGURE_WIDTH.most, share);
  return { theme: room - figure * columnCount, figure };
}

const tableProperties = (width: number): Xml =>
  element('w:tblPr', [
    mark('w:tblW', { 'w:w': width, 'w:type': 'dxa' }),
    mark('w:tblLayout', { 'w:type': 'fixed' }),
    element('w:tblCellMar', [
      mark('w:left', { 'w:w': 0, 'w:type': 'dxa' }),
      mark('w:right', { 'w:w': 60, 'w:type': 'dxa' }),
    ]),
  ]);

/** Room for names that stand upright, in twips. */
const UPRIGHT_HEIGHT = { bare: 200, letter: 100, most: 2600 };

/** Word repeats it on every page the table runs over. */
function headerRow(
  words: ReportWords,
  names: readonly string[],
  widths: Widths,
  ends: readonly TableEnd[],
): Xml {
  const longest = names.reduce((length, name) => Math.max(length, name.length), 0);
  const upright = longest > UPRIGHT_FROM;
  const height = UPRIGHT_HEIGHT.bare + longest * UPRIGHT_HEIGHT.letter;
  const header = (width: number, name: string, style: string, turned = false): Xml =>
    cell(width, [paragraph(style, [run(name, { bold: true, color: SOFT })], { keepNext: true })], {
      rule: 'bottom',
      turned,
      align: turned ? 'center' : 'bottom',
    });
  const properties = [mark('w:cantSplit')];
  if (upright)
    properties.push(
      mark('w:trHeight', { 'w:val': Math.min(UPRIGHT_HEIGHT.most, height), 'w:hRule': 'atLeast' }),
    );
  properties.push(mark('w:tblHeader'));
  return element('w:tr', [
    element('w:trPr', properties),
    header(widths.theme, words('report.table.theme'), 'TableText'),
    ...names.map((name) =>
      header(widths.figure, name, upright ? 'TableText' : 'TableFigure', upright),
    ),
    ...ends.map(({ kind, shortName }) => header(END_WIDTH[kind], shortName, 'TableFigure')),
  ]);
}

function totalsRow(
  { table, tells }: PrintedTable,
  words: ReportWords,
  widths: Widths,
  part: Part,
): Xml {
  const sum = (width: number, text: string, style = 'TableFigure'): Xml =>
    cell(width, [paragraph(style, [run(text, { bold: true })])], { rule: 'top' });
  return row([
    sum(widths.theme, words('report.table.total'), 'TableText'),
    ...table.columnTotals
      .slice(part.from, part.to)
      .map((count) => sum(widths.figure, columnTotalText(count, tells))),
    ...part.ends.map((end) => sum(END_WIDTH[end.kind], endText(end, end.total))),
  ]);
}

const row = (cells: readonly Xml[]): Xml =>
  element('w:tr', [element('w:trPr', [mark('w:cantSplit')]), ...cells]);

const sumCell = (end: TableEnd, count: number): Xml =>
  cell(END_WIDTH[end.kind], [paragraph('TableFigure', [run(endText(end, count), { bold: true })])]);

/** The cell of a count; the same count is the same cell. */
function figureCells(largest: number, width: number, tells: TableCounts): (count: number) => Xml {
  const made = new Map<number, Xml>();
  return (count) => {
    let known = made.get(count);
    if (!known) made.set(count, (known = figureCell(count, largest, width, tells)));
    return known;
  };
}

function figureCell(count: number, largest: number, width: number, tells: TableCounts): Xml {
  const fill = count > 0 ? SHADES[heatStep(count, largest)] : undefined;
  const figure = paragraph(count > 0 ? 'TableFigure' : 'TableZero', [run(cellText(count, tells))]);
  return cell(width, [figure], fill ? { fill } : {});
}

interface CellStyle {
  readonly fill?: string;
  readonly rule?: 'top' | 'bottom';
  /** Text from bottom to top. */
  readonly turned?: boolean;
  readonly align?: 'center' | 'bottom';
}

/** A cell; the order of its properties is the schema's. */
function cell(
  width: number,
  content: readonly Xml[],
  { fill, rule, turned, align = 'center' }: CellStyle = {},
): Xml {
  const properties = [mark('w:tcW', { 'w:w': width, 'w:type': 'dxa' })];
  const line = { 'w:val': 'single', 'w:sz': 6, 'w:space': 0, 'w:color': INK };
  if (rule) properties.push(element('w:tcBorders', [mark(`w:${rule}`, line)]));
  if (fill) properties.push(mark('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': fill }));
  if (turned)
    properties.push(
      element('w:tcMar', [mark('w:bottom', { 'w:w': 60, 'w:type': 'dxa' })]),
      mark('w:textDirection', { 'w:val': 'btLr' }),
    );
  properties.push(mark('w:vAlign', { 'w:val': align }));
  return element('w:tc', [element('w:tcPr', properties), ...content]);
}

/** The accent over white, by heat step: Word knows no transparency in cells. */
const SHADES = Array.from({ length: HEAT_STEPS + 1 }, (_, step) => {
  const share = (step / HEAT_STEPS) * STRONGEST;
  const mixed = [0, 2, 4].map(
    (at) => 255 - (255 - Number.parseInt(ACCENT.slice(at, at + 2), 16)) * share,
  );
  return mixed
    .map((value) => Math.round(value).toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
});
