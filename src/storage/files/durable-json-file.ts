import { setImmediate as otherWork } from 'node:timers/promises';
import type { Adapter } from 'lowdb';
import { contentHash } from '../content.ts';
import type { Disk } from './disk.ts';
import { readFileOrNull } from './fs-error.ts';
import { writeDurably } from './write-durably.ts';

const HEAD = /^\{"sha256":"([0-9a-f]{64})","data":$/;
const HEAD_LENGTH = '{"sha256":"'.length + 64 + '","data":'.length;
const BRACE = 0x7d;

/**
 * lowdb's adapter for one JSON file that is replaced whole and carries the SHA-256 of its data.
 * What it holds can be made again from elsewhere, so a file that was cut, altered or edited by
 * hand reads as none: better to make it again than to believe it.
 */
export class DurableJsonFile<T> implements Adapter<T> {
  readonly #path: string;
  readonly #disk: Disk;

  constructor(path: string, disk: Disk) {
    this.#path = path;
    this.#disk = disk;
  }

  /** The data, or null where there is no file, or none that is whole. */
  async read(): Promise<T | null> {
    const bytes = await readFileOrNull(this.#path);
    if (bytes?.at(-1) !== BRACE) return null;
    const data = bytes.subarray(HEAD_LENGTH, -1);
    const hash = HEAD.exec(bytes.toString('latin1', 0, HEAD_LENGTH))?.[1];
    if (hash !== contentHash(data)) return null;
    // Of 50 MB each step takes a few tenths of a second: others get their turn in between.
    await otherWork();
    const json = data.toString();
    await otherWork();
    return JSON.parse(json) as T;
  }

  /** Durable when resolved. */
  async write(data: T): Promise<void> {
    const json = Buffer.from(JSON.stringify(data));
    const head = Buffer.from(`{"sha256":"${contentHash(json)}","data":`);
    await writeDurably(this.#disk, this.#path, Buffer.concat([head, json, Buffer.of(BRACE)]));
  }
}
