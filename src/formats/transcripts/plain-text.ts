import { decodeText } from '../decode-text.ts';
import type { TranscriptFormat } from './format.ts';
import { transcriptOf } from './paragraphs.ts';

/** Text and Markdown, read as they stand; times between the words become the turns’. */
export const plainText: TranscriptFormat = {
  id: 'text',
  extensions: ['txt', 'text', 'md', 'markdown'],
  kinds: [null],
  parse: (fileName, bytes) => transcriptOf(fileName, decodeText(fileName, bytes)),
};
