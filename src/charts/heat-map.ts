import type { HeatCell, HeatChart } from './chart.ts';
import { USUAL_WIDTH, type Drawn } from './frame.ts';
import { SHADE_STEPS, type Look } from './look.ts';
import { numberIn } from './number.ts';
import { el, linked, svgText } from './svg.ts';
import {
  FIGURE_SIZE,
  fitted,
  label,
  labelOf,
  LINE_HEIGHT,
  nameRoom,
  textWidth,
  type Fitted,
} from './text.ts';

const MOST_ROW_NAME = 250;
/** How long upright names of columns may be: the first that shows all of them, else the last. */
const COLUMN_NAMES = [150, 190, 240, 300] as const;
/** Names of columns stand upright in as many lines as the column has room for. */
const MOST_COLUMN_LINES = 3;
const WIDEST_CELL = 76;
const LEAST_HEIGHT = 26;
/** Narrower than this a cell shows its shade alone. */
const FIGURE_FITS = 24;
const NARROWEST_CELL = 12;
/** Of more cells than this the figures and names under the pointer are left to the table. */
const MOST_TOLD = 3_000;
const LEGEND = 44;

/** The shade of a value: 0 only for nothing, the last for the most. */
export const shadeOf = (value: number, most: number): number =>
  value <= 0 || most <= 0 ? 0 : Math.max(1, Math.ceil((SHADE_STEPS * value) / most));

interface Grid {
  readonly chart: HeatChart;
  readonly look: Look;
  readonly left: number;
  readonly width: number;
  readonly columnNames: readonly Fitted[];
  readonly upright: boolean;
  readonly rowNames: readonly Fitted[];
  /** Where each row begins, and where the last one ends. */
  readonly edges: readonly number[];
  readonly most: number;
}

export function drawnHeat(chart: HeatChart, look: Look): Drawn {
  const grid = gridOf(chart, look);
  const { left, width, edges, rowNames } = grid;
  const right = left + chart.columns.length * width;
  const bottom = edges.at(-1) ?? 0;
  return {
    width: Math.max(USUAL_WIDTH, right + 2),
    height: bottom + LEGEND,
    hasLinks: chart.rows.some(({ cells }) => cells.some((cell) => cell?.href !== undefined)),
    parts: [
      columnHeads(grid),
      el('path', { d: ruled(grid, right, bottom), stroke: look.paint.line, fill: 'none' }),
      ...chart.rows.map(({ name }, i) => {
        const place = { x: left - 10, y: middleOf(grid, i), anchor: 'end' } as const;
        return labelOf(look, rowNames[i] ?? inOneLine(name), name, place);
      }),
      ...cellsOf(grid),
      legendOf(grid, bottom),
    ],
  };
}

function gridOf(chart: HeatChart, look: Look): Grid {
  const names = chart.rows.map(({ name }) => name);
  const left = nameRoom(names, MOST_ROW_NAME) + 12;
  const room = (USUAL_WIDTH - left) / Math.max(1, chart.columns.length);
  const width = Math.min(WIDEST_CELL, Math.max(NARROWEST_CELL, room));
  const rowNames = names.map((name) => fitted(name, left - 12));
  const upright = chart.columns.some((name) => textWidth(name, FIGURE_SIZE) > width - 6);
  const columnNames = upright ? uprightNames(chart.columns, width) : chart.columns.map(inOneLine);
  const drawn = columnNames.flatMap(({ lines }) => lines);
  let edge = upright ? nameRoom(drawn, Infinity, FIGURE_SIZE) + 12 : LINE_HEIGHT + 8;
  const edges = [edge];
  for (const { lines: inRow } of rowNames)
    edges.push((edge += Math.max(LEAST_HEIGHT, inRow.length * LINE_HEIGHT + 4)));
  const values = chart.rows.flatMap(({ cells }) => cells.map((cell) => cell?.value ?? 0));
  const most = values.reduce((largest, value) => Math.max(largest, value), 0);
  return { chart, look, left, width, columnNames, upright, rowNames, edges, most };
}

const inOneLine = (name: string): Fitted => ({ lines: [name], isWhole: true });

function uprightNames(names: readonly string[], width: number): Fitted[] {
  const lines = Math.min(MOST_COLUMN_LINES, Math.max(1, Math.floor((width - 2) / LINE_HEIGHT)));
  let found: Fitted[] = [];
  for (const length of COLUMN_NAMES) {
    found = names.map((name) => fitted(name, length, FIGURE_SIZE, lines));
    if (found.every(({ isWhole }) => isWhole)) break;
  }
  return found;
}

const heightOf = ({ edges }: Grid, row: number): number =>
  (edges[row + 1] ?? 0) - (edges[row] ?? 0);
const middleOf = (grid: Grid, row: number): number =>
  (grid.edges[row] ?? 0) + heightOf(grid, row) / 2;

function columnHeads({ chart, look, left, width, columnNames, upright, edges }: Grid): string {
  const [top = 0] = edges;
  return chart.columns
    .map((name, i) => {
      const x = left + (i + 0.5) * width;
      const place = upright
        ? ({ y: top - 8, turned: -90 } as const)
        : ({ y: top - 14, anchor: 'middle' } as const);
      return labelOf(look, columnNames[i] ?? inOneLine(name), name, {
        x,
        size: FIGURE_SIZE,
        ...place,
      });
    })
    .join('');
}

const ruled = ({ left, edges }: Grid, right: number, bottom: number): string =>
  edges.map((y) => `M0 ${y}H${right}`).join('') + `M${left} ${edges[0] ?? 0}V${bottom}`;

function cellsOf(grid: Grid): string[] {
  const { chart, look } = grid;
  const count = chart.rows.length * chart.columns.length;
  return chart.rows.flatMap(({ name, cells }, row) =>
    cells.map((cell, column) => {
      if (cell === null) return '';
      if (!cell.value) return figureIn(grid, cell, row, column);
      const told = count > MOST_TOLD ? null : name;
      return linked(cell.href, look.links, cellOf(grid, cell, row, column, told));
    }),
  );
}

const textOf = ({ chart }: Grid, { value, text }: HeatCell): string =>
  text ?? (value === null ? '–' : numberIn(chart.language)(value));

/** @param rowName null where there are too many cells to tell each one's figure under the pointer */
function cellOf(
  grid: Grid,
  cell: HeatCell,
  row: number,
  column: number,
  rowName: string | null,
): string {
  const { chart, left, width, edges } = grid;
  const name = `${rowName ?? ''} · ${chart.columns[column] ?? ''}: ${textOf(grid, cell)}`;
  const area = {
    x: left + column * width + 1,
    y: (edges[row] ?? 0) + 1,
    width: width - 2,
    height: heightOf(grid, row) - 2,
    fill: shadeIn(grid, cell)?.fill ?? 'none',
  };
  return (
    el('rect', area, ...(rowName === null ? [] : [el('title', {}, svgText(name))])) +
    figureIn(grid, cell, row, column)
  );
}

const shadeIn = ({ look, most }: Grid, { value }: HeatCell) =>
  look.shades[shadeOf(value ?? 0, most)];

/** The figure, where the cell has room for it; nothing and undefined ones stand back. */
function figureIn(grid: Grid, cell: HeatCell, row: number, column: number): string {
  const { look, left, width } = grid;
  const figure = textOf(grid, cell);
  if (width < FIGURE_FITS || textWidth(figure, FIGURE_SIZE) > width - 2) return '';
  const shade = cell.value ? shadeIn(grid, cell) : undefined;
  return label(look, figure, {
    x: left + (column + 0.5) * width,
    y: middleOf(grid, row),
    anchor: 'middle',
    size: FIGURE_SIZE,
    ...(shade ? { fill: shade.ink } : { paint: 'soft' as const }),
  });
}

function legendOf({ chart, look, left, most }: Grid, bottom: number): string {
  const y = bottom + 18;
  const write = numberIn(chart.language);
  const swatches = look.shades
    .map(({ fill }, step) =>
      el('rect', { x: left + step * 14, y, width: 14, height: 12, fill, stroke: look.paint.line }),
    )
    .join('');
  const text = `0 – ${write(most)}, ${chart.scale}`;
  const x = left + look.shades.length * 14 + 10;
  return swatches + label(look, text, { x, y: y + 6, size: FIGURE_SIZE, paint: 'soft' });
}
