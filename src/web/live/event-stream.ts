import type { Response } from 'express';
import type { JournalEvent } from '../../domain/project/events.ts';
import { changesText, type Batch } from './feed.ts';

/** So many changes are read from the journal at a time, about a megabyte. */
const PAGE = 1_000;

/** The changes after a revision, so many at most. */
type Journal = (revision: number, limit: number) => Promise<readonly JournalEvent[]>;

/**
 * Changes on their way to one reader, in order and once. Who reads slower than changes come is given
 * them from the journal, a page whenever the last one was read: a large command cuts nobody off, and
 * what nobody reads does not fill the memory.
 */
export class EventStream {
  readonly #res: Response;
  readonly #journal: Journal;
  #sent: number;
  #catchingUp = true;
  #news = false;
  /** Of what is true only now, the newest, by its name: what was not read is forgotten for it. */
  readonly #passing = new Map<string, object>();

  /** @param sent the last revision the reader knows */
  constructor(res: Response, journal: Journal, sent: number) {
    this.#res = res;
    this.#journal = journal;
    this.#sent = sent;
  }

  /** What is on disk now; until `begin` has sent what was missed, it waits in the journal. */
  hear({ events, text }: Batch): void {
    this.#news = true;
    if (this.#catchingUp) return;
    const [first] = events;
    if (first && first.revision > this.#sent) {
      this.#sent = events.at(-1)?.revision ?? this.#sent;
      this.#res.write(text);
    } else this.#send(events);
    if (this.#res.writableNeedDrain) this.#catchUp().catch(() => this.#res.destroy());
  }

  /** Answers with what was missed. What fails before the first byte is thrown. */
  async begin(headers: Readonly<Record<string, string>>): Promise<void> {
    const missed = await this.#journal(this.#sent, PAGE);
    this.#res.writeHead(200, headers);
    this.#res.write('retry: 1000\n\n');
    this.#send(missed);
    await this.#catchUp();
  }

  /** What is true now and kept nowhere; the reader is given the newest when they can take it. */
  show(name: string, value: object): void {
    this.#passing.set(name, value);
    if (!this.#catchingUp && !this.#res.writableNeedDrain) this.#showPassing();
  }

  #showPassing(): void {
    for (const [name, value] of this.#passing)
      this.#res.write(`event: ${name}\ndata: ${JSON.stringify(value)}\n\n`);
    this.#passing.clear();
  }

  /** Nothing, so that neither side takes the line for dead. */
  beat(): void {
    if (this.#catchingUp || this.#res.writableNeedDrain) return;
    this.#res.write(': \n\n');
    this.#showPassing();
  }

  async #catchUp(): Promise<void> {
    this.#catchingUp = true;
    for (let more = true; more && !this.#res.destroyed;) {
      this.#news = false;
      await drained(this.#res);
      const page = await this.#journal(this.#sent, PAGE);
      this.#send(page);
      more = page.length > 0 || this.#news;
    }
    this.#catchingUp = false;
    if (!this.#res.destroyed) this.#showPassing();
  }

  #send(events: readonly JournalEvent[]): void {
    const unsent = events.filter(({ revision }) => revision > this.#sent);
    this.#sent = unsent.at(-1)?.revision ?? this.#sent;
    // A command may have thousands of events: each written by itself would be a chunk of its own.
    if (unsent.length > 0) this.#res.write(changesText(unsent));
  }
}

/** Resolves when what was written has been read, or never will be. */
const drained = (res: Response): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      res.off('drain', done).off('close', done);
      resolve();
    };
    if (res.writableNeedDrain && !res.destroyed) res.on('drain', done).on('close', done);
    else done();
  });
