import { open, type FileHandle } from 'node:fs/promises';

interface Pooled {
  readonly file: Promise<FileHandle>;
  users: number;
}

/** Files kept open for reading and writing between uses; of those idle, the latest used are kept. */
export class HandlePool {
  /** Least recently used first. */
  readonly #pooled = new Map<string, Pooled>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get size(): number {
    return this.#pooled.size;
  }

  /** Lends an existing file for as long as `work` takes. */
  async use<T>(path: string, work: (file: FileHandle) => Promise<T>): Promise<T> {
    const pooled = this.#take(path);
    pooled.users++;
    try {
      return await work(await pooled.file);
    } finally {
      pooled.users--;
      if (this.#pooled.get(path) !== pooled) void closeIdle(pooled);
      else if (this.#pooled.size > this.#limit) this.#evict();
    }
  }

  /** Closes a file, at once or when its last user is done; the next use opens it anew. */
  async discard(path: string): Promise<void> {
    const pooled = this.#pooled.get(path);
    if (!pooled) return;
    this.#pooled.delete(path);
    await closeIdle(pooled);
  }

  async close(): Promise<void> {
    const files = [...this.#pooled.values()].map(({ file }) => file);
    this.#pooled.clear();
    await Promise.allSettled(files.map(async (file) => (await file).close()));
  }

  #take(path: string): Pooled {
    const known = this.#pooled.get(path);
    if (known) {
      this.#pooled.delete(path);
      this.#pooled.set(path, known);
      return known;
    }
    const pooled = { file: open(path, 'r+'), users: 0 };
    this.#pooled.set(path, pooled);
    pooled.file.catch(() => {
      if (this.#pooled.get(path) === pooled) this.#pooled.delete(path);
    });
    return pooled;
  }

  #evict(): void {
    for (const [path, { users }] of this.#pooled) {
      if (this.#pooled.size <= this.#limit) return;
      if (users === 0) void this.discard(path);
    }
  }
}

/** What was written is synced before a user lets go: a close that fails loses nothing. */
async function closeIdle({ file, users }: Pooled): Promise<void> {
  if (users > 0) return;
  await file.then((handle) => handle.close()).catch(() => undefined);
}
