import type { ProjectId } from '../domain/ids.ts';

/** Two bytes a character: a text with one typographic quote is kept so as a whole. */
const BYTES_PER_UNIT = 2;

interface Kept {
  readonly text: Promise<string | null>;
  /** 0 until the text is there. */
  bytes: number;
}

/**
 * The texts that were read lately, up to so many bytes over all projects; those not asked for the
 * longest leave first. Whoever was given a text keeps it, and who asks while it is being read waits
 * for the same reading. What is missing or cannot be read is asked for anew the next time.
 */
export class RecentTexts {
  readonly #limit: number;
  readonly #kept = new Map<string, Kept>();
  #bytes = 0;

  constructor(limitBytes: number) {
    this.#limit = limitBytes;
  }

  get(id: ProjectId, hash: string, read: () => Promise<string | null>): Promise<string | null> {
    const key = `${id}/${hash}`;
    const known = this.#kept.get(key);
    if (known) {
      this.#kept.delete(key);
      this.#kept.set(key, known);
      return known.text;
    }
    const kept: Kept = { text: read(), bytes: 0 };
    this.#kept.set(key, kept);
    kept.text.then(
      (text) => this.#weigh(key, kept, text),
      () => this.#drop(key, kept),
    );
    return kept.text;
  }

  /** The texts of a project that is closed. */
  forget(id: ProjectId): void {
    for (const [key, kept] of this.#kept) if (key.startsWith(`${id}/`)) this.#drop(key, kept);
  }

  #weigh(key: string, kept: Kept, text: string | null): void {
    if (this.#kept.get(key) !== kept) return;
    if (text === null) return this.#drop(key, kept);
    kept.bytes = text.length * BYTES_PER_UNIT;
    this.#bytes += kept.bytes;
    for (const [oldest, one] of this.#kept) {
      if (this.#bytes <= this.#limit) return;
      if (one.bytes > 0) this.#drop(oldest, one);
    }
  }

  #drop(key: string, kept: Kept): void {
    if (this.#kept.get(key) !== kept) return;
    this.#kept.delete(key);
    this.#bytes -= kept.bytes;
  }
}
