import type { Look } from './look.ts';
import { el } from './svg.ts';
import { FIGURE_SIZE, label, LINE_HEIGHT, textWidth } from './text.ts';

/** Told apart by pattern: full, empty, hatched, dotted; a fifth series begins anew. */
const PATTERNS = 4;
const SWATCH = 12;

export const fillOf = (series: number, { id, paint }: Look): string =>
  [paint.mark, paint.paper, `url(#${id}-hatch)`, `url(#${id}-dots)`][series % PATTERNS] ??
  paint.mark;

/** What `fillOf` refers to. */
export const patterns = ({ id, paint }: Look): string =>
  el(
    'defs',
    {},
    el(
      'pattern',
      { id: `${id}-hatch`, width: 6, height: 6, patternUnits: 'userSpaceOnUse' },
      el('rect', { width: 6, height: 6, fill: paint.paper }),
      el('path', { d: 'M0 6 6 0M-1 1 1 -1M5 7 7 5', stroke: paint.mark, 'stroke-width': 1.6 }),
    ),
    el(
      'pattern',
      { id: `${id}-dots`, width: 5, height: 5, patternUnits: 'userSpaceOnUse' },
      el('rect', { width: 5, height: 5, fill: paint.paper }),
      el('circle', { cx: 2.5, cy: 2.5, r: 1.2, fill: paint.mark }),
    ),
  );

/** The series' names beside their patterns, in one line from `left` on. */
export function legend(series: readonly string[], look: Look, left: number): string {
  let x = left;
  return series
    .map((name, i) => {
      const at = x;
      x += SWATCH + 7 + textWidth(name, FIGURE_SIZE) + 18;
      return (
        el('rect', {
          x: at,
          y: 2,
          width: SWATCH,
          height: SWATCH,
          fill: fillOf(i, look),
          stroke: look.paint.mark,
        }) + label(look, name, { x: at + SWATCH + 7, y: LINE_HEIGHT / 2, size: FIGURE_SIZE })
      );
    })
    .join('');
}
