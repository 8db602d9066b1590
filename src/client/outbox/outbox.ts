import { api, postForm, Refused, type Sending } from '../api.ts';
import { tellOverwritten } from '../overwritten.ts';
import { whileSaving } from '../status.ts';
import { keepUnsent, takeOverUnsent } from './kept-unsent.ts';
import type { Ending, RefusedWrite, Unsent, Write } from './write.ts';

const LONGEST_PAUSE_MS = 15_000;
const PATIENCE_MS = 20_000;
/** No answer, or one that says to come again: the same may go well later. */
const AGAIN = new Set([0, 408, 425, 429, 502, 503, 504, 507]);

/**
 * Changes on their way to the server: sent in order, one at a time, kept over a reload, tried again
 * until they arrive. What the server refuses is set aside for the person to decide.
 */
export class Outbox {
  #waiting: Write[] = [];
  #refused: RefusedWrite[] = [];
  readonly #endings = new Map<string, Ending>();
  readonly #listeners = new Set<() => void>();
  readonly #idle = new Set<() => void>();
  #isSending = false;
  #tries = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Why nothing can be sent: no connection, or whoever is here may no longer write. */
  stopped: { readonly why: string; readonly isShutOut: boolean } | null = null;

  constructor() {
    for (const moment of ['online', 'focus'] as const)
      window.addEventListener(moment, () => this.#retrySoon());
    document.addEventListener('teema:connected', () => this.#retrySoon());
  }

  get waiting(): readonly Write[] {
    return this.#waiting;
  }

  get refused(): readonly RefusedWrite[] {
    return this.#refused;
  }

  onChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  add(write: Write, ending: Ending = {}): void {
    this.#waiting.push(write);
    this.#endings.set(write.id, ending);
    this.#changed();
    if (this.stopped) ending.waits?.();
    else void this.#send();
  }

  /** Goes on with what windows that are closed had not sent; they are handed to the page first. */
  async takeOver(foresee: (write: Write) => Ending): Promise<void> {
    const left: Unsent[] = await takeOverUnsent();
    const waiting = left.flatMap((one) => one.waiting);
    for (const write of waiting) this.#endings.set(write.id, foresee(write));
    this.#waiting = [...waiting, ...this.#waiting];
    this.#refused = [...left.flatMap((one) => one.refused), ...this.#refused];
    this.#changed();
    void this.#send();
  }

  /** Takes the newest change back before it was sent; null where there is none that waits. */
  takeBack(): Write | null {
    if (this.#isSending && this.#waiting.length < 2) return null;
    const write = this.stopped ? this.#waiting.pop() : undefined;
    if (!write) return null;
    this.#refuse(write, '');
    this.#changed();
    return write;
  }

  /** Resolves when nothing is being sent, because all is done or because it cannot be. */
  async settled(): Promise<void> {
    if (this.#isSending) await new Promise<void>((resolve) => this.#idle.add(resolve));
  }

  /** The server knows a record by another id than the page foresaw. */
  rename(from: string, to: string): void {
    this.#waiting = this.#waiting.map((write) =>
      write.path.endsWith(`/${from}`)
        ? { ...write, path: write.path.slice(0, -from.length) + to }
        : write,
    );
    this.#changed();
  }

  retry(): void {
    this.stopped = null;
    this.#tries = 0;
    this.#changed();
    void this.#send();
  }

  retryRefused(id: string, foresee: (write: Write) => Ending): void {
    const write = this.#refused.find((one) => one.id === id);
    if (!write) return;
    this.drop(id);
    this.add(write, foresee(write));
  }

  drop(id: string): void {
    this.#refused = this.#refused.filter((one) => one.id !== id);
    this.#changed();
  }

  #retrySoon(): void {
    if (!this.stopped || this.stopped.isShutOut || this.#isSending) return;
    clearTimeout(this.#timer);
    this.#tries = 0;
    void this.#send();
  }

  async #send(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    clearTimeout(this.#timer);
    for (let write = this.#waiting[0]; write; write = this.#waiting[0])
      if (!(await this.#sendOne(write))) break;
    this.#isSending = false;
    for (const resolve of this.#idle) resolve();
    this.#idle.clear();
  }

  /** Whether the next may follow. */
  async #sendOne(write: Write): Promise<boolean> {
    try {
      this.#went(write, await whileSaving(answerTo(write)));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (isDoneAlready(write, error)) this.#went(write, null);
      else if (AGAIN.has(error.status)) return this.#stop(error, false);
      else if (isShutOut(error)) return this.#stop(error, true);
      else this.#setAside(write, error.message);
    }
    return true;
  }

  #went(write: Write, answer: unknown): void {
    this.#remove(write);
    this.stopped = null;
    this.#tries = 0;
    const ending = this.#ending(write);
    if (answer !== null) ending?.done?.(answer);
    this.#changed();
    if (write.since !== undefined) void tellOverwritten(write.since);
  }

  #setAside(write: Write, why: string): void {
    this.#remove(write);
    this.stopped = null;
    if (!this.#refuse(write, why)) this.#refused.push({ ...write, why });
    this.#changed();
  }

  #stop({ message, status }: Refused, isShutOut: boolean): false {
    this.stopped = { why: status === 0 ? '' : message, isShutOut };
    if (!isShutOut) {
      const pause = Math.min(LONGEST_PAUSE_MS, 1_000 * 2 ** this.#tries++);
      this.#timer = setTimeout(() => void this.#send(), pause);
    }
    for (const { id } of this.#waiting) this.#endings.get(id)?.waits?.();
    this.#changed();
    return false;
  }

  #remove({ id }: Write): void {
    this.#waiting = this.#waiting.filter((one) => one.id !== id);
  }

  /** Whether the page itself lets the person decide. */
  #refuse(write: Write, why: string): boolean {
    return this.#ending(write)?.refused?.(why) ?? false;
  }

  #ending({ id }: Write): Ending | undefined {
    const ending = this.#endings.get(id);
    this.#endings.delete(id);
    return ending;
  }

  #changed(): void {
    keepUnsent({ waiting: this.#waiting, refused: this.#refused });
    for (const listener of this.#listeners) listener();
  }
}

function answerTo({ id, method, path, body, fields }: Write): Promise<unknown> {
  const sending: Sending = { signal: AbortSignal.timeout(PATIENCE_MS), key: id };
  return fields === undefined ? api(method, path, body, sending) : postForm(path, fields, sending);
}

/** What is to be gone is gone: by the first try of the same, or by somebody else. */
const isDoneAlready = ({ method }: Write, { status, code }: Refused): boolean =>
  method === 'DELETE' && status === 404 && code === 'excerpt-not-found';

/** Signed out, out of the project, or in another role. */
const isShutOut = ({ status, code }: Refused): boolean =>
  status === 401 || code === 'not-permitted' || code === 'project-not-found';

export const outbox = new Outbox();
