import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

/** Who holds a lock, or wants to. */
export interface LockClaim {
  readonly pid: number;
  readonly startedAt: string;
  /** When that process was started, to the tick, on which boot; null where the system does not tell. */
  readonly processStart: string | null;
  /** Never used twice. */
  readonly token: string;
}

export const newClaim = (): LockClaim => ({
  pid: process.pid,
  startedAt: new Date().toISOString(),
  processStart: processStart(process.pid),
  token: randomUUID(),
});

/** Parsed strictly, as a file's name is made from the token; null where it is no claim. */
export function parseClaim(json: string): LockClaim | null {
  try {
    const claim = JSON.parse(json) as Partial<LockClaim> | null;
    if (!Number.isSafeInteger(claim?.pid) || !/^[0-9a-f-]{36}$/.test(claim?.token ?? ''))
      return null;
    return claim as LockClaim;
  } catch {
    return null;
  }
}

/** Whether the process that made the claim still runs; another that has its number by now does not count. */
export function isAlive(claim: LockClaim): boolean {
  if (!exists(claim.pid)) return false;
  const start = processStart(claim.pid);
  if (start !== null && claim.processStart !== null) return start === claim.processStart;
  // In a container the same number comes back at every run.
  if (claim.pid === process.pid) return Date.parse(claim.startedAt) >= performance.timeOrigin;
  return start !== DEAD;
}

function exists(pid: number): boolean {
  // To `kill`, these are groups of processes, the own one among them.
  if (pid <= 0) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const DEAD = 'dead';

/** From Linux's /proc: the boot's id and the ticks since, as of `man 5 proc`. */
function processStart(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name before may hold anything, also brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, ticks] = [fields[0], fields[19]];
    if (state === 'Z' || state === 'X') return DEAD;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()} ${ticks}`;
  } catch {
    return null;
  }
}
