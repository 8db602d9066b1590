import { Rejection } from '../../domain/rejection.ts';

/** Streams that tell what a container of Microsoft's older formats holds. */
const CONTENTS: readonly (readonly [stream: string, content: string])[] = [
  ['EncryptedPackage', 'locked'],
  ['WordDocument', 'DOC'],
  ['Workbook', 'XLS'],
  ['Book', 'XLS'],
  ['PowerPoint Document', 'PPT'],
  ['__properties_version1.0', 'MSG'],
];

/** An entry of the directory: 64 bytes for the name in UTF-16, then its length with the zero. */
const ENTRY_LENGTH = 128;
const NAME_LENGTH_AT = 64;

/**
 * Why a container of Microsoft's older formats (OLE, MS-CFB) is not read. Word wraps a document with
 * a password into one too (MS-OFFCRYPTO).
 */
export function oleRefusal(file: string, bytes: Uint8Array): Rejection {
  const content = contentOf(bytes);
  if (content === 'locked') return new Rejection('invalid', 'file-locked-word', { file });
  if (content === 'DOC') return new Rejection('invalid', 'file-doc', { file });
  if (content !== null) return new Rejection('invalid', 'file-mismatch', { file, kind: content });
  return new Rejection('invalid', /\.doc$/i.test(file) ? 'file-doc' : 'file-damaged', { file });
}

function contentOf(bytes: Uint8Array): string | null {
  const container = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return CONTENTS.find(([stream]) => hasStream(container, stream))?.[1] ?? null;
}

/** Found without following the container's tables, which a damaged one may have lost. */
function hasStream(container: Buffer, name: string): boolean {
  const wanted = Buffer.from(`${name}\0`, 'utf16le');
  for (let at = container.indexOf(wanted); at >= 0; at = container.indexOf(wanted, at + 1)) {
    const lengthAt = at + NAME_LENGTH_AT;
    const isEntry = at % ENTRY_LENGTH === 0 && lengthAt + 2 <= container.length;
    if (isEntry && container.readUInt16LE(lengthAt) === wanted.length) return true;
  }
  return false;
}
