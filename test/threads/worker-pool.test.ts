import { describe, expect, it } from 'vitest';
import { ThreadEnded, WorkerPool, type PoolSettings } from '../../src/threads/worker-pool.ts';

/** A thread that does what it is told, and says which one it is. */
const SCRIPT = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort, threadId, workerData } from 'node:worker_threads';
    let heard = [];
    parentPort.on('message', (told) => {
      if (told === 'loop') for (;;);
      if (told === 'grow') { const all = []; for (;;) all.push({ all: [...all] }); }
      if (told === 'throw') throw new Error('thrown');
      if (told === 'exit') process.exit(3);
      if (told === 'never') return;
      if (told !== 'end') { heard.push(told); return; }
      parentPort.postMessage({ threadId, heard, workerData });
      heard = [];
    });
  `)}`,
);

interface Answer {
  readonly threadId: number;
  readonly heard: readonly string[];
  readonly workerData: unknown;
}

const poolOf = (settings: Partial<PoolSettings> = {}): WorkerPool =>
  new WorkerPool(SCRIPT, { workers: 1, seconds: 60, heapMegabytes: 32, ...settings });

const told = (pool: WorkerPool, words: readonly string[], signal?: AbortSignal): Promise<Answer> =>
  pool.run((post) => words.forEach((word) => post(word)), signal) as Promise<Answer>;

const endOf = async (answer: Promise<unknown>): Promise<string> => {
  try {
    await answer;
    return 'answered';
  } catch (error) {
    return error instanceof ThreadEnded ? error.end : String(error);
  }
};

describe('a pool of threads', () => {
  it('gives a thread what is posted, in order, and uses it again', async () => {
    const pool = poolOf({ workerData: { a: 1 } });
    const first = await told(pool, ['one', 'two', 'end']);
    expect(first.heard).toEqual(['one', 'two']);
    expect(first.workerData).toEqual({ a: 1 });
    expect(await told(pool, ['three', 'end'])).toEqual({ ...first, heard: ['three'] });
  });

  it.each([
    ['needs too much memory', 'grow', 'heavy'],
    ['fails', 'throw', 'failed'],
    ['goes', 'exit', 'heavy'],
  ])('ends one that %s, and does the next job in another', async (_name, word, end) => {
    const pool = poolOf();
    const ended = endOf(told(pool, [word]));
    const next = told(pool, ['end']);
    expect(await ended).toBe(end);
    expect((await next).heard).toEqual([]);
  });

  it('ends one that takes longer than it may', async () => {
    expect(await endOf(told(poolOf({ seconds: 0.2 }), ['loop']))).toBe('slow');
  });

  it('ends what nobody wants any more while it runs, and does the next job in another', async () => {
    const pool = poolOf();
    const { threadId } = await told(pool, ['end']);
    const gone = new AbortController();
    const unwanted = endOf(told(pool, ['loop'], gone.signal));
    const next = told(pool, ['end']);
    gone.abort();
    expect(await unwanted).toBe('unwanted');
    expect((await next).threadId).not.toBe(threadId);
  });

  it('does not begin what nobody wants any more when its turn comes', async () => {
    const pool = poolOf();
    const gone = new AbortController();
    let isBegun = false;
    const running = new AbortController();
    const first = endOf(told(pool, ['never'], running.signal));
    const unwanted = endOf(pool.run(() => void (isBegun = true), gone.signal));
    gone.abort();
    running.abort();
    expect([await first, await unwanted]).toEqual(['unwanted', 'unwanted']);
    expect(isBegun).toBe(false);
  });

  it('ends the thread of a job that could not be posted', async () => {
    const pool = poolOf();
    const { threadId } = await told(pool, ['end']);
    const failed = pool.run((post) => {
      post('half');
      return Promise.reject(new RangeError('no more'));
    });
    expect(await endOf(failed)).toBe('RangeError: no more');
    const next = await told(pool, ['end']);
    expect(next.heard).toEqual([]);
    expect(next.threadId).not.toBe(threadId);
  });
});
