import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/*
 * Where the app that holds a data folder answers, so that a command beside it can ask it instead of
 * opening the folder a second time.
 */

const fileIn = (folder: string): string => path.join(folder, 'address.json');

export async function writeServedAddress(folder: string, address: string): Promise<void> {
  await writeFile(fileIn(folder), JSON.stringify({ pid: process.pid, address }), { mode: 0o600 });
}

export const removeServedAddress = (folder: string): Promise<void> =>
  rm(fileIn(folder), { force: true });

/** Null where that process left none: it is starting, stopping, or a command like this one. */
export async function servedAddress(folder: string, pid: number): Promise<string | null> {
  try {
    const told = JSON.parse(await readFile(fileIn(folder), 'utf8')) as {
      pid?: unknown;
      address?: unknown;
    };
    return told.pid === pid && isLoopback(told.address) ? told.address : null;
  } catch {
    return null;
  }
}

const isLoopback = (address: unknown): address is string =>
  typeof address === 'string' &&
  /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\]):\d{1,5}$/.test(address);
