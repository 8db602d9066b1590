import { Rejection } from '../../domain/rejection.ts';
import { decodeText } from '../decode-text.ts';
import type { TranscriptFormat } from './format.ts';

/** What the refusal of another file names. */
const EXPECTED = '{"text":"<p>…</p>","media":"…","media-time":0}';

/** What oTranscribe saves: its page as HTML, inside JSON. */
export const oTranscribe: TranscriptFormat = {
  id: 'otr',
  extensions: ['otr'],
  kinds: [null],
  async parse(fileName, bytes) {
    const page = pageIn(decodeText(fileName, bytes));
    if (page === null)
      throw new Rejection('invalid', 'json-unknown', { file: fileName, expected: EXPECTED });
    const { transcriptOfHtml } = await import('./read-html.ts');
    return transcriptOfHtml(fileName, page);
  },
};

function pageIn(text: string): string | null {
  try {
    const file: unknown = JSON.parse(text);
    const page = typeof file === 'object' && file !== null && 'text' in file ? file.text : null;
    return typeof page === 'string' ? page : null;
  } catch {
    return null;
  }
}
