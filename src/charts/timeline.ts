import { scaleLinear } from 'd3-scale';
import type { TimelineChart } from './chart.ts';
import { USUAL_WIDTH, type Drawn } from './frame.ts';
import type { Look } from './look.ts';
import { numberIn } from './number.ts';
import { el, linked, svgText } from './svg.ts';
import { FIGURE_SIZE, fitted, label, labelOf, LINE_HEIGHT, nameRoom } from './text.ts';

const MOST_NAME = 240;
const RIGHT = 18;
/** What is shorter is drawn as wide, so that it is seen. */
const NARROWEST = 3;

/** A row a thing, the text from left to right, a dark stretch wherever the thing is in it. */
export function drawnTimeline(chart: TimelineChart, look: Look): Drawn {
  const rowNames = chart.rows.map(({ name }) => name);
  const left = nameRoom(rowNames, MOST_NAME) + 14;
  const x = scaleLinear()
    .domain([0, Math.max(1, chart.length)])
    .range([left, USUAL_WIDTH - RIGHT]);
  const rows: string[] = [];
  let y = 0;
  for (const { name, stretches } of chart.rows) {
    const text = fitted(name, left - 14);
    const height = text.lines.length * LINE_HEIGHT + 10;
    const middle = y + height / 2;
    rows.push(
      el('line', {
        x1: left,
        x2: USUAL_WIDTH - RIGHT,
        y1: middle,
        y2: middle,
        stroke: look.paint.line,
      }),
      labelOf(look, text, name, { x: left - 12, y: middle, anchor: 'end' }),
      ...stretches.map(({ from, to, name: told, href }) =>
        linked(
          href,
          look.links,
          el(
            'rect',
            {
              x: x(from),
              y: middle - 7,
              width: Math.max(NARROWEST, x(to) - x(from)),
              height: 14,
              rx: 1.5,
              fill: look.paint.mark,
              'fill-opacity': 0.82,
            },
            el('title', {}, svgText(told)),
          ),
        ),
      ),
    );
    y += height;
  }
  return {
    width: USUAL_WIDTH,
    height: y + 2 * LINE_HEIGHT + 10,
    hasLinks: chart.rows.some(({ stretches }) => stretches.some(({ href }) => href !== undefined)),
    parts: [axis(chart, look, x, y), ...rows],
  };
}

function axis(
  { language, scale }: TimelineChart,
  look: Look,
  x: ReturnType<typeof scaleLinear<number>>,
  bottom: number,
): string {
  const [from = 0, to = 0] = x.range();
  const ticks = x.ticks(8).map((tick) => {
    const at = x(tick);
    return (
      el('line', { x1: at, x2: at, y1: 0, y2: bottom + 2, stroke: look.paint.line }) +
      label(look, numberIn(language)(tick), {
        x: at,
        y: bottom + 11,
        anchor: 'middle',
        size: 11,
        paint: 'soft',
      })
    );
  });
  const name = label(look, scale, {
    x: (from + to) / 2,
    y: bottom + 12 + LINE_HEIGHT,
    anchor: 'middle',
    size: FIGURE_SIZE,
    paint: 'soft',
  });
  return ticks.join('') + name;
}
