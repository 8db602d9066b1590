/**
 * Lets work on one key run side by side, save for exclusive work, which waits until all that is
 * inside has left and keeps everything later out.
 */
export class KeyedGate {
  readonly #inside = new Map<string, Set<Promise<unknown>>>();
  readonly #closed = new Map<string, Promise<void>>();

  /** Starts the work at once, in the caller's turn, unless exclusive work is under way. */
  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const closed = this.#closed.get(key);
    if (closed) return closed.then(() => this.run(key, work));
    const running = work();
    this.#enter(key, running);
    return running;
  }

  exclusive<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#closed.get(key) ?? Promise.resolve();
    const result = before
      .then(() => Promise.allSettled([...(this.#inside.get(key) ?? [])]))
      .then(() => work());
    const open = () => {
      if (this.#closed.get(key) === closed) this.#closed.delete(key);
    };
    const closed = result.then(open, open);
    this.#closed.set(key, closed);
    return result;
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    while (this.#inside.size > 0 || this.#closed.size > 0)
      await Promise.allSettled([
        ...this.#closed.values(),
        ...[...this.#inside.values()].flatMap((s) => [...s]),
      ]);
  }

  #enter(key: string, running: Promise<unknown>): void {
    const inside = this.#inside.get(key) ?? new Set();
    this.#inside.set(key, inside.add(running));
    const leave = () => {
      inside.delete(running);
      if (inside.size === 0 && this.#inside.get(key) === inside) this.#inside.delete(key);
    };
    running.then(leave, leave);
  }
}
