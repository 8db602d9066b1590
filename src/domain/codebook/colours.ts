/** Places in the palette of public/css; a theme keeps a place, the mode decides its shade. */
export const COLOUR_COUNT = 12;

interface Coloured {
  readonly colour: number;
}

/** The least used colour, the first of those: neighbours in the list differ as long as they can. */
export const nextColour = (used: Iterable<Coloured>): number => new ColoursUsed(used).next();

/** How often each colour is used, while many are given one after the other. */
export class ColoursUsed {
  readonly #counts = new Array<number>(COLOUR_COUNT).fill(0);

  constructor(used: Iterable<Coloured>) {
    for (const one of used) this.add(one);
  }

  add({ colour }: Coloured): void {
    this.#counts[colour - 1] = (this.#counts[colour - 1] ?? 0) + 1;
  }

  next(): number {
    return this.#counts.indexOf(Math.min(...this.#counts)) + 1;
  }
}
