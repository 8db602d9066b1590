import { Rejection } from '../domain/rejection.ts';
import { westernText } from './western-text.ts';

/**
 * The text of a file whose encoding nobody stated: byte order mark, else UTF-8, else UTF-16 by its
 * zero bytes, else windows-1252 and its like. The byte order mark is not part of the text.
 *
 * @throws Rejection `file-binary` {file} for what is not text, `file-encoding` {file} for text in the
 * bytes of another script.
 */
export function decodeText(file: string, bytes: Uint8Array): string {
  if (isPdf(bytes)) throw new Rejection('invalid', 'file-binary', { file });
  const known = byMark(bytes) ?? asUtf8(bytes) ?? asUtf16(bytes);
  const text = known ?? westernText(bytes);
  if (text === null && isText(Buffer.from(bytes).toString('latin1')))
    throw new Rejection('invalid', 'file-encoding', { file });
  if (text === null || !isText(text)) throw new Rejection('invalid', 'file-binary', { file });
  return text;
}

/** A PDF may hold nothing but ASCII and still be no text anyone wrote. */
const isPdf = (bytes: Uint8Array): boolean => startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d]);

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, i) => bytes[i] === byte);

const decoded = (encoding: string, bytes: Uint8Array): string =>
  new TextDecoder(encoding).decode(bytes);

/** What a mark promises is taken at its word: a broken character becomes U+FFFD. */
function byMark(bytes: Uint8Array): string | null {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return decoded('utf-8', bytes);
  if (startsWith(bytes, [0xff, 0xfe])) return decoded('utf-16le', bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return decoded('utf-16be', bytes);
  return null;
}

/** ASCII in UTF-16 is valid UTF-8 full of zeros: what holds a zero is not taken for UTF-8. */
function asUtf8(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Western text in UTF-16 has a zero in nearly every second byte, and always the same one. */
const ZEROS = { least: 0.3, strayed: 0.02 };

function asUtf16(bytes: Uint8Array): string | null {
  if (bytes.length % 2 === 1) return null;
  const zeros = [0, 0];
  bytes.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const enough = (bytes.length / 2) * ZEROS.least;
  if (odd > enough && even <= odd * ZEROS.strayed) return decoded('utf-16le', bytes);
  if (even > enough && odd <= even * ZEROS.strayed) return decoded('utf-16be', bytes);
  return null;
}

const UNTYPED = /[\u0001-\u0008\u000e-\u001f\u007f-\u009f\ufffd]/g;
/** Characters nobody types slip into text now and then; in other data they abound. */
const UNTYPED_SHARE = 1 / 200;

function isText(text: string): boolean {
  if (text.includes('\0')) return false;
  const untyped = text.match(UNTYPED)?.length ?? 0;
  return untyped <= 1 + text.length * UNTYPED_SHARE;
}
