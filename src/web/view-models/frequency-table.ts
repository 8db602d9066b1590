import type { AxisItem, AxisKind } from '../../domain/analysis/axis.ts';
import type { CrossTable } from '../../domain/analysis/cross-table.ts';
import { casesSelected } from '../../domain/analysis/selection.ts';
import type { Spot } from '../../domain/analysis/excerpts-at.ts';
import type { Figure } from '../../domain/analysis/shown-table.ts';
import type { Project } from '../../domain/project/project.ts';
import type { ThemeId, TypeId } from '../../domain/ids.ts';
import { figureCell, figureRow, type FigureCell } from '../../markup/figure-row.ts';
import { selectionOf, type TableQuery } from '../api/schemas-frequencies.ts';
import type { Translate } from '../i18n.ts';
import { kindName } from '../table-words.ts';
import type { RowsAsked } from './first-part.ts';
import type { Formats } from './formats.ts';
import { spotAddresses } from './table-address.ts';
import { figureText, heatOf, whyUndefined } from './table-figures.ts';

export interface ColumnHead {
  /** What stands over the figures. */
  readonly short: string;
  /** All of it, where that is more. */
  readonly full: string | null;
  readonly href: string;
  readonly current: boolean;
}

export interface FrequencyTable {
  readonly corner: string;
  readonly columns: readonly ColumnHead[];
  /** Long names of columns stand upright. */
  readonly upright: boolean;
  /** How many rows of them all stand in `rowsHtml`. */
  readonly rowCount: number;
  /** So many cells that the browser lays out the rows as they come into view. */
  readonly isBig: boolean;
  readonly rowsHtml: string;
  readonly totalsHtml: string;
  /** What short heads stand for, to be read beside the table. */
  readonly legend: readonly { readonly short: string; readonly full: string }[];
}

/** Longer names than this do not fit over a figure. */
const COLUMN_NAME = 6;
const BIG = 4_000;
/** A table of more cells comes with its first rows, about so many cells; the rest follows. */
const AT_ONCE = 8_000;
const FIRST_CELLS = 3_000;

/** Which rows are made, and where those begin that the first ones leave. */
function partOf(
  { rows, columns }: CrossTable<Figure>,
  spot: Spot | null,
  asked: RowsAsked,
): { readonly from: number; readonly to: number } {
  const isWhole = asked === 'all' || rows.length * columns.length <= AT_ONCE;
  // The row of the figure that is open is among the first.
  const open = rows.findIndex(({ id }) => id === spot?.rowId) + 1;
  const first = Math.max(Math.ceil(FIRST_CELLS / (columns.length + 1)), open);
  if (asked === 'rest') return { from: isWhole ? rows.length : first, to: rows.length };
  return { from: 0, to: isWhole ? rows.length : first };
}

/** The table as HTML; what is said of undefined figures in a word or two. */
export function frequencyTable(
  project: Project,
  table: CrossTable<Figure>,
  query: TableQuery,
  spot: Spot | null,
  t: Translate,
  formats: Formats,
  asked: RowsAsked = 'first',
): FrequencyTable {
  const { from, to } = partOf(table, spot, asked);
  const addressOf = spotAddresses(query);
  const textOf = figureText(query, formats);
  const heat = heatOf(table.cells, query);
  const why = whyUndefined(query, t);
  const isAt = (rowId: string | null, columnId: string | null): boolean =>
    spot !== null && spot.rowId === rowId && spot.columnId === columnId;
  const cellOf = (figure: Figure, rowId: string | null, columnId: string | null): FigureCell => ({
    text: textOf(figure),
    heat: heat(figure),
    href: figure ? addressOf(rowId, columnId) : null,
    current: isAt(rowId, columnId),
  });
  const columns = table.columns.map((item, i): ColumnHead => ({
    ...headOf(item, query.columns),
    href: addressOf(null, item.id),
    current: isAt(null, item.id) && Boolean(table.columnTotals[i]),
  }));
  const totalOf = totalsAs(project, query, cellOf, textOf);
  const rows = table.rows.slice(from, to).map((item, k) => {
    const i = from + k;
    return figureRow(
      {
        title: titleOf(item),
        depth: item.depth,
        colour: colourOf(project, query.rows, item.id),
        href: table.rowTotals[i] ? addressOf(item.id, null) : null,
      },
      (table.cells[i] ?? []).map((figure, j) =>
        cellOf(figure, item.id, table.columns[j]?.id ?? null),
      ),
      totalOf(table.rowTotals[i] ?? null, item.id, null),
      query.rows === 'case' && countsCases(query) ? t('frequencies.one-case') : why,
    );
  });
  const totals = [
    ...table.columnTotals.map((figure, j) => totalOf(figure, null, table.columns[j]?.id ?? null)),
    totalOf(table.total, null, null),
  ];
  const totalsWhy =
    query.columns === 'case' && countsCases(query) ? t('frequencies.one-case') : why;
  return {
    corner: kindName(project, query.rows, t),
    columns,
    upright: columns.some(({ short }) => short.length > COLUMN_NAME),
    isBig: table.rows.length * table.columns.length > BIG,
    rowCount: rows.length,
    rowsHtml: rows.join('\n'),
    totalsHtml: totals.map((cell) => figureCell(cell, totalsWhy, 'sum')).join(''),
    legend: columns.flatMap(({ short, full }) => (full === null ? [] : [{ short, full }])),
  };
}

const countsCases = ({ unit, percent }: TableQuery): boolean =>
  unit === 'cases' && percent === 'none';

/** A total of interviewees is told out of all, "5/7"; that of one interviewee is no figure: a dash. */
function totalsAs(
  project: Project,
  query: TableQuery,
  cellOf: (figure: Figure, rowId: string | null, columnId: string | null) => FigureCell,
  textOf: (figure: Figure) => string,
): typeof cellOf {
  if (!countsCases(query)) return cellOf;
  const all = casesSelected(project, selectionOf(query)).length;
  const isOne = (kind: AxisKind, id: string | null): boolean => kind === 'case' && id !== null;
  return (figure, rowId, columnId) => {
    const cell = cellOf(figure, rowId, columnId);
    if (isOne(query.rows, rowId) || isOne(query.columns, columnId))
      return { ...cell, text: '', href: null };
    return { ...cell, text: `${textOf(figure)}/${textOf(all)}` };
  };
}

export const titleOf = ({ label, name }: Pick<AxisItem, 'label' | 'name'>): string =>
  label ? `${label} ${name}` : name;

/** Over a column of answers stands the number of the question. */
function headOf(item: AxisItem, kind: AxisKind): Pick<ColumnHead, 'short' | 'full'> {
  if (kind === 'question' && item.label) return { short: item.label, full: item.name };
  return { short: titleOf(item), full: null };
}

function colourOf({ themes, types }: Project, kind: AxisKind, id: string): number | null {
  if (kind === 'theme') return themes.get(id as ThemeId)?.colour ?? null;
  return kind === 'type' ? (types.get(id as TypeId)?.colour ?? null) : null;
}
