/** Places in the palette of public/css; a theme keeps a place, the mode decides its shade. */
export const COLOUR_COUNT = 12;

/** The least used colour, the first of those: neighbours in the list differ as long as they can. */
export function nextColour(used: Iterable<{ readonly colour: number }>): number {
  const counts = new Array<number>(COLOUR_COUNT).fill(0);
  for (const { colour } of used) counts[colour - 1] = (counts[colour - 1] ?? 0) + 1;
  return counts.indexOf(Math.min(...counts)) + 1;
}
