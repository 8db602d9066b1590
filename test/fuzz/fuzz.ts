import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { Rejection } from '../../src/domain/rejection.ts';
import { damaged, randomFrom } from './damage.ts';
import { goodFiles, type GoodFile, type ReaderName } from './good-files.ts';
import { READERS } from './readers.ts';
import { Watchdog } from './watchdog.ts';

// Usage: npm run fuzz -- [cases] [seed] [first case]
//        npm run fuzz -- READER FILE
// Damages good files at random and reads them: each must be read or refused, in good time. A file
// that is neither is saved, and the second line reads it again.

const SLOW_MS = 5_000;
const HANG_SECONDS = 20;
/** A thread that had to be ended refuses its file so. */
const HANGS = new Set(['file-too-slow', 'file-too-heavy']);
const FOLDER = path.join(tmpdir(), 'teema-fuzz');
const MOST_SHOWN = 20;

const watchdog = new Watchdog(HANG_SECONDS);

interface Outcome {
  readonly taken: boolean;
  readonly ms: number;
  /** What should not have happened. */
  readonly fault: string | null;
}

async function tried({ reader, name, bytes }: GoodFile): Promise<Outcome> {
  const begun = performance.now();
  let fault: string | null = null;
  let taken = false;
  try {
    await READERS[reader](name, bytes);
    taken = true;
  } catch (error) {
    if (!(error instanceof Rejection) || HANGS.has(error.code))
      fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  const ms = performance.now() - begun;
  if (ms > SLOW_MS) fault ??= `${Math.round(ms)} ms`;
  return { taken, ms, fault };
}

async function replay(reader: string, file: string): Promise<number> {
  if (!Object.hasOwn(READERS, reader))
    throw new RangeError(`readers: ${Object.keys(READERS).join(' ')}`);
  watchdog.tell(file);
  const name = path.basename(file);
  const outcome = await tried({ reader: reader as ReaderName, name, bytes: readFileSync(file) });
  console.log(
    outcome.fault ?? (outcome.taken ? 'read' : 'refused'),
    `${Math.round(outcome.ms)} ms`,
  );
  return outcome.fault === null ? 0 : 1;
}

async function fuzz(cases: number, seed: number, first: number): Promise<number> {
  console.log(`seed ${seed}`);
  const files = await goodFiles();
  const tally = new Map<string, { cases: number; taken: number; slowest: number }>();
  const faults: string[] = [];
  const started = performance.now();
  for (let i = first; i < first + cases; i++) {
    const random = randomFrom(seed + i * 7919);
    const good = files[i % files.length];
    if (!good) break;
    const file = { ...good, bytes: damaged(good.bytes, random) };
    watchdog.tell(`case ${i} of seed ${seed} (${file.reader} ${file.name})`);
    const { taken, ms, fault } = await tried(file);
    const key = `${file.reader} ${file.name}`;
    const entry = tally.get(key) ?? { cases: 0, taken: 0, slowest: 0 };
    tally.set(key, {
      cases: entry.cases + 1,
      taken: entry.taken + (taken ? 1 : 0),
      slowest: Math.max(entry.slowest, ms),
    });
    if (fault !== null) faults.push(`case ${i}: ${fault}\n  saved: ${saved(file, seed, i)}`);
  }
  for (const [key, { cases: all, taken, slowest }] of tally)
    console.log(
      `${key.padEnd(38)} ${all} cases, ${taken} read, ${all - taken} refused, slowest ${Math.round(slowest)} ms`,
    );
  for (const fault of faults.slice(0, MOST_SHOWN)) console.log(fault);
  const seconds = Math.round((performance.now() - started) / 1_000);
  console.log(`${cases} cases of seed ${seed} in ${seconds} s: ${faults.length} faults`);
  return faults.length > 0 ? 1 : 0;
}

function saved({ reader, name, bytes }: GoodFile, seed: number, i: number): string {
  mkdirSync(FOLDER, { recursive: true });
  const file = path.join(FOLDER, `${seed}-${i}-${name}`);
  writeFileSync(file, bytes);
  return `npm run fuzz -- ${reader} ${file}`;
}

const [one = '10000', two, three = '0'] = process.argv.slice(2);
const isNumber = /^\d+$/.test(one);
process.exit(
  isNumber
    ? await fuzz(Number(one), Number(two ?? Date.now() % 1e9), Number(three))
    : await replay(one, two ?? ''),
);
