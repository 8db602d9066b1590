import { link, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DataFolderInUse } from '../../app/errors.ts';
import { codeOf, orNull, readFileOrNull } from './fs-error.ts';
import { isAlive, newClaim, parseClaim, type LockClaim } from './lock-claim.ts';
import { FILE_MODE, temporaryPath } from './write-durably.ts';

/**
 * Takes a folder for this process. The lock is the file `lock`, which names its holder's process,
 * so that one left behind by `kill -9` is taken over at once; a lock kept alive by its file's time
 * (proper-lockfile) would keep the user out for some seconds after every crash.
 *
 * Who follows on a dead holder is decided by the file `lock.after-<token of the holder>`, which
 * only one can create. Whoever did so looks again from `lock`: if that no longer leads there, the
 * one it followed on had been followed before.
 *
 * Processes in containers that do not see each other's processes are not kept apart.
 *
 * @returns what gives the folder free again
 * @throws DataFolderInUse when a running process holds it
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'lock');
  const claim = newClaim();
  for (;;) {
    const { holder, next } = await followClaims(path);
    if (holder && isAlive(holder)) {
      // Seen while another took over, the last claim may be one that came too late and is withdrawn.
      if ((await followClaims(path)).holder?.token !== holder.token) continue;
      throw new DataFolderInUse(folder, holder.pid);
    }
    if (!(await createClaim(path, next, claim))) continue;
    if ((await followClaims(path)).holder?.token === claim.token) break;
    await rm(next, { force: true });
  }
  await shortenClaims(folder, path, claim);
  return () => release(path, claim);
}

interface LastClaim {
  /** Null where nobody has the lock. */
  readonly holder: LockClaim | null;
  /** The file with which to follow on the holder. */
  readonly next: string;
}

async function followClaims(path: string): Promise<LastClaim> {
  let holder: LockClaim | null = null;
  let next = path;
  for (let length = 0; ; length++) {
    const claim = await readClaim(next, `${length}`);
    if (!claim) return { holder, next };
    holder = claim;
    next = `${path}.after-${claim.token}`;
  }
}

/** Where links are not to be had a claim is empty for a moment after it was created. */
const PATIENCE_MS = 500;

/** A claim that stays unreadable was left by a crash: nobody's, under a token made from its place. */
async function readClaim(path: string, place: string): Promise<LockClaim | null> {
  for (;;) {
    const json = await readFileOrNull(path);
    const age = Date.now() - ((await orNull(stat(path)))?.mtimeMs ?? 0);
    if (!json) return null;
    const claim = parseClaim(json.toString());
    if (claim) return claim;
    if (Math.abs(age) > PATIENCE_MS)
      return { pid: 0, startedAt: '', processStart: null, token: place };
    await wait(PATIENCE_MS / 10);
  }
}

/** Whether the claim was created at `next`: in one step, so that it is never seen half-written. */
async function createClaim(path: string, next: string, claim: LockClaim): Promise<boolean> {
  const temporary = await writeClaim(path, claim);
  try {
    await link(temporary, next);
    return true;
  } catch (error) {
    // Gone when the new holder tidied up.
    if (codeOf(error) === 'EEXIST' || codeOf(error) === 'ENOENT') return false;
    return await createWithoutLink(next, claim);
  } finally {
    await rm(temporary, { force: true });
  }
}

/** File systems of memory sticks (FAT, exFAT) know no links. */
async function createWithoutLink(next: string, claim: LockClaim): Promise<boolean> {
  try {
    await writeFile(next, JSON.stringify(claim), { flag: 'wx', mode: FILE_MODE });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

async function writeClaim(path: string, claim: LockClaim): Promise<string> {
  const temporary = temporaryPath(path);
  await writeFile(temporary, JSON.stringify(claim), { mode: FILE_MODE });
  return temporary;
}

/** Makes the holder's claim the first one; the others lead nowhere then. */
async function shortenClaims(folder: string, path: string, claim: LockClaim): Promise<void> {
  if ((await readClaim(path, ''))?.token !== claim.token)
    await rename(await writeClaim(path, claim), path);
  const own = `lock.after-${claim.token}`;
  for (const name of await readdir(folder))
    if (name.startsWith('lock.after-') && name !== own)
      await rm(join(folder, name), { force: true });
}

async function release(path: string, claim: LockClaim): Promise<void> {
  if ((await readClaim(path, ''))?.token === claim.token) await rm(path, { force: true });
}
