import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Bytes a process has in memory; null where the system does not tell. */
export function residentMemory(pid: number): number | null {
  if (process.platform === 'win32') return null;
  const kilobytes =
    process.platform === 'linux'
      ? /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
      : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Number(kilobytes) * 1024;
}
