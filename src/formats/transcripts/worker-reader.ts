import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Table } from '../../domain/cases/table.ts';
import { Rejection, type RejectionReason } from '../../domain/rejection.ts';
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

/** Errors lose their class on the way between threads: a refusal travels as its parts. */
export type ReadAnswer =
  | Readonly<Partial<Readings>>
  | {
      readonly rejection: {
        readonly reason: RejectionReason;
        readonly code: string;
        readonly details: Readonly<Record<string, string | number>>;
      };
    }
  | { readonly failure: string };

interface Settings {
  readonly workers: number;
  readonly seconds: number;
  readonly heapMegabytes: number;
  /** By how much the whole process may grow while a file is read. */
  readonly growthMegabytes: number;
  /** Plain text up to so many bytes is read at once, which takes less than handing it over. */
  readonly atOnceBytes: number;
}

const WEIGH_EVERY_MS = 50;

const DEFAULTS: Settings = {
  // One processor is left for answering; one heavy file keeps nobody else's waiting.
  workers: Math.max(2, Math.min(4, availableParallelism() - 1)),
  seconds: 30,
  heapMegabytes: 256,
  growthMegabytes: 700,
  atOnceBytes: 16 * 1024,
};

interface Job extends ReadRequest {
  readonly resolve: (answer: Readonly<Partial<Readings>>) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Reads transcripts and tables in threads of their own, each with a bounded heap and a time for each file. A
 * thread that runs over is ended, its file refused, and the next file gets a new thread. Threads are
 * started when they are needed, and none keeps the process alive while nothing is read.
 */
export class WorkerReader {
  readonly #script: URL;
  readonly #settings: Settings;
  readonly #idle: Worker[] = [];
  readonly #waiting: Job[] = [];
  #busy = 0;

  constructor(script: URL, settings: Partial<Settings> = {}) {
    this.#script = script;
    this.#settings = { ...DEFAULTS, ...settings };
  }

  /** @throws Rejection as `readTranscript` does; `file-too-heavy` {file} or `file-too-slow` {file, seconds} */
  async read(fileName: string, bytes: Uint8Array): Promise<MeasuredTranscript> {
    const isLight = bytes.length <= this.#settings.atOnceBytes && formatOf(fileName).id === 'text';
    return isLight ? readTranscript(fileName, bytes) : this.#queue('transcript', fileName, bytes);
  }

  /** @throws Rejection as `readTable` does, and as `read` does for what runs over */
  readTable(fileName: string, bytes: Uint8Array, sheet?: string): Promise<Table> {
    return this.#queue('table', fileName, bytes, sheet);
  }

  #queue<As extends keyof Readings>(
    as: As,
    fileName: string,
    bytes: Uint8Array,
    sheet?: string,
  ): Promise<Readings[As]> {
    return new Promise((resolve, reject) => {
      const answered = ({ [as]: reading }: Readonly<Partial<Readings>>): void => {
        if (reading) resolve(reading);
        else reject(new Error(`${fileName} was not read as a ${as}`));
      };
      this.#waiting.push({ as, fileName, bytes, sheet, resolve: answered, reject });
      this.#next();
    });
  }

  #next(): void {
    if (this.#busy >= this.#settings.workers) return;
    const job = this.#waiting.shift();
    if (!job) return;
    this.#busy++;
    const worker = this.#idle.pop() ?? this.#start();
    worker.ref();
    this.#run(worker, job, (isUsable) => {
      this.#busy--;
      worker.unref();
      if (isUsable) this.#idle.push(worker);
      else void worker.terminate();
      this.#next();
    });
  }

  #start(): Worker {
    const worker = new Worker(this.#script, {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: this.#settings.heapMegabytes },
    });
    // An idle thread that ends by itself is only not used again.
    worker.on('error', () => undefined);
    worker.once('exit', () => {
      const at = this.#idle.indexOf(worker);
      if (at >= 0) this.#idle.splice(at, 1);
    });
    return worker;
  }

  #run(worker: Worker, job: Job, release: (isUsable: boolean) => void): void {
    const { fileName: file } = job;
    const { seconds } = this.#settings;
    const before = process.memoryUsage.rss();
    const end = (isUsable: boolean, settle: () => void): void => {
      clearTimeout(timer);
      clearInterval(weighing);
      worker.off('message', answered).off('error', failed).off('exit', ended);
      release(isUsable);
      settle();
    };
    const answered = (answer: ReadAnswer): void => end(true, () => settle(job, answer));
    const refused = (refusal: Rejection): void => end(false, () => job.reject(refusal));
    const failed = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY')
        refused(new Rejection('invalid', 'file-too-heavy', { file }));
      else refused(new Rejection('invalid', 'file-damaged', { file }));
    };
    const ended = (): void => refused(new Rejection('invalid', 'file-too-heavy', { file }));
    const timer = setTimeout(
      () => refused(new Rejection('invalid', 'file-too-slow', { file, seconds })),
      seconds * 1000,
    );
    // What lies outside the heap, as unpacked streams of a PDF do, no limit of the thread bounds.
    const weighing = setInterval(() => {
      if (process.memoryUsage.rss() - before > this.#settings.growthMegabytes * 1024 * 1024)
        refused(new Rejection('invalid', 'file-too-heavy', { file }));
    }, WEIGH_EVERY_MS);
    worker.on('message', answered).on('error', failed).on('exit', ended);
    // A copy, which the thread takes over: the caller still keeps the original.
    const bytes = Uint8Array.from(job.bytes);
    const { as, sheet } = job;
    worker.postMessage({ as, fileName: file, bytes, sheet } satisfies ReadRequest, [bytes.buffer]);
  }
}

function settle(job: Job, answer: ReadAnswer): void {
  if ('failure' in answer) job.reject(new Error(answer.failure));
  else if (!('rejection' in answer)) job.resolve(answer);
  else {
    const { reason, code, details } = answer.rejection;
    job.reject(new Rejection(reason, code, details));
  }
}
