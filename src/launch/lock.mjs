import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from './ensure.mjs';

const lockFile = join(root, 'dist/.lock');

// Longer than any install: a process id may have been given to another program since.
const STALE_AFTER_MS = 15 * 60_000;

/**
 * Two starts at once must not install or build over each other: the second waits.
 *
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function exclusively(work) {
  mkdirSync(dirname(lockFile), { recursive: true });
  for (let waits = 0; !acquired(); waits++) {
    if (waits === 10)
      process.stderr.write('Waiting for another Teema that is preparing itself …\n');
    await sleep(100);
  }
  try {
    return await work();
  } finally {
    rmSync(lockFile, { force: true });
  }
}

function acquired() {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    if (isAbandoned()) rmSync(lockFile, { force: true });
    return false;
  }
}

function isAbandoned() {
  try {
    if (Date.now() - statSync(lockFile).mtimeMs > STALE_AFTER_MS) return true;
    process.kill(Number(readFileSync(lockFile, 'utf8')), 0);
    return false;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'ESRCH';
  }
}
