// Runs within the measured app (`--expose-gc --import`): notes what is left after a collection.
import { appendFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const { KEPT_MEMORY_FILE: file, KEPT_MEMORY_MS: pause } = process.env;

const { gc } = globalThis;

if (isMainThread && file && gc)
  setInterval(() => {
    gc();
    const { heapUsed, external } = process.memoryUsage();
    appendFileSync(file, `${heapUsed + external}\n`);
  }, Number(pause)).unref();
