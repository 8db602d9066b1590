import { existsSync, readFileSync } from 'node:fs';
import { atMost, type Row } from './row.ts';

/** Minutes from the beginning, and megabytes. */
export type MemoryPoint = readonly [minutes: number, megabytes: number];

const MB = 1024 * 1024;

/** What the app kept after each collection, so many minutes apart. */
export const keptPoints = (file: string, minutesApart: number): MemoryPoint[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .map((bytes, i) => [(i + 1) * minutesApart, Number(bytes) / MB])
    : [];

/**
 * Memory as the system sees it, and what is kept of it: a project grows with its codings, so what
 * counts is that nothing grows beside them.
 *
 * @param perMinute codings
 */
export function memoryRows(
  name: string,
  resident: readonly MemoryPoint[],
  kept: readonly MemoryPoint[],
  perMinute: number,
): Row[] {
  const slope = slopeOf(kept);
  return [
    { name: `${name}: memory at each minute`, remark: `${eachMinute(resident)} MB` },
    {
      name: `${name}: kept after a collection`,
      remark: `${kept.map(([, megabytes]) => megabytes.toFixed(1)).join(' ')} MB, ${slope.toFixed(2)} MB/min`,
    },
    {
      name: `${name}: kept for each coding`,
      value: (slope * MB) / perMinute / 1_000,
      unit: 'kB',
      budget: atMost(KEPT_PER_CODING_KB),
    },
  ];
}

/** A coding with its place in the index and its step of undo takes 1.5 kB. */
const KEPT_PER_CODING_KB = 2.5;

/** The last figure of each minute begun. */
function eachMinute(points: readonly MemoryPoint[]): string {
  const byMinute = new Map(points.map(([minutes, megabytes]) => [Math.ceil(minutes), megabytes]));
  return [...byMinute.values()].map((megabytes) => megabytes.toFixed(0)).join(' ');
}

/** Least squares. */
function slopeOf(points: readonly MemoryPoint[]): number {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const x = mean(points.map(([at]) => at));
  const y = mean(points.map(([, value]) => value));
  const over = points.reduce((sum, [at, value]) => sum + (at - x) * (value - y), 0);
  return over / points.reduce((sum, [at]) => sum + (at - x) ** 2, 0);
}
