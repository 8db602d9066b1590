import type { Merge } from './average-linkage.ts';

/** A bracket: two legs up from the clusters joined, and the bar between them. */
export interface DendrogramJoin {
  readonly left: DendrogramFoot;
  readonly right: DendrogramFoot;
  readonly height: number;
}

/** Where a leg stands: in steps between leaves, and in the unit of the distances. */
export interface DendrogramFoot {
  readonly x: number;
  readonly height: number;
}

export interface Dendrogram {
  /** The items from left to right, so that no two brackets cross. */
  readonly leaves: readonly number[];
  /** By item: its place from the left, 0 to n − 1. */
  readonly xOfLeaf: readonly number[];
  /** As the joins are in the tree, from the lowest up. */
  readonly joins: readonly DendrogramJoin[];
  /** Of the highest join; 0 without one. */
  readonly maxHeight: number;
}

/**
 * Where the leaves and brackets of a tree stand, in numbers only. Of two branches the one with the
 * earlier item stands left, so the order stays as near to that of the cases as the tree allows.
 *
 * @throws RangeError when the joins are not those of one tree over the items.
 */
export function dendrogram(itemCount: number, merges: readonly Merge[]): Dendrogram {
  if (merges.length !== Math.max(0, itemCount - 1))
    throw new RangeError(`${merges.length} joins of ${itemCount} items`);
  const branches = branchesOf(itemCount, merges);
  const leaves = branches.at(-1)?.leaves ?? [];
  const xOfLeaf = new Array<number>(itemCount).fill(0);
  leaves.forEach((item, place) => (xOfLeaf[item] = place));
  const feet: DendrogramFoot[] = xOfLeaf.map((x) => ({ x, height: 0 }));
  const joins = merges.map(({ height }, i) => {
    const { children } = branches[itemCount + i]!;
    const [left, right] = [feet[children[0]]!, feet[children[1]]!];
    feet.push({ x: (left.x + right.x) / 2, height });
    return { left, right, height };
  });
  return { leaves, xOfLeaf, joins, maxHeight: merges.at(-1)?.height ?? 0 };
}

interface Branch {
  readonly leaves: readonly number[];
  /** Cluster ids from left to right; of a leaf, its own twice. */
  readonly children: readonly [number, number];
}

function branchesOf(itemCount: number, merges: readonly Merge[]): Branch[] {
  const branches = Array.from({ length: itemCount }, (_, i): Branch => ({
    leaves: [i],
    children: [i, i],
  }));
  const firstItem = branches.map((_, i) => i);
  const used = new Set<number>();
  for (const { a, b } of merges) {
    for (const id of [a, b]) {
      if (!branches[id] || used.has(id)) throw new RangeError(`cluster ${id} cannot be joined`);
      used.add(id);
    }
    const children: [number, number] = firstItem[a]! < firstItem[b]! ? [a, b] : [b, a];
    branches.push({ leaves: children.flatMap((id) => branches[id]!.leaves), children });
    firstItem.push(Math.min(firstItem[a]!, firstItem[b]!));
  }
  return branches;
}
