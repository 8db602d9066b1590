import type { TranscriptFormat } from './format.ts';

/** Web pages, as word processors and transcription services save them. */
export const html: TranscriptFormat = {
  id: 'html',
  extensions: ['html', 'htm', 'xhtml'],
  kinds: [null],
  async parse(file, bytes) {
    const { readHtml } = await import('./read-html.ts');
    return readHtml(file, bytes);
  },
};
