import { Rejection } from '../../domain/rejection.ts';
import { sniff } from '../sniff.ts';
import { docx } from './docx.ts';
import type { TranscriptFormat } from './format.ts';
import { rtf } from './rtf.ts';

/**
 * Word's old format cannot be read; whoever has such a file is told how to convert it. What is only
 * named `.doc` is read as what it is.
 */
export const doc: TranscriptFormat = {
  id: 'doc',
  extensions: ['doc'],
  kinds: ['ole', 'RTF', 'zip'],
  parse(file, bytes) {
    const kind = sniff(bytes);
    if (kind === 'ole') throw new Rejection('invalid', 'file-doc', { file });
    return (kind === 'RTF' ? rtf : docx).parse(file, bytes);
  },
};
