import type { Statistic } from '../statistic.ts';

/** Symmetric, zeros on the diagonal. */
export type DistanceMatrix = readonly (readonly number[])[];

export interface Distances {
  /** Indexes of the profiles that can be compared, in their order: the matrix is of these. */
  readonly compared: readonly number[];
  /** Indexes of those without codings: they have no place among the others. */
  readonly leftOut: readonly number[];
  readonly matrix: DistanceMatrix;
}

/** The distance of each profile with codings to each other one. */
export function distanceMatrix(
  counts: readonly (readonly number[])[],
  distance: (a: readonly number[], b: readonly number[]) => Statistic,
): Distances {
  const indexes = [...counts.keys()];
  const hasCodings = (i: number): boolean => counts[i]!.some((count) => count > 0);
  const compared = indexes.filter(hasCodings);
  const matrix = compared.map(() => new Array<number>(compared.length).fill(0));
  compared.forEach((a, i) => {
    for (let j = 0; j < i; j++) {
      const between = distance(counts[a]!, counts[compared[j]!]!).value;
      if (between === null) throw new RangeError(`no distance between profiles ${i} and ${j}`);
      matrix[i]![j] = between;
      matrix[j]![i] = between;
    }
  });
  return { compared, leftOut: indexes.filter((i) => !hasCodings(i)), matrix };
}
