import process from 'node:process';
import { parentPort } from 'node:worker_threads';
import { failedBy, type Failed } from '../../threads/answers.ts';
import { readTable } from '../tables/read-table.ts';
import { readTranscript } from './registry.ts';
import type { ReadAnswer, ReadRequest } from './worker-reader.ts';

// Runs as a thread of its own: a heavy document slows nobody down, and a hostile one ends only this.

// A library that drops a promise of its own still answers, or runs out of time.
process.on('unhandledRejection', () => undefined);

parentPort?.on('message', (request: ReadRequest) => {
  void answerTo(request).then((answer) => parentPort?.postMessage(answer));
});

async function answerTo({ as, fileName, bytes, sheet }: ReadRequest): Promise<ReadAnswer | Failed> {
  try {
    return as === 'table'
      ? { table: await readTable(fileName, bytes, sheet) }
      : { transcript: await readTranscript(fileName, bytes) };
  } catch (error) {
    return failedBy(error);
  }
}
