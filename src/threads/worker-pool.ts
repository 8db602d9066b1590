import { Worker } from 'node:worker_threads';

/** Why a thread gave no answer. */
export type ThreadEnd = 'slow' | 'heavy' | 'failed' | 'unwanted';

export class ThreadEnded extends Error {
  override name = 'ThreadEnded';

  constructor(
    readonly end: ThreadEnd,
    cause?: unknown,
  ) {
    super(`a thread ended: ${end}`, { cause });
  }
}

/** Hands a message to the thread; does nothing once the job has ended. */
export type Post = (message: unknown, transfer?: readonly ArrayBuffer[]) => void;

export interface PoolSettings {
  readonly workers: number;
  /** For each job. */
  readonly seconds: number;
  readonly heapMegabytes: number;
  /** By how much the whole process may grow during a job. */
  readonly growthMegabytes?: number;
  /** What every thread is told when it starts. */
  readonly workerData?: unknown;
}

interface Job {
  readonly send: (post: Post) => void | Promise<void>;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: unknown) => void;
}

const WEIGH_EVERY_MS = 50;

/**
 * Threads that run one script, each with a bounded heap and a time for each job. A thread answers a
 * job with one message; one that runs over, or whose job is no longer wanted, is ended, and the next
 * job gets a new one. Threads are started when they are needed, and none keeps the process alive
 * while there is nothing to do.
 */
export class WorkerPool {
  readonly #script: URL;
  readonly #settings: PoolSettings;
  readonly #idle: Worker[] = [];
  readonly #waiting: Job[] = [];
  #busy = 0;

  constructor(script: URL, settings: PoolSettings) {
    this.#script = script;
    this.#settings = settings;
  }

  /**
   * Runs a job once a thread is free.
   *
   * @param send posts what the thread needs to know
   * @param signal the job is left out where it waits, and ended where it runs
   * @throws ThreadEnded where there was no answer; what `send` throws
   */
  run(send: Job['send'], signal?: AbortSignal): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ send, signal, resolve, reject });
      this.#next();
    });
  }

  #next(): void {
    if (this.#busy >= this.#settings.workers) return;
    const job = this.#waiting.shift();
    if (!job) return;
    if (job.signal?.aborted) {
      job.reject(new ThreadEnded('unwanted'));
      this.#next();
      return;
    }
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
    const { heapMegabytes, workerData } = this.#settings;
    const worker = new Worker(this.#script, {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
      workerData,
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
    let isOver = false;
    const end = (isUsable: boolean, settle: () => void): void => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      clearInterval(weighing);
      job.signal?.removeEventListener('abort', unwanted);
      worker.off('message', answered).off('error', failed).off('exit', exited);
      release(isUsable);
      settle();
    };
    const stop = (why: ThreadEnd, cause?: unknown): void =>
      end(false, () => job.reject(new ThreadEnded(why, cause)));
    const answered = (answer: unknown): void => end(true, () => job.resolve(answer));
    const failed = (error: NodeJS.ErrnoException): void =>
      stop(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'heavy' : 'failed', error);
    const exited = (): void => stop('heavy');
    const unwanted = (): void => stop('unwanted');
    const timer = setTimeout(() => stop('slow'), this.#settings.seconds * 1000);
    const weighing = this.#weigh(() => stop('heavy'));
    job.signal?.addEventListener('abort', unwanted);
    worker.on('message', answered).on('error', failed).on('exit', exited);
    const post: Post = (message, transfer = []) => {
      if (!isOver) worker.postMessage(message, [...transfer]);
    };
    const send = async (): Promise<void> => job.send(post);
    send().catch((error: unknown) => end(false, () => job.reject(error)));
  }

  /** What lies outside a thread's heap, as unpacked streams of a PDF do, no limit of the thread bounds. */
  #weigh(tooHeavy: () => void): ReturnType<typeof setInterval> | undefined {
    const { growthMegabytes } = this.#settings;
    if (growthMegabytes === undefined) return undefined;
    const before = process.memoryUsage.rss();
    return setInterval(() => {
      if (process.memoryUsage.rss() - before > growthMegabytes * 1024 * 1024) tooHeavy();
    }, WEIGH_EVERY_MS);
  }
}
