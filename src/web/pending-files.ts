/** How many files may wait for an answer at once, and for how long. */
const MOST = 20;
const MINUTES = 30;

interface Pending<T> {
  readonly owner: string;
  readonly file: T;
  readonly until: number;
}

/**
 * Files that were looked at and wait for the word to take them in: a form cannot send a file twice.
 * In memory only; what is forgotten has to be chosen again, nothing else is lost.
 */
export class PendingFiles<T> {
  readonly #files = new Map<string, Pending<T>>();
  readonly #newId: () => string;
  readonly #now: () => number;

  constructor(newId: () => string, now: () => number = Date.now) {
    this.#newId = newId;
    this.#now = now;
  }

  /** @returns the token to ask for it with */
  keep(owner: string, file: T): string {
    const token = this.#newId();
    this.#files.set(token, { owner, file, until: this.#now() + MINUTES * 60_000 });
    for (const [old, { until }] of this.#files)
      if (until < this.#now() || this.#files.size > MOST) this.#files.delete(old);
    return token;
  }

  /** The file, if it is still there and of that owner. */
  get(owner: string, token: string): T | null {
    const pending = this.#files.get(token);
    return pending?.owner === owner && pending.until >= this.#now() ? pending.file : null;
  }

  forget(token: string): void {
    this.#files.delete(token);
  }
}
