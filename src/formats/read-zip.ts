import { inflateRawSync } from 'node:zlib';
import { Rejection } from '../domain/rejection.ts';
import { packedBytes, viewOf, zipEntries, type ZipEntry } from './zip-directory.ts';

/**
 * The parts of a zipped document whose name is wanted. The whole directory is checked before anything
 * is inflated, and inflating stops where the directory said it would: a header that lies gains nothing.
 * Other entries, zips inside the zip among them, are never opened, and no name becomes a path.
 *
 * @throws Rejection `file-damaged`, `file-locked`, `file-parts`, `file-paths`, `file-unsafe` or
 * `file-inflates`
 */
export function readZip(
  file: string,
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
): Map<string, Uint8Array> {
  const zip = viewOf(bytes);
  try {
    const entries = zipEntries(file, zip);
    if (!entries.every(({ name }) => isTame(name)))
      throw new Rejection('invalid', 'file-paths', { file });
    if (entries.some(({ isLocked }) => isLocked))
      throw new Rejection('invalid', 'file-locked', { file });
    const wanted = entries.filter(({ name }) => isWanted(name));
    if (new Set(wanted.map(({ name }) => name)).size < wanted.length)
      throw new Rejection('invalid', 'file-unsafe', { file });
    return new Map(wanted.map((entry) => [entry.name, inflate(zip, entry)]));
  } catch (error) {
    // Offsets that point outside, and streams that do not inflate.
    throw error instanceof Rejection ? error : new Rejection('invalid', 'file-damaged', { file });
  }
}

/** No step upwards, no root, no drive. */
export const isTame = (name: string): boolean =>
  !/^[\\/]|^[A-Za-z]:|\0/.test(name) && !name.split(/[\\/]/).includes('..');

function inflate(zip: Buffer, entry: ZipEntry): Uint8Array {
  const { inflatedSize, isStored, at } = entry;
  const packed = packedBytes(zip, entry);
  const content = isStored
    ? packed
    : inflateRawSync(packed, { maxOutputLength: Math.max(1, inflatedSize) });
  if (content.length !== inflatedSize) throw new RangeError(`the file at ${at} is not as long`);
  return content;
}
