import { readCaptionBlocks, withoutMarkup } from './caption-blocks.ts';
import { transcriptOfCaptions } from './cues.ts';
import type { TranscriptFormat } from './format.ts';
import { withoutRepeats } from './rolling-captions.ts';

/** SubRip subtitles; whoever speaks stands in the words, `Anna: …`, `[Anna] …`, `- …`. */
export const subRip: TranscriptFormat = {
  id: 'srt',
  extensions: ['srt'],
  kinds: [null],
  parse: (fileName, bytes) =>
    transcriptOfCaptions(
      fileName,
      withoutRepeats(
        readCaptionBlocks(fileName, bytes).map((caption) => ({
          ...caption,
          lines: caption.lines.map(withoutMarkup),
        })),
      ),
    ),
};
