import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import type { CurveChart } from './chart.ts';
import { USUAL_WIDTH, type Drawn } from './frame.ts';
import type { Look } from './look.ts';
import { numberIn } from './number.ts';
import { el, px, svgText } from './svg.ts';
import { FIGURE_SIZE, fitted, label, labelOf, LINE_HEIGHT, textWidth } from './text.ts';

const LEFT = 44;
const RIGHT = 20;
const TOP = 88;
const PLOT = 250;
/** Of a stretch, above the highest figure: where its name stands. */
const HEAD = 42;
/** Nearer than this the items' figures would run into each other: every n-th has one. */
const NAME_ROOM = 34;

interface Plane {
  readonly chart: CurveChart;
  readonly look: Look;
  readonly x: (place: number) => number;
  readonly y: (value: number) => number;
  readonly step: number;
  /** Every n-th item is named. */
  readonly every: number;
  readonly ticks: readonly number[];
}

/** The line of totals with its figures, the bars of what each item added, and what is reached where. */
export function drawnCurve(chart: CurveChart, look: Look): Drawn {
  const plane = planeOf(chart, look);
  const bottom = TOP + PLOT;
  const upright = areUpright(plane);
  const foot = upright ? 92 : 30;
  return {
    width: USUAL_WIDTH,
    height: bottom + foot + LINE_HEIGHT + 6,
    parts: [
      key(chart, look),
      bands(plane),
      grid(plane),
      marks(plane),
      bars(plane),
      curve(plane),
      names(plane, upright),
      label(look, chart.scale, {
        x: LEFT + (USUAL_WIDTH - LEFT - RIGHT) / 2,
        y: bottom + foot + 8,
        anchor: 'middle',
        size: FIGURE_SIZE,
        paint: 'soft',
      }),
    ],
  };
}

function planeOf(chart: CurveChart, look: Look): Plane {
  const places = chart.items.map((_, i) => i);
  const across = scalePoint<number>()
    .domain(places)
    .range([LEFT, USUAL_WIDTH - RIGHT])
    .padding(0.6);
  const most = Math.max(1, ...chart.items.map(({ value }) => value));
  const up = scaleLinear()
    .domain([0, most])
    .nice()
    .range([TOP + PLOT, TOP]);
  const step = chart.items.length > 1 ? across.step() : USUAL_WIDTH - LEFT - RIGHT;
  return {
    chart,
    look,
    x: (place) => across(place) ?? LEFT,
    y: (value) => up(value),
    step,
    every: Math.max(1, Math.ceil(NAME_ROOM / step)),
    ticks: up.ticks(5).filter(Number.isInteger),
  };
}

function key({ lineName, barName }: CurveChart, look: Look): string {
  const second = 34 + textWidth(lineName, FIGURE_SIZE) + 24;
  return (
    el('path', { d: 'M0 8H24', stroke: look.paint.mark, 'stroke-width': 2 }) +
    el('circle', { cx: 12, cy: 8, r: 3.5, fill: look.paint.mark }) +
    label(look, lineName, { x: 32, y: 8, size: FIGURE_SIZE }) +
    el('rect', { x: second, y: 2, width: 12, height: 12, fill: look.paint.pale }) +
    label(look, barName, { x: second + 20, y: 8, size: FIGURE_SIZE })
  );
}

/** Neighbouring stretches are told apart by a rule between them and their names above. */
function bands({ chart, look, x, step }: Plane): string {
  return chart.bands
    .map(({ from, to, name }) => {
      const left = Math.max(LEFT, x(from) - step / 2);
      const width = Math.min(USUAL_WIDTH - RIGHT, x(to) + step / 2) - left;
      // Up to the last item: what is reached there has its rule.
      const text = fitted(name, Math.max(width - step / 2, step / 2) - 10, FIGURE_SIZE, 1);
      return (
        el('rect', { x: left, y: TOP - HEAD, width, height: PLOT + HEAD, fill: look.paint.band }) +
        labelOf(look, text, name, {
          x: left + 6,
          y: TOP - HEAD + 10,
          size: FIGURE_SIZE,
          paint: 'soft',
        })
      );
    })
    .join('');
}

const grid = ({ chart, look, y, ticks }: Plane): string =>
  ticks
    .map(
      (tick) =>
        el('line', {
          x1: LEFT,
          x2: USUAL_WIDTH - RIGHT,
          y1: y(tick),
          y2: y(tick),
          stroke: look.paint.line,
        }) +
        label(look, numberIn(chart.language)(tick), {
          x: LEFT - 8,
          y: y(tick),
          anchor: 'end',
          size: 11,
          paint: 'soft',
        }),
    )
    .join('');

function bars({ chart, look, x, y, step, every }: Plane): string {
  const width = Math.min(36, step * 0.62);
  return chart.items
    .map(({ name, added }, i) => {
      const bar = el(
        'rect',
        { x: x(i) - width / 2, y: y(added), width, height: y(0) - y(added), fill: look.paint.pale },
        el('title', {}, svgText(`${name}: +${added}`)),
      );
      const figure = label(look, added > 0 ? `+${numberIn(chart.language)(added)}` : '0', {
        x: x(i),
        y: y(added) - 7,
        anchor: 'middle',
        size: 11,
        paint: 'soft',
        halo: true,
      });
      const fits = every === 1 && y(added) - y(chart.items[i]?.value ?? 0) > 34;
      return bar + (fits ? figure : '');
    })
    .join('');
}

function curve({ chart, look, x, y, every }: Plane): string {
  const path = line<{ value: number }>(
    (_, i) => px(x(i)),
    ({ value }) => px(y(value)),
  )(chart.items);
  return (
    el('path', { d: path ?? '', fill: 'none', stroke: look.paint.mark, 'stroke-width': 2 }) +
    chart.items
      .map(({ name, value }, i) => {
        const dot = el(
          'circle',
          { cx: x(i), cy: y(value), r: every > 3 ? 2 : 3.5, fill: look.paint.mark },
          el('title', {}, svgText(`${name}: ${value}`)),
        );
        const figure = label(look, numberIn(chart.language)(value), {
          x: x(i),
          y: y(value) - 12,
          anchor: 'middle',
          size: FIGURE_SIZE,
          weight: 600,
          halo: true,
        });
        return dot + (i % every === 0 || i === chart.items.length - 1 ? figure : '');
      })
      .join('')
  );
}

const areUpright = ({ chart, step, every }: Plane): boolean =>
  chart.items.some(({ name }) => textWidth(name, FIGURE_SIZE) > step * every - 4);

function names({ chart, look, x, every }: Plane, upright: boolean): string {
  const y = TOP + PLOT;
  return chart.items
    .map(({ name }, i) => {
      if (i % every !== 0) return '';
      const text = fitted(name, 76, FIGURE_SIZE, 1);
      return upright
        ? labelOf(look, text, name, {
            x: x(i),
            y: y + 10,
            anchor: 'end',
            size: FIGURE_SIZE,
            turned: -90,
          })
        : label(look, name, { x: x(i), y: y + 16, anchor: 'middle', size: FIGURE_SIZE });
    })
    .join('');
}

const marks = ({ chart, look, x }: Plane): string =>
  chart.marks
    .map(({ at, name }) => {
      const isRight = x(at) > USUAL_WIDTH / 2;
      return (
        el('line', {
          x1: x(at),
          x2: x(at),
          y1: TOP - HEAD - 12,
          y2: TOP + PLOT,
          stroke: look.paint.ink,
          'stroke-width': 1.5,
          'stroke-dasharray': '5 4',
        }) +
        label(look, name, {
          x: x(at) + (isRight ? -6 : 6),
          y: TOP - HEAD - 12,
          anchor: isRight ? 'end' : 'start',
          size: FIGURE_SIZE,
          weight: 600,
        })
      );
    })
    .join('');
