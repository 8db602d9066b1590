import { scaleSqrt } from 'd3-scale';
import { curveBundle, line } from 'd3-shape';
import type { NetworkChart } from './chart.ts';
import { USUAL_WIDTH, type Drawn } from './frame.ts';
import type { Look } from './look.ts';
import { numberIn } from './number.ts';
import { el, linked, px, svgText } from './svg.ts';
import { FIGURE_SIZE, fitted, label, labelOf, LINE_HEIGHT } from './text.ts';

const NAME = 170;
const LEAST_RADIUS = 130;
const GAP = 10;
const BEND = 0.78;
/** Lines whose figure is written on them; of more the figures would cover each other. */
const MOST_FIGURES = 14;
/** A figure nearer than this to a stronger line's is left out. */
const APART = 19;

type Point = readonly [x: number, y: number];

/** A circle: names around it never cover each other, and the same data always stand the same way. */
export function drawnNetwork(chart: NetworkChart, look: Look): Drawn {
  const { nodes, edges } = chart;
  const lines = nodes.map(({ name }) => fitted(name, NAME, FIGURE_SIZE).lines.length);
  /** Along the circle, for the longest name; two lines are usual. */
  const spacing = Math.max(2, ...lines) * LINE_HEIGHT + 2;
  const radius = Math.max(LEAST_RADIUS, (nodes.length * spacing) / 4.4);
  const width = Math.max(USUAL_WIDTH, 2 * (radius + NAME + 64));
  const centre: Point = [width / 2, radius + 44];
  const size = scaleSqrt()
    .domain([0, Math.max(1, ...nodes.map(({ value }) => value))])
    .range([2, 13]);
  const angles = anglesOf(nodes.length);
  const at = (place: number, r: number): Point => {
    const angle = angles[place] ?? 0;
    return [centre[0] + r * Math.cos(angle), centre[1] + r * Math.sin(angle)];
  };
  const points = nodes.map((_, i) => at(i, radius));
  return {
    width,
    height: 2 * (radius + 44),
    hasLinks: edges.some(({ href }) => href !== undefined),
    parts: [
      ...linesOf(chart, look, points, centre),
      ...nodes.map(({ name, value }, i) =>
        nodeOf(
          look,
          { name, figure: numberIn(chart.language)(value) },
          {
            point: points[i] ?? centre,
            isRight: Math.cos(angles[i] ?? 0) >= 0,
            r: size(value),
          },
        ),
      ),
    ],
  };
}

/** Evenly by height rather than by angle, so that names above each other have the room of their lines. */
function anglesOf(count: number): number[] {
  const right = Math.ceil(count / 2);
  const side = (n: number, i: number): number =>
    n === 1 ? 0 : Math.asin(-0.97 + (1.94 * i) / (n - 1));
  return Array.from({ length: count }, (_, i) =>
    i < right ? side(right, i) : Math.PI - side(count - right, count - 1 - i),
  );
}

function linesOf(
  { edges, language }: NetworkChart,
  look: Look,
  points: readonly Point[],
  centre: Point,
): string[] {
  const most = Math.max(1, ...edges.map(({ value }) => value));
  const bend = line().curve(curveBundle.beta(BEND));
  const ascending = [...edges].sort((a, b) => a.value - b.value);
  const strongest = ascending.slice(-MOST_FIGURES).reverse();
  const curves = ascending.map((edge) => {
    const [a, b] = [points[edge.a] ?? centre, points[edge.b] ?? centre];
    const share = edge.value / most;
    const d = bend([[...a], [...bowed(a, b, centre)], [...b]]) ?? '';
    const attributes = {
      d,
      fill: 'none',
      stroke: look.paint.mark,
      'stroke-width': 0.75 + 6.5 * share,
      'stroke-opacity': px(0.25 + 0.55 * share),
    };
    return linked(
      edge.href,
      look.links,
      el('path', attributes, el('title', {}, svgText(edge.name))),
    );
  });
  const placed: Point[] = [];
  const figures = strongest.flatMap((edge) => {
    const middle = middleOf(points[edge.a] ?? centre, points[edge.b] ?? centre, centre);
    if (placed.some(([x, y]) => Math.hypot(x - middle[0], y - middle[1]) < APART)) return [];
    placed.push(middle);
    const text = numberIn(language)(edge.value);
    return (
      el('circle', { cx: middle[0], cy: middle[1], r: 8.5, fill: look.paint.paper }) +
      label(look, text, { x: middle[0], y: middle[1], anchor: 'middle', size: 11, weight: 600 })
    );
  });
  return [...curves, ...figures];
}

/** A point towards the centre: lines between neighbours keep to the edge, others cross the middle. */
const bowed = (a: Point, b: Point, centre: Point): Point => [
  (a[0] + b[0]) / 2 + (centre[0] - (a[0] + b[0]) / 2) * 0.55,
  (a[1] + b[1]) / 2 + (centre[1] - (a[1] + b[1]) / 2) * 0.55,
];

/** Where the bent line has its middle: half its chord's and half the bow's, straightened by the bend. */
function middleOf(a: Point, b: Point, centre: Point): Point {
  const bow = bowed(a, b, centre);
  const along = (axis: 0 | 1): number => {
    const chord = (a[axis] + b[axis]) / 2;
    return chord + (bow[axis] - chord) * BEND * 0.66;
  };
  return [along(0), along(1)];
}

interface Place {
  readonly point: Point;
  readonly isRight: boolean;
  readonly r: number;
}

function nodeOf(
  look: Look,
  { name, figure }: { readonly name: string; readonly figure: string },
  { point, isRight, r }: Place,
): string {
  const { lines, isWhole } = fitted(name, NAME, FIGURE_SIZE);
  const text = {
    lines: lines.map((line, i) => (i === lines.length - 1 ? `${line} (${figure})` : line)),
    isWhole,
  };
  const anchor = isRight ? ('start' as const) : ('end' as const);
  const x = point[0] + (isRight ? 1 : -1) * (r + GAP);
  return (
    el('circle', {
      cx: point[0],
      cy: point[1],
      r,
      fill: look.paint.ink,
      stroke: look.paint.paper,
      'stroke-width': 1.5,
    }) + labelOf(look, text, name, { x, y: point[1], anchor, size: FIGURE_SIZE })
  );
}
