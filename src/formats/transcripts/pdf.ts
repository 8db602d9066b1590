import type { TranscriptFormat } from './format.ts';

/** PDF with text in it; a scan has none. */
export const pdf: TranscriptFormat = {
  id: 'pdf',
  extensions: ['pdf'],
  kinds: ['PDF'],
  async parse(file, bytes) {
    const { readPdf } = await import('./read-pdf.ts');
    return readPdf(file, bytes);
  },
};
