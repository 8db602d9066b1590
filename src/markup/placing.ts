/** Texts in the order in which they were first met, each with its place. */
export function placing<Id extends string>(): {
  readonly ids: readonly Id[];
  readonly placeOf: (id: Id) => number;
} {
  const ids: Id[] = [];
  const places = new Map<Id, number>();
  const placeOf = (id: Id): number => {
    const known = places.get(id);
    if (known !== undefined) return known;
    places.set(id, ids.length);
    return ids.push(id) - 1;
  };
  return { ids, placeOf };
}

/** @throws RangeError where the list has no such place. */
export function itemAt<T>(list: readonly T[], place: number): T {
  const item = list[place];
  if (item === undefined) throw new RangeError(`there is no place ${place} among ${list.length}`);
  return item;
}
