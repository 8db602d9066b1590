import type { TranscriptFormat } from './format.ts';
import { transcriptOfParagraphs } from './paragraphs.ts';
import { rtfParagraphs } from './rtf-paragraphs.ts';

/** Rich text, as WordPad, TextEdit and older Words save it. */
export const rtf: TranscriptFormat = {
  id: 'rtf',
  extensions: ['rtf'],
  kinds: ['RTF'],
  parse: (file, bytes) => transcriptOfParagraphs(file, rtfParagraphs(file, bytes)),
};
