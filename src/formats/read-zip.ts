import { inflateRawSync } from 'node:zlib';
import { Rejection } from '../domain/rejection.ts';

/** What a zip may be. A document of Word or LibreOffice has some twenty entries. */
export const ZIP_LIMITS = {
  entries: 2_000,
  inflatedBytes: 200 * 1024 * 1024,
  /** Prose and markup shrink to a fifth or a thirtieth; from here on it is a bomb. */
  ratio: 250,
  /** Below this a high ratio harms nobody: an empty table shrinks well. */
  ratioFromBytes: 4 * 1024 * 1024,
} as const;

interface Entry {
  readonly name: string;
  readonly isStored: boolean;
  /** Where the entry's own header begins. */
  readonly at: number;
  readonly size: number;
  readonly inflatedSize: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const CENTRAL_LENGTH = 46;
const LOCAL_LENGTH = 30;
const MAX_COMMENT = 0xffff;
const ENCRYPTED = 0x0001;

/**
 * The entries of a zip whose name is wanted. The whole directory is checked before anything is
 * inflated, and inflating stops where the directory said it would: a header that lies gains nothing.
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
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const entries = entriesOf(file, zip);
    checkSizes(file, entries);
    const wanted = entries.filter(({ name }) => isWanted(name));
    if (new Set(wanted.map(({ name }) => name)).size < wanted.length) throw unsafe(file);
    return new Map(wanted.map((entry) => [entry.name, inflate(zip, entry)]));
  } catch (error) {
    // Offsets that point outside, and streams that do not inflate.
    throw error instanceof Rejection ? error : new Rejection('invalid', 'file-damaged', { file });
  }
}

const unsafe = (file: string): Rejection => new Rejection('invalid', 'file-unsafe', { file });

function entriesOf(file: string, zip: Buffer): Entry[] {
  const end = endOf(zip);
  const count = zip.readUInt16LE(end + 10);
  if (count > ZIP_LIMITS.entries)
    throw new Rejection('invalid', 'file-parts', { file, parts: ZIP_LIMITS.entries });
  const entries: Entry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    if (zip.readUInt32LE(at) !== CENTRAL) throw new RangeError(`no entry at ${at}`);
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + CENTRAL_LENGTH, at + CENTRAL_LENGTH + nameLength);
    if (!isTame(name)) throw new Rejection('invalid', 'file-paths', { file });
    if (zip.readUInt16LE(at + 8) & ENCRYPTED)
      throw new Rejection('invalid', 'file-locked', { file });
    const method = zip.readUInt16LE(at + 10);
    entries.push({
      name,
      isStored: method === 0,
      at: zip.readUInt32LE(at + 42),
      size: zip.readUInt32LE(at + 20),
      inflatedSize: zip.readUInt32LE(at + 24),
    });
    at += CENTRAL_LENGTH + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

/** The end record stands last, but for a comment. */
function endOf(zip: Buffer): number {
  const first = Math.max(0, zip.length - END_LENGTH - MAX_COMMENT);
  for (let at = zip.length - END_LENGTH; at >= first; at--)
    if (zip.readUInt32LE(at) === END) return at;
  throw new RangeError('no end record');
}

/** No step upwards, no root, no drive. */
const isTame = (name: string): boolean =>
  !/^[\\/]|^[A-Za-z]:|\0/.test(name) && !name.split(/[\\/]/).includes('..');

function checkSizes(file: string, entries: readonly Entry[]): void {
  let inflated = 0;
  for (const { size, inflatedSize } of entries) {
    inflated += inflatedSize;
    if (inflated > ZIP_LIMITS.inflatedBytes)
      throw new Rejection('invalid', 'file-inflates', {
        file,
        megabytes: ZIP_LIMITS.inflatedBytes / 1024 / 1024,
      });
    if (inflatedSize > ZIP_LIMITS.ratioFromBytes && inflatedSize > size * ZIP_LIMITS.ratio)
      throw unsafe(file);
  }
}

function inflate(zip: Buffer, { at, size, inflatedSize, isStored }: Entry): Uint8Array {
  if (zip.readUInt32LE(at) !== LOCAL) throw new RangeError(`no file at ${at}`);
  const start = at + LOCAL_LENGTH + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  if (start + size > zip.length) throw new RangeError(`the file at ${at} is cut`);
  const packed = zip.subarray(start, start + size);
  const content = isStored
    ? packed
    : inflateRawSync(packed, { maxOutputLength: Math.max(1, inflatedSize) });
  if (content.length !== inflatedSize) throw new RangeError(`the file at ${at} is not as long`);
  return content;
}
