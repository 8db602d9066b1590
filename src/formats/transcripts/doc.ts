import { sniff } from '../sniff.ts';
import { docx } from './docx.ts';
import type { TranscriptFormat } from './format.ts';
import { rtf } from './rtf.ts';

/**
 * Word's old format itself is refused with every other file in its container. What is only named
 * `.doc` is read as what it is.
 */
export const doc: TranscriptFormat = {
  id: 'doc',
  extensions: ['doc'],
  kinds: ['RTF', 'ZIP'],
  parse: (file, bytes) => (sniff(bytes) === 'RTF' ? rtf : docx).parse(file, bytes),
};
