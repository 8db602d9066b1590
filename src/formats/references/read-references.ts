import { decodeText } from '../decode-text.ts';
import { readBibtex } from './read-bibtex.ts';
import { readRis } from './read-ris.ts';
import type { ReferencesFile } from '../../domain/theory/reference.ts';

/** In bytes: where a RIS file has begun by. */
const HEAD = 100_000;

/**
 * Reads the references of a BibTeX or a RIS file, told apart by what is in it.
 *
 * @throws Rejection as `readBibtex` and `readRis` do.
 */
export function readReferences(file: string, bytes: Uint8Array): ReferencesFile {
  const isRis = /^TY[ \t]{1,2}-/m.test(decodeText(file, bytes.subarray(0, HEAD)));
  return isRis ? readRis(file, bytes) : readBibtex(file, bytes);
}
