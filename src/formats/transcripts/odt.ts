import type { TranscriptFormat } from './format.ts';

/** Documents of LibreOffice and OpenOffice. */
export const odt: TranscriptFormat = {
  id: 'odt',
  extensions: ['odt'],
  kinds: ['ZIP'],
  async parse(file, bytes) {
    const { readOdt } = await import('./read-odt.ts');
    return readOdt(file, bytes);
  },
};
