import { createHash, webcrypto } from 'node:crypto';

const CONTENT_HASH = /^[0-9a-f]{64}$/;

/** SHA-256 in hex: the name under which a text or an original is kept. */
export const contentHash = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** Up to here hashing takes some two milliseconds at most. */
const SMALL = 1024 * 1024;

/** The same, beside the main thread where the bytes are many. */
export async function contentHashOfMany(bytes: Uint8Array): Promise<string> {
  if (bytes.length <= SMALL) return contentHash(bytes);
  const digest = await webcrypto.subtle.digest('SHA-256', bytes);
  return Buffer.from(digest).toString('hex');
}

export const isContentHash = (hash: string): boolean => CONTENT_HASH.test(hash);

/**
 * A text as the UTF-8 that is kept.
 *
 * @throws RangeError for half a surrogate pair, which UTF-8 cannot hold and would read as U+FFFD
 */
export function textBytes(text: string): Uint8Array {
  if (!text.isWellFormed()) throw new RangeError('the text holds half a surrogate pair');
  return Buffer.from(text);
}
