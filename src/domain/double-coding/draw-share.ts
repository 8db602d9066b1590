/**
 * A random share of a list, in its order: the same seed draws the same from the same list, so that
 * a reader of the thesis can draw it again.
 *
 * Source: Fisher & Yates' shuffle with mulberry32, cut after the first `percent`, rounded up.
 *
 * @param percent above 0 to 100
 */
export function drawShare<T>(list: readonly T[], percent: number, seed: number): T[] {
  const count = Math.min(list.length, Math.max(1, Math.ceil((list.length * percent) / 100)));
  const places = list.map((_, i) => i);
  const random = mulberry32(seed);
  for (let i = 0; i < count; i++) {
    const other = i + Math.floor(random() * (places.length - i));
    [places[i], places[other]] = [places[other]!, places[i]!];
  }
  return places
    .slice(0, count)
    .sort((a, b) => a - b)
    .map((place) => list[place]!);
}

/** Numbers of 0–1, the same for the same seed. */
function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
