import { describe, expect, it } from 'vitest';
import { Rejection } from '../../../src/domain/rejection.ts';
import { WorkerReader } from '../../../src/formats/transcripts/worker-reader.ts';

/** A thread that does what the file's bytes say. */
const SCRIPT = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort, threadId } from 'node:worker_threads';
    parentPort.on('message', ({ fileName, bytes }) => {
      const told = Buffer.from(bytes).toString();
      if (told === 'loop') for (;;);
      if (told === 'grow') { const all = []; for (;;) all.push({ all: [...all] }); }
      if (told === 'throw') throw new Error('thrown');
      if (told === 'exit') process.exit(3);
      if (told === 'refuse') parentPort.postMessage({ rejection: { reason: 'invalid', code: 'file-doc', details: { file: fileName } } });
      else parentPort.postMessage({ transcript: { format: 'x', text: String(threadId), turns: [], warnings: [] } });
    });
  `)}`,
);

const readerOf = (workers = 1): WorkerReader =>
  new WorkerReader(SCRIPT, { workers, seconds: 2, heapMegabytes: 32, atOnceBytes: 10 });
const outcome = async (
  reader: WorkerReader,
  told: string,
  signal?: AbortSignal,
): Promise<string> => {
  try {
    return `read by ${(await reader.read('a.docx', Buffer.from(told), signal)).text}`;
  } catch (error) {
    return error instanceof Rejection ? error.code : String(error);
  }
};

describe('reading in threads', () => {
  it('uses one thread again and again', async () => {
    const reader = readerOf();
    expect(await outcome(reader, 'a')).toBe(await outcome(reader, 'b'));
  });

  it.each([
    ['never ends', 'loop', 'file-too-slow'],
    ['needs too much memory', 'grow', 'file-too-heavy'],
    ['ends its thread by an error', 'throw', 'file-damaged'],
    ['ends its thread', 'exit', 'file-too-heavy'],
    ['is refused', 'refuse', 'file-doc'],
  ])('refuses a file that %s, and reads the next ones', async (_name, told, code) => {
    const reader = readerOf();
    const outcomes = await Promise.all([told, 'a', 'b'].map((one) => outcome(reader, one)));
    expect(outcomes[0]).toBe(code);
    expect(outcomes[1]).toMatch(/^read by/);
    expect(outcomes[2]).toBe(outcomes[1]);
  });

  it('reads others while one takes its time', async () => {
    const reader = readerOf(2);
    const slow = outcome(reader, 'loop');
    expect(await outcome(reader, 'a')).toMatch(/^read by/);
    expect(await slow).toBe('file-too-slow');
  });

  it('stops reading a file that nobody wants any more, and reads the next one', async () => {
    const reader = readerOf();
    const gone = new AbortController();
    const unwanted = outcome(reader, 'loop', gone.signal);
    const next = outcome(reader, 'a');
    gone.abort();
    expect(await unwanted).toBe('upload-cancelled');
    expect(await next).toMatch(/^read by/);
  });

  it('reads little text at once, and leaves the caller its bytes', async () => {
    const reader = readerOf();
    expect((await reader.read('a.txt', Buffer.from('H1: A'))).text).toBe('H1: A');
    const bytes = Buffer.from('H1: more than ten');
    expect((await reader.read('a.txt', bytes)).text).toMatch(/^\d+$/);
    expect(bytes.toString()).toBe('H1: more than ten');
  });
});
