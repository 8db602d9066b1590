import iconv from 'iconv-lite';
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

export interface ZipEntry {
  /** As the zip has it: it may hold folders and steps upwards, and is never used as a path. */
  readonly name: string;
  readonly isLocked: boolean;
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
const IN_UTF8 = 0x0800;

export const viewOf = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/**
 * The entries of a zip, by its directory, before anything is inflated.
 *
 * @throws Rejection `file-parts` {file, parts}, `file-inflates` {file, megabytes} or `file-unsafe`
 * @throws RangeError where the directory is damaged
 */
export function zipEntries(file: string, zip: Buffer): ZipEntry[] {
  const end = endOf(zip);
  const count = zip.readUInt16LE(end + 10);
  if (count > ZIP_LIMITS.entries)
    throw new Rejection('invalid', 'file-parts', { file, parts: ZIP_LIMITS.entries });
  const entries: ZipEntry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    if (zip.readUInt32LE(at) !== CENTRAL) throw new RangeError(`no entry at ${at}`);
    entries.push(entryAt(zip, at));
    const lengths = [28, 30, 32].map((field) => zip.readUInt16LE(at + field));
    at += lengths.reduce((sum, length) => sum + length, CENTRAL_LENGTH);
  }
  checkSizes(file, entries);
  return entries;
}

/** The end record stands last, but for a comment. */
function endOf(zip: Buffer): number {
  const first = Math.max(0, zip.length - END_LENGTH - MAX_COMMENT);
  for (let at = zip.length - END_LENGTH; at >= first; at--)
    if (zip.readUInt32LE(at) === END) return at;
  throw new RangeError('no end record');
}

function entryAt(zip: Buffer, at: number): ZipEntry {
  const flags = zip.readUInt16LE(at + 8);
  const start = at + CENTRAL_LENGTH;
  const nameEnd = start + zip.readUInt16LE(at + 28);
  const extra = zip.subarray(nameEnd, nameEnd + zip.readUInt16LE(at + 30));
  return {
    name: nameOf(zip.subarray(start, nameEnd), extra, (flags & IN_UTF8) !== 0),
    isLocked: (flags & ENCRYPTED) !== 0,
    isStored: zip.readUInt16LE(at + 10) === 0,
    at: zip.readUInt32LE(at + 42),
    size: zip.readUInt32LE(at + 20),
    inflatedSize: zip.readUInt32LE(at + 24),
  };
}

/** UTF-8 where the entry says so or can be read so, as macOS writes it without a word; else DOS. */
function nameOf(bytes: Buffer, extra: Buffer, isUtf8: boolean): string {
  if (isUtf8) return bytes.toString('utf8');
  const unicode = unicodeName(extra);
  if (unicode !== null) return unicode;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return iconv.decode(bytes, 'cp437');
  }
}

/** Info-ZIP's field with the name in UTF-8: its mark, its length, a version and a checksum before it. */
const UNICODE_NAME = 0x7075;
const BEFORE_NAME = 5;

function unicodeName(extra: Buffer): string | null {
  for (let at = 0; at + 4 <= extra.length;) {
    const end = at + 4 + extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === UNICODE_NAME && end <= extra.length)
      return extra.toString('utf8', at + 4 + BEFORE_NAME, end);
    at = end;
  }
  return null;
}

function checkSizes(file: string, entries: readonly ZipEntry[]): void {
  let inflated = 0;
  for (const { size, inflatedSize } of entries) {
    inflated += inflatedSize;
    if (inflated > ZIP_LIMITS.inflatedBytes)
      throw new Rejection('invalid', 'file-inflates', {
        file,
        megabytes: ZIP_LIMITS.inflatedBytes / 1024 / 1024,
      });
    if (inflatedSize > ZIP_LIMITS.ratioFromBytes && inflatedSize > size * ZIP_LIMITS.ratio)
      throw new Rejection('invalid', 'file-unsafe', { file });
  }
}

/**
 * An entry's bytes as they are packed.
 *
 * @throws RangeError where they are not in the zip
 */
export function packedBytes(zip: Buffer, { at, size }: ZipEntry): Buffer {
  if (zip.readUInt32LE(at) !== LOCAL) throw new RangeError(`no file at ${at}`);
  const start = at + LOCAL_LENGTH + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  if (start + size > zip.length) throw new RangeError(`the file at ${at} is cut`);
  return zip.subarray(start, start + size);
}
