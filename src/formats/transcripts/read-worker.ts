import process from 'node:process';
import { parentPort } from 'node:worker_threads';
import { Rejection } from '../../domain/rejection.ts';
import { readTable } from '../tables/read-table.ts';
import { readTranscript } from './registry.ts';
import type { ReadAnswer, ReadRequest } from './worker-reader.ts';

// Runs as a thread of its own: a heavy document slows nobody down, and a hostile one ends only this.

// A library that drops a promise of its own still answers, or runs out of time.
process.on('unhandledRejection', () => undefined);

parentPort?.on('message', (request: ReadRequest) => {
  void answerTo(request).then((answer) => parentPort?.postMessage(answer));
});

async function answerTo({ as, fileName, bytes, sheet }: ReadRequest): Promise<ReadAnswer> {
  try {
    return as === 'table'
      ? { table: await readTable(fileName, bytes, sheet) }
      : { transcript: await readTranscript(fileName, bytes) };
  } catch (error) {
    if (!(error instanceof Rejection)) return { failure: String((error as Error).stack ?? error) };
    const { reason, code, details } = error;
    return { rejection: { reason, code, details } };
  }
}
