import type { HeatCell, HeatChart } from './chart.ts';
import { USUAL_WIDTH, type Drawn } from './frame.ts';
import { SHADE_STEPS, type Look } from './look.ts';
import { numberIn } from './number.ts';
import { el, linked, svgText } from './svg.ts';
import { FIGURE_SIZE, fitted, label, labelOf, LINE_HEIGHT, nameRoom, textWidth } from './text.ts';

const MOST_ROW_NAME = 250;
const MOST_COLUMN_NAME = 170;
const WIDEST_CELL = 76;
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
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly most: number;
}

export function drawnHeat(chart: HeatChart, look: Look): Drawn {
  const grid = gridOf(chart, look);
  const { left, top, width, height } = grid;
  const right = left + chart.columns.length * width;
  const bottom = top + chart.rows.length * height;
  return {
    width: Math.max(USUAL_WIDTH, right + 2),
    height: bottom + LEGEND,
    hasLinks: chart.rows.some(({ cells }) => cells.some((cell) => cell?.href !== undefined)),
    parts: [
      columnNames(grid),
      el('path', { d: ruled(grid, right, bottom), stroke: look.paint.line, fill: 'none' }),
      ...chart.rows.map((row, i) => {
        const name = fitted(row.name, left - 12, undefined, height >= 2 * LINE_HEIGHT ? 2 : 1);
        const y = top + (i + 0.5) * height;
        return labelOf(look, name, row.name, { x: left - 10, y, anchor: 'end' });
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
  const isLong = names.some((name) => textWidth(name, 13) > MOST_ROW_NAME);
  const values = chart.rows.flatMap(({ cells }) => cells.map((cell) => cell?.value ?? 0));
  return {
    chart,
    look,
    left,
    width,
    height: isLong ? 2 * LINE_HEIGHT + 4 : 26,
    top: areUpright(chart, width) ? nameRoom(chart.columns, MOST_COLUMN_NAME) + 8 : LINE_HEIGHT + 8,
    most: values.reduce((most, value) => Math.max(most, value), 0),
  };
}

const areUpright = ({ columns }: HeatChart, width: number): boolean =>
  columns.some((name) => textWidth(name, FIGURE_SIZE) > width - 6);

function columnNames({ chart, look, left, top, width }: Grid): string {
  const upright = areUpright(chart, width);
  return chart.columns
    .map((name, i) => {
      const x = left + (i + 0.5) * width;
      const text = fitted(name, upright ? MOST_COLUMN_NAME : width, FIGURE_SIZE, 1);
      return upright
        ? labelOf(look, text, name, { x, y: top - 8, size: FIGURE_SIZE, turned: -90 })
        : labelOf(look, text, name, { x, y: top - 14, size: FIGURE_SIZE, anchor: 'middle' });
    })
    .join('');
}

function ruled({ chart, left, top, height }: Grid, right: number, bottom: number): string {
  const rows = Array.from({ length: chart.rows.length + 1 }, (_, i) => top + i * height);
  return rows.map((y) => `M0 ${y}H${right}`).join('') + `M${left} ${top}V${bottom}`;
}

function cellsOf(grid: Grid): string[] {
  const { chart, look } = grid;
  const count = chart.rows.length * chart.columns.length;
  return chart.rows.flatMap(({ name, cells }, row) =>
    cells.flatMap((cell, column) =>
      cell && cell.value !== 0
        ? linked(
            cell.href,
            look.links,
            cellOf(grid, cell, row, column, count > MOST_TOLD ? null : name),
          )
        : [],
    ),
  );
}

/** @param rowName null where there are too many cells to tell each one's figure under the pointer */
function cellOf(
  { chart, look, left, top, width, height, most }: Grid,
  cell: HeatCell,
  row: number,
  column: number,
  rowName: string | null,
): string {
  const shade = look.shades[shadeOf(cell.value, most)];
  const figure = cell.text ?? numberIn(chart.language)(cell.value);
  const [x, y] = [left + column * width, top + row * height];
  const fits = width >= FIGURE_FITS && textWidth(figure, FIGURE_SIZE) <= width - 2;
  const told = rowName === null ? [] : [`${rowName} · ${chart.columns[column] ?? ''}: ${figure}`];
  return (
    el(
      'rect',
      { x: x + 1, y: y + 1, width: width - 2, height: height - 2, fill: shade?.fill ?? 'none' },
      ...told.map((text) => el('title', {}, svgText(text))),
    ) +
    (fits
      ? label(look, figure, {
          x: x + width / 2,
          y: y + height / 2,
          anchor: 'middle',
          size: FIGURE_SIZE,
          ...(shade && { fill: shade.ink }),
        })
      : '')
  );
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
