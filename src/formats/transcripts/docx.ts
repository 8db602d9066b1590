import type { TranscriptFormat } from './format.ts';

/** Word's documents since 2007. */
export const docx: TranscriptFormat = {
  id: 'docx',
  extensions: ['docx', 'docm'],
  kinds: ['ZIP'],
  async parse(file, bytes) {
    const { readDocx } = await import('./read-docx.ts');
    return readDocx(file, bytes);
  },
};
