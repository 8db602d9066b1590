import type { Mark } from './journal-line.ts';

/** Bytes of journal between two points: what is read needlessly for one event, at most. */
const SPACING = 32 * 1024;

/** Places in a journal from which it can be read, so that a range is found without the rest. */
export class JournalIndex {
  readonly #points: Mark[];

  constructor(points: readonly Mark[] = []) {
    this.#points = [...points];
  }

  get points(): readonly Mark[] {
    return this.#points;
  }

  /** Takes note of a later place, if it is far enough from the last one kept. */
  note(mark: Mark): void {
    if (mark.bytes - (this.#points.at(-1)?.bytes ?? 0) >= SPACING) this.#points.push(mark);
  }

  /** The last place known before a revision; undefined where only the beginning is. */
  before(revision: number): Mark | undefined {
    return this.#points[this.#countBefore(revision) - 1];
  }

  /** The first place known at or after a revision. */
  after(revision: number): Mark | undefined {
    return this.#points[this.#countBefore(revision)];
  }

  #countBefore(revision: number): number {
    let low = 0;
    let high = this.#points.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#points[middle]!.revision < revision) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
