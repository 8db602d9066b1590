import { scaleLinear } from 'd3-scale';
import type { BarChart, BarItem } from './chart.ts';
import { USUAL_WIDTH, type Drawn } from './frame.ts';
import type { Look } from './look.ts';
import { numberIn } from './number.ts';
import { el, linked, svgText } from './svg.ts';
import { fillOf, legend, patterns } from './series.ts';
import { FIGURE_SIZE, fitted, label, labelOf, LINE_HEIGHT, nameRoom, textWidth } from './text.ts';

const BAR = 16;
const GAP = 9;
const MOST_NAME = 250;
const TICKS = 5;

/** A row an item: the name, a bar for each series, its figure at the bar's end. */
export function drawnBars(chart: BarChart, look: Look): Drawn {
  const many = chart.series.length > 1;
  const left =
    nameRoom(
      chart.items.map(({ name }) => name),
      MOST_NAME,
    ) + 12;
  const figures = chart.items.map((item) => textsOf(item, chart));
  const right = Math.max(...figures.flat().map((text) => textWidth(text, FIGURE_SIZE))) + 14;
  const isBelow = chart.items.some(({ values }) => values.some((value) => (value ?? 0) < 0));
  const x = scaleOf(chart, left + (isBelow ? right : 0), USUAL_WIDTH - right);
  const head = many ? LINE_HEIGHT + 14 : 0;
  const rows: string[] = [];
  let y = head;
  chart.items.forEach((item, i) => {
    const name = fitted(item.name, left - 12);
    const height = Math.max(
      name.lines.length * LINE_HEIGHT,
      item.values.length * (many ? BAR - 2 : BAR),
    );
    const parts = barsOf(item, figures[i] ?? [], { look, x, y, height, many });
    const text = labelOf(look, name, item.name, { x: left - 12, y: y + height / 2, anchor: 'end' });
    rows.push(linked(item.href, look.links, text + parts));
    y += height + GAP;
  });
  return {
    width: USUAL_WIDTH,
    height: y + 2 * LINE_HEIGHT + 8,
    hasLinks: chart.items.some(({ href }) => href !== undefined),
    parts: [
      ...(many ? [patterns(look), legend(chart.series, look, left)] : []),
      axisOf(chart, look, x, head, y),
      ...rows,
    ],
  };
}

type Scale = ReturnType<typeof scaleOf>;

function scaleOf({ items }: BarChart, from: number, to: number) {
  const values = items.flatMap((item) => item.values.filter((value) => value !== null));
  const least = Math.min(0, ...values);
  const most = Math.max(0, ...values);
  return scaleLinear()
    .domain([least, most > least ? most : least + 1])
    .range([from, to]);
}

function axisOf(chart: BarChart, look: Look, x: Scale, top: number, bottom: number): string {
  const write = numberIn(chart.language);
  const isWhole = chart.items.every(({ values }) => values.every((v) => Number.isInteger(v ?? 0)));
  const ticks = x.ticks(TICKS).filter((tick) => !isWhole || Number.isInteger(tick));
  const [from = 0, to = 0] = x.range();
  return (
    ticks
      .map((tick) => {
        const at = x(tick);
        const line = { x1: at, x2: at, y1: top - 2, y2: bottom, stroke: look.paint.line };
        const text = { x: at, y: bottom + 10, anchor: 'middle', size: 11, paint: 'soft' } as const;
        return el('line', line) + label(look, write(tick), text);
      })
      .join('') +
    label(look, chart.scale, {
      x: (from + to) / 2,
      y: bottom + 10 + LINE_HEIGHT,
      anchor: 'middle',
      size: FIGURE_SIZE,
      paint: 'soft',
    })
  );
}

interface Row {
  readonly look: Look;
  readonly x: Scale;
  readonly y: number;
  readonly height: number;
  readonly many: boolean;
}

function barsOf(
  item: BarItem,
  texts: readonly string[],
  { look, x, y, height, many }: Row,
): string {
  const thick = many ? BAR - 2 : BAR;
  const top = y + (height - item.values.length * thick) / 2;
  const zero = x(0);
  return item.values
    .map((value, i) => {
      const end = x(value ?? 0);
      const bar = el(
        'rect',
        {
          x: Math.min(zero, end),
          y: top + i * thick + 1,
          width: Math.abs(end - zero),
          height: thick - 2,
          fill: fillOf(i, look),
          stroke: many ? look.paint.mark : undefined,
        },
        el('title', {}, svgText(`${item.name}: ${texts[i] ?? ''}`)),
      );
      const figure = label(look, texts[i] ?? '', {
        ...(end < zero ? { x: end - 6, anchor: 'end' as const } : { x: end + 6 }),
        y: top + i * thick + thick / 2,
        size: FIGURE_SIZE,
        halo: true,
      });
      return (value === null || value === 0 ? '' : bar) + figure;
    })
    .join('');
}

function textsOf(item: BarItem, chart: BarChart): string[] {
  const write = numberIn(chart.language);
  return item.values.map((value, i) => item.texts?.[i] ?? (value === null ? '–' : write(value)));
}
