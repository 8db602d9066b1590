import { dendrogram } from '../domain/analysis/typification/dendrogram.ts';
import type { TreeChart } from './chart.ts';
import { USUAL_WIDTH, type Drawn } from './frame.ts';
import type { Look } from './look.ts';
import { el, px } from './svg.ts';
import { FIGURE_SIZE, fitted, label, labelOf, nameRoom } from './text.ts';

const ROW = 26;
const MOST_NAME = 220;
const GAP = 10;
const RIGHT = 20;
const FOOT = 46;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

/** Names at the left, one to a row in the order of the branches; distances to the right. */
export function drawnTree({ scale, names, merges, language }: TreeChart, look: Look): Drawn {
  const { leaves, joins } = dendrogram(names.length, merges);
  const left = nameRoom(names, MOST_NAME) + GAP;
  const plot = USUAL_WIDTH - left - RIGHT;
  const bottom = leaves.length * ROW;
  const write = new Intl.NumberFormat(language, { minimumFractionDigits: 2 });
  const x = (height: number): number => px(left + height * plot);
  const y = (place: number): number => px(place * ROW + ROW / 2);
  const lines = joins.map(
    ({ left: a, right: b, height }) =>
      `M${x(a.height)} ${y(a.x)}H${x(height)}V${y(b.x)}H${x(b.height)}`,
  );
  return {
    width: USUAL_WIDTH,
    height: bottom + FOOT,
    parts: [
      el('path', {
        d: TICKS.map((tick) => `M${x(tick)} 0V${bottom + 4}`).join(''),
        stroke: look.paint.line,
        fill: 'none',
      }),
      ...TICKS.map((tick) =>
        label(look, write.format(tick), {
          x: x(tick),
          y: bottom + 15,
          anchor: 'middle',
          size: FIGURE_SIZE,
          paint: 'soft',
        }),
      ),
      label(look, scale, {
        x: x(0.5),
        y: bottom + 34,
        anchor: 'middle',
        size: FIGURE_SIZE,
        paint: 'soft',
      }),
      ...leaves.map((item, place) => {
        const name = names[item] ?? '';
        const text = fitted(name, MOST_NAME, undefined, 1);
        return labelOf(look, text, name, { x: left - GAP, y: y(place), anchor: 'end' });
      }),
      ...lines.map((d) =>
        el('path', {
          d,
          fill: 'none',
          stroke: look.paint.ink,
          'stroke-width': 1.6,
          'stroke-linejoin': 'round',
        }),
      ),
    ],
  };
}
