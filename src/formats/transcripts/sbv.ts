import { canonicalText } from '../../domain/text/canonical-text.ts';
import { decodeText } from '../decode-text.ts';
import { captionBlocks, withoutMarkup } from './caption-blocks.ts';
import { transcriptOfCaptions } from './cues.ts';
import type { TranscriptFormat } from './format.ts';
import { withoutRepeats } from './rolling-captions.ts';

/** Both times on a line, a comma between them: `0:00:00.599,0:00:04.160` */
const TIMING = /^(\d{1,3}:\d{2}:\d{2}\.\d{1,3}),(\d{1,3}:\d{2}:\d{2}\.\d{1,3})[^\S\n]*$/gm;

/** SubViewer captions, as Google Meet and YouTube save them. */
export const subViewer: TranscriptFormat = {
  id: 'sbv',
  extensions: ['sbv'],
  kinds: [null],
  parse(fileName, bytes) {
    const text = canonicalText(decodeText(fileName, bytes)).replace(TIMING, '$1 --> $2');
    const captions = captionBlocks(text).map((caption) => ({
      ...caption,
      lines: caption.lines.map(withoutMarkup),
    }));
    return transcriptOfCaptions(fileName, withoutRepeats(captions));
  },
};
