import type { DistanceMatrix } from './distance-matrix.ts';

/** One join of a tree: two clusters become one. */
export interface Merge {
  /** Cluster ids, `a < b`: below n an item by its index, n + i the cluster made by join i. */
  readonly a: number;
  readonly b: number;
  /** The mean distance between the members of the two. */
  readonly height: number;
  /** Items in the new cluster. */
  readonly size: number;
}

/** Means of the same numbers in another order differ by less than this: they are ties. */
const TIE = 1e-12;

interface Cluster {
  readonly id: number;
  readonly size: number;
  /** By the slot of the other cluster. */
  readonly distances: Float64Array;
}

/**
 * The average-linkage (UPGMA) tree of items, as its n − 1 joins from the lowest up; none for fewer
 * than two items. Of pairs equally near, the one with the lowest cluster ids is joined first, so
 * that the same table always gives the same tree.
 *
 * Source: Sokal & Michener 1958, Univ. Kansas Sci. Bull. 38:1409–1438. Distances between clusters
 * are unweighted means over pairs of items, kept up by the Lance–Williams formula.
 *
 * @throws RangeError for a matrix that is not square, or a distance that is not a number ≥ 0.
 */
export function averageLinkage(matrix: DistanceMatrix): Merge[] {
  checkDistances(matrix);
  const n = matrix.length;
  const clusters = matrix.map((row, id): Cluster | null => ({
    id,
    size: 1,
    distances: Float64Array.from(row),
  }));
  const merges: Merge[] = [];
  for (let id = n; id < 2 * n - 1; id++) {
    const { first, second, height } = nearestPair(clusters);
    merges.push(join(clusters, first, second, height, id));
  }
  return merges;
}

interface Pair {
  /** Slots, in the order of the clusters' ids. */
  readonly first: number;
  readonly second: number;
  readonly height: number;
}

function nearestPair(clusters: readonly (Cluster | null)[]): Pair {
  const open = [...clusters.keys()].filter((slot) => clusters[slot]);
  open.sort((a, b) => clusters[a]!.id - clusters[b]!.id);
  let best: Pair = { first: -1, second: -1, height: Infinity };
  for (let place = 0; place < open.length; place++) {
    const first = open[place]!;
    const { distances } = clusters[first]!;
    for (let other = place + 1; other < open.length; other++) {
      const height = distances[open[other]!]!;
      if (height < best.height - TIE) best = { first, second: open[other]!, height };
    }
  }
  return best;
}

/** Puts the joined cluster into the first's slot and empties the second's. */
function join(
  clusters: (Cluster | null)[],
  first: number,
  second: number,
  height: number,
  id: number,
): Merge {
  const a = clusters[first]!;
  const b = clusters[second]!;
  const size = a.size + b.size;
  const distances = a.distances.map(
    (distance, slot) => (a.size * distance + b.size * b.distances[slot]!) / size,
  );
  clusters[first] = { id, size, distances };
  clusters[second] = null;
  clusters.forEach((other, slot) => {
    if (other && slot !== first) other.distances[first] = distances[slot]!;
  });
  return { a: a.id, b: b.id, height, size };
}

function checkDistances(matrix: DistanceMatrix): void {
  for (const row of matrix) {
    if (row.length !== matrix.length)
      throw new RangeError(`a row of ${row.length} in a matrix of ${matrix.length}`);
    const wrong = row.find((distance) => !(distance >= 0 && distance < Infinity));
    if (wrong !== undefined) throw new RangeError(`a distance of ${wrong}`);
  }
}
