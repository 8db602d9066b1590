import { canonicalText } from '../../domain/text/canonical-text.ts';
import { splitTurns } from '../../domain/text/turns.ts';
import { decodeText } from '../decode-text.ts';
import type { TranscriptFormat } from './format.ts';

/** Text and Markdown, read as they stand. */
export const plainText: TranscriptFormat = {
  id: 'text',
  extensions: ['txt', 'text', 'md', 'markdown'],
  parse(fileName, bytes) {
    const text = canonicalText(decodeText(fileName, bytes));
    const turns = splitTurns(text);
    const nobodyNamed = turns.every((turn) => turn.speaker === null);
    return { text, turns, warnings: nobodyNamed ? ['no-speakers'] : [] };
  },
};
