import { MEASURE_SCALES } from '../analysis/measures/measure-statistics.ts';
import type { Measure } from '../project/records.ts';
import { readNumber } from './attribute-value.ts';
import { cellText, type Cell } from './table.ts';

const NAMES: readonly (readonly [Measure['kind'], RegExp])[] = [
  ['nps', /\bnps\b|suositt?el|recommend|rekommend/i],
  ['csat', /\bcsat\b|tyytyväi|satisf|nöjd/i],
  ['ces', /\bces\b|vaivat|helppo|effort|\beas[yei]|ansträng|\blätt/i],
];

/**
 * The measure that a column's name speaks of, on the smallest scale its answers fit. Null where its
 * answers are on none, and for effort: which end is easy is never guessed.
 */
export function proposedMeasure(name: string, cells: readonly Cell[]): Measure | null {
  const kind = kindOf(name);
  if (kind === null || kind === 'ces') return null;
  const scale = scaleOf(kind, cells);
  return scale && { kind, ...scale, easyEnd: null };
}

/** Whether the column is of effort, whose direction has to be asked. */
export const isEffortName = (name: string, cells: readonly Cell[]): boolean =>
  kindOf(name) === 'ces' && scaleOf('ces', cells) !== null;

/** The smallest scale of effort that the answers fit. */
export const effortScale = (cells: readonly Cell[]): { min: number; max: number } | null =>
  scaleOf('ces', cells);

const kindOf = (name: string): Measure['kind'] | null =>
  NAMES.find(([, pattern]) => pattern.test(name))?.[0] ?? null;

function scaleOf(
  kind: Measure['kind'],
  cells: readonly Cell[],
): { min: number; max: number } | null {
  const given = cells.filter((cell) => cellText(cell) !== '');
  const ratings = given.map((cell) => readNumber(cellText(cell)));
  if (ratings.length === 0) return null;
  const fits = ({ min, max }: { min: number; max: number }): boolean =>
    ratings.every((one) => one !== null && Number.isInteger(one) && one >= min && one <= max);
  const scale = MEASURE_SCALES[kind].find(fits);
  return scale ? { min: scale.min, max: scale.max } : null;
}
