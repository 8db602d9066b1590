import { availableParallelism } from 'node:os';
import type { Table } from '../../domain/cases/table.ts';
import { Rejection } from '../../domain/rejection.ts';
import { answerIn, type Failed } from '../../threads/answers.ts';
import { ThreadEnded, WorkerPool } from '../../threads/worker-pool.ts';
import { formatOf, readTranscript, type MeasuredTranscript } from './registry.ts';

/** What a file may be read as. */
interface Readings {
  readonly transcript: MeasuredTranscript;
  readonly table: Table;
}

export interface ReadRequest {
  readonly as: keyof Readings;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Of a workbook. */
  readonly sheet?: string | undefined;
}

export type ReadAnswer = Readonly<Partial<Readings>>;

interface Settings {
  readonly workers: number;
  readonly seconds: number;
  readonly heapMegabytes: number;
  readonly growthMegabytes: number;
  /** Plain text up to so many bytes is read at once, which takes less than handing it over. */
  readonly atOnceBytes: number;
}

const DEFAULTS: Settings = {
  // One processor is left for answering; one heavy file keeps nobody else's waiting.
  workers: Math.max(2, Math.min(4, availableParallelism() - 1)),
  seconds: 30,
  heapMegabytes: 256,
  growthMegabytes: 700,
  atOnceBytes: 16 * 1024,
};

/** Reads transcripts and tables in threads of their own; a file whose reading runs over is refused. */
export class WorkerReader {
  readonly #settings: Settings;
  readonly #pool: WorkerPool;

  constructor(script: URL, settings: Partial<Settings> = {}) {
    this.#settings = { ...DEFAULTS, ...settings };
    this.#pool = new WorkerPool(script, this.#settings);
  }

  /**
   * @param signal when nobody wants the transcript any more: its reading is stopped
   * @throws Rejection as `readTranscript` does; `file-too-heavy` {file}, `file-too-slow` {file, seconds}
   *   or `upload-cancelled`
   */
  async read(
    fileName: string,
    bytes: Uint8Array,
    signal?: AbortSignal,
  ): Promise<MeasuredTranscript> {
    const isLight = bytes.length <= this.#settings.atOnceBytes && formatOf(fileName).id === 'text';
    return isLight
      ? readTranscript(fileName, bytes)
      : this.#reading('transcript', { fileName, bytes }, signal);
  }

  /** @throws Rejection as `readTable` does, and as `read` does for what runs over */
  readTable(
    fileName: string,
    bytes: Uint8Array,
    sheet?: string,
    signal?: AbortSignal,
  ): Promise<Table> {
    return this.#reading('table', { fileName, bytes, sheet }, signal);
  }

  async #reading<As extends keyof Readings>(
    as: As,
    { fileName, bytes: given, sheet }: Omit<ReadRequest, 'as'>,
    signal: AbortSignal | undefined,
  ): Promise<Readings[As]> {
    const answer = await this.#answer(fileName, signal, () => {
      // A copy, which the thread takes over: the caller still keeps the original.
      const bytes = Uint8Array.from(given);
      return { request: { as, fileName, bytes, sheet }, transfer: [bytes.buffer] };
    });
    const { [as]: reading } = answer;
    if (!reading) throw new Error(`${fileName} was not read as a ${as}`);
    return reading;
  }

  async #answer(
    file: string,
    signal: AbortSignal | undefined,
    make: () => { readonly request: ReadRequest; readonly transfer: ArrayBuffer[] },
  ): Promise<ReadAnswer> {
    try {
      const answer = await this.#pool.run((post) => {
        const { request, transfer } = make();
        post(request, transfer);
      }, signal);
      return answerIn(answer as ReadAnswer | Failed);
    } catch (error) {
      throw error instanceof ThreadEnded ? this.#refusal(file, error) : error;
    }
  }

  #refusal(file: string, { end }: ThreadEnded): Rejection {
    const { seconds } = this.#settings;
    switch (end) {
      case 'unwanted':
        return new Rejection('conflict', 'upload-cancelled');
      case 'slow':
        return new Rejection('invalid', 'file-too-slow', { file, seconds });
      case 'heavy':
        return new Rejection('invalid', 'file-too-heavy', { file });
      case 'failed':
        return new Rejection('invalid', 'file-damaged', { file });
    }
  }
}
