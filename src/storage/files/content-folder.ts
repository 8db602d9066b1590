import { basename, dirname, join } from 'node:path';
import { JournalBroken } from '../../app/errors.ts';
import { contentHashOfMany, isContentHash } from '../content.ts';
import type { Disk } from './disk.ts';
import { readFileOrNull } from './fs-error.ts';
import { syncFolder, writeDurably } from './write-durably.ts';

/** Files that are named after the SHA-256 of their content. */
export interface ContentFolder {
  readonly folder: string;
  /** What a file's name has behind the hash. */
  readonly suffix: string;
}

/** Keeps the bytes, once, and resolves to their hash when they are durable. */
export async function putContent(
  disk: Disk,
  { folder, suffix }: ContentFolder,
  bytes: Uint8Array,
): Promise<string> {
  const hash = await contentHashOfMany(bytes);
  const path = join(folder, hash + suffix);
  const known = await readFileOrNull(path);
  // Whoever put it there may not have synced its name yet.
  if (known && (await contentHashOfMany(known)) === hash) await syncFolder(disk, folder);
  else await writeDurably(disk, path, bytes);
  return hash;
}

/**
 * The bytes of that hash, or null where they were never kept.
 *
 * @throws JournalBroken when they are not what the hash says: what was coded in them cannot be trusted
 */
export async function getContent(
  { folder, suffix }: ContentFolder,
  hash: string,
): Promise<Buffer | null> {
  if (!isContentHash(hash)) return null;
  const bytes = await readFileOrNull(join(folder, hash + suffix));
  if (!bytes || (await contentHashOfMany(bytes)) === hash) return bytes;
  const name = `${basename(dirname(folder))}/${basename(folder)}/${hash}${suffix}`;
  throw new JournalBroken(name, 0, 'its content is not what its name says');
}
