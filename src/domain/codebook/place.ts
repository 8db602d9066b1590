interface Ordered {
  readonly order: number;
}

export const byOrder = (a: Ordered, b: Ordered): number => a.order - b.order;

/** Below this, two neighbours leave no room for a third and the siblings are numbered anew. */
const LEAST_GAP = 1e-6;

/**
 * The order number that puts a record at `index` among its siblings, at the nearest end for an index
 * beyond them; null where two of them are too close.
 */
export function orderAt(siblings: readonly Ordered[], index: number): number | null {
  const sorted = [...siblings].sort(byOrder);
  const at = placeWithin(siblings, index);
  const before = sorted[at - 1]?.order;
  const after = sorted[at]?.order;
  if (before === undefined) return after === undefined ? 1 : after - 1;
  if (after === undefined) return before + 1;
  return after - before < LEAST_GAP ? null : (before + after) / 2;
}

/** The index itself, or the nearest end of the list. */
export const placeWithin = (list: readonly unknown[], index: number): number =>
  Math.min(list.length, Math.max(0, Math.trunc(index)));

export const orderAtEnd = (siblings: Iterable<Ordered>): number => {
  let last = 0;
  for (const { order } of siblings) last = Math.max(last, order);
  return last + 1;
};

/** The records that must be numbered anew for one to stand at `index` among its siblings. */
export function numberedAt<T extends Ordered>(
  siblings: readonly T[],
  record: T,
  index: number,
): T[] {
  const order = orderAt(siblings, index);
  if (order !== null) return [{ ...record, order }];
  return siblings
    .toSpliced(placeWithin(siblings, index), 0, record)
    .map((one, i) => ({ ...one, order: i + 1 }));
}
