import { Rejection } from '../../domain/rejection.ts';
import type { TranscriptFormat } from './format.ts';

/** Word's documents since 2007. */
export const docx: TranscriptFormat = {
  id: 'docx',
  extensions: ['docx', 'docm'],
  kinds: ['zip', 'ole'],
  async parse(file, bytes) {
    // Word wraps a document with a password into the container of its older format.
    if (bytes[0] === 0xd0) throw new Rejection('invalid', 'file-locked', { file });
    const { readDocx } = await import('./read-docx.ts');
    return readDocx(file, bytes);
  },
};
