import type { Merge } from '../domain/analysis/typification/average-linkage.ts';
import { dendrogram } from '../domain/analysis/typification/dendrogram.ts';
import { escapeHtml } from './escape.ts';

export interface DrawnTree {
  /** What is compared, in a sentence. */
  readonly title: string;
  /** What the scale measures. */
  readonly scale: string;
  /** The names of the items; a join names them by their place here. */
  readonly names: readonly string[];
  readonly merges: readonly Merge[];
  /** A distance as the reader's language writes it. */
  readonly number: (value: number) => string;
}

// Pixels.
const ROW = 26;
const PLOT = 400;
const GAP = 10;
const EDGE = 6;
const RIGHT = 20;
const FOOT = 46;
const LETTER = 8;
const LONGEST_NAME = 26;

const TICKS = [0, 0.25, 0.5, 0.75, 1];

/**
 * A tree as SVG: names at the left, one to a row, distances of 0–1 to the right. It is drawn in the
 * colour of the text around it, so that it is legible in the dark and in grey print; what it says is
 * to stand beside it as a table.
 */
export function dendrogramSvg({ title, scale, names, merges, number }: DrawnTree): string {
  const { leaves, joins } = dendrogram(names.length, merges);
  const labels = leaves.map((item) => shortened(names[item] ?? ''));
  const left = Math.ceil(Math.max(...labels.map(({ length }) => length), 1) * LETTER) + GAP + EDGE;
  const bottom = labels.length * ROW;
  const x = (height: number): number => round(left + height * PLOT);
  const y = (place: number): number => round(place * ROW + ROW / 2);
  const width = left + PLOT + RIGHT;
  const lines = joins.map(
    ({ left: a, right: b, height }) =>
      `<path d="M${x(a.height)} ${y(a.x)}H${x(height)}V${y(b.x)}H${x(b.height)}"/>`,
  );
  return (
    `<svg class="dendrogram" role="img" aria-label="${escapeHtml(title)}" ` +
    `viewBox="0 0 ${width} ${bottom + FOOT}" width="${width}" height="${bottom + FOOT}">` +
    `<g class="scale" stroke="currentColor" stroke-opacity=".18">` +
    TICKS.map((tick) => `<path d="M${x(tick)} 0V${bottom + 4}"/>`).join('') +
    `</g><g text-anchor="middle" fill="currentColor" font-size="12">` +
    TICKS.map(
      (tick) => `<text x="${x(tick)}" y="${bottom + 19}">${escapeHtml(number(tick))}</text>`,
    ).join('') +
    `<text x="${x(0.5)}" y="${bottom + 38}">${escapeHtml(scale)}</text></g>` +
    `<g text-anchor="end" fill="currentColor" font-size="13">` +
    labels
      .map((name, i) => `<text x="${left - GAP}" y="${y(i) + 4.5}">${escapeHtml(name)}</text>`)
      .join('') +
    `</g><g fill="none" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round">` +
    `${lines.join('')}</g></svg>`
  );
}

const round = (pixels: number): number => Math.round(pixels * 100) / 100;

const shortened = (name: string): string => {
  const letters = [...name];
  return letters.length <= LONGEST_NAME ? name : `${letters.slice(0, LONGEST_NAME - 1).join('')}…`;
};
