import { decodeText } from '../decode-text.ts';
import type { TranscriptFormat } from './format.ts';
import { transcriptOfText } from './text-transcript.ts';

/** Text and Markdown, read as they stand; times between the words become the turns’. */
export const plainText: TranscriptFormat = {
  id: 'text',
  extensions: ['txt', 'text', 'md', 'markdown'],
  parse: (fileName, bytes) => transcriptOfText(decodeText(fileName, bytes)),
};
