import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { Rejection } from '../../domain/rejection.ts';
import { sniff } from '../sniff.ts';
import { isTame } from '../read-zip.ts';
import { packedBytes, viewOf, zipEntries, type ZipEntry } from '../zip-directory.ts';
import { officeKind } from './office-kind.ts';

/** The ending of archives, which are no transcripts but hold them. */
export const ARCHIVE_EXTENSION = 'zip';

/** As many files, and each as large, as one upload may have. */
export const ARCHIVE_LIMITS = { files: 200, fileBytes: 50 * 1024 * 1024 } as const;

/** A file in an archive, unpacked when it is asked for. */
export interface ArchivedFile {
  /** Without folders. */
  readonly name: string;
  /** @throws Rejection why this file cannot be unpacked */
  readonly unpack: () => Promise<Uint8Array>;
}

const ENDING = new RegExp(String.raw`\.${ARCHIVE_EXTENSION}$`, 'i');
/** An archive without a single entry is only its end record. */
const EMPTY = 'PK\u0005\u0006';

/**
 * The files of an archive; null for a file that is none by its name. What operating systems put
 * beside people's files is left out.
 *
 * @throws Rejection `archive-empty`, `archive-many`, `file-mismatch`, or as a zip that is unsafe is refused
 */
export function filesInArchive(file: string, bytes: Uint8Array): ArchivedFile[] | null {
  if (!ENDING.test(file)) return null;
  const zip = viewOf(bytes);
  const files = directoryOf(file, zip).filter(({ name }) => isOfPeople(name));
  if (files.length === 0) throw new Rejection('invalid', 'archive-empty', { file });
  if (files.length > ARCHIVE_LIMITS.files)
    throw new Rejection('invalid', 'archive-many', { file, files: ARCHIVE_LIMITS.files });
  return files.map((entry) => {
    const name = baseName(entry.name);
    return { name, unpack: () => unpacked(name, zip, entry) };
  });
}

function directoryOf(file: string, zip: Buffer): ZipEntry[] {
  if (zip.length === 0) throw new Rejection('invalid', 'file-empty', { file });
  const kind = sniff(zip);
  const isEmpty = zip.toString('latin1', 0, EMPTY.length) === EMPTY;
  if (kind !== null && kind !== 'ZIP')
    throw new Rejection('invalid', 'file-mismatch', { file, kind });
  if (kind === null && !isEmpty) throw new Rejection('invalid', 'file-damaged', { file });
  try {
    const entries = zipEntries(file, zip);
    const names = entries.map(({ name }) => name);
    // A document that somebody named so: its parts are no transcripts.
    if (names.includes('[Content_Types].xml') || names.includes('mimetype'))
      throw new Rejection('invalid', 'file-mismatch', { file, kind: officeKind(names) });
    return entries;
  } catch (error) {
    throw error instanceof Rejection ? error : new Rejection('invalid', 'file-damaged', { file });
  }
}

const baseName = (name: string): string => name.split(/[\\/]/).at(-1) ?? '';

/** Not a folder, nor what macOS, Windows and Word leave beside files. */
const isOfPeople = (name: string): boolean =>
  !/(?:^|[\\/])__MACOSX[\\/]/.test(name) &&
  !/^(?:|\..*|~\$.*|thumbs\.db|desktop\.ini)$/i.test(baseName(name));

const inflate = promisify(inflateRaw);

async function unpacked(file: string, zip: Buffer, entry: ZipEntry): Promise<Uint8Array> {
  const { isLocked, isStored, inflatedSize } = entry;
  const megabytes = ARCHIVE_LIMITS.fileBytes / 1024 / 1024;
  if (!isTame(entry.name)) throw new Rejection('invalid', 'archive-path', { file });
  if (isLocked) throw new Rejection('invalid', 'file-locked', { file });
  if (ENDING.test(file)) throw new Rejection('invalid', 'archive-nested', { file });
  if (inflatedSize > ARCHIVE_LIMITS.fileBytes)
    throw new Rejection('invalid', 'file-too-large', { file, megabytes });
  try {
    const packed = packedBytes(zip, entry);
    const content = isStored
      ? Uint8Array.from(packed)
      : await inflate(packed, { maxOutputLength: Math.max(1, inflatedSize) });
    if (content.length === inflatedSize) return content;
  } catch {
    // Told below: cut, or not what its directory says.
  }
  throw new Rejection('invalid', 'file-damaged', { file });
}
