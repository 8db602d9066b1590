import { readCaptionBlocks, withoutMarkup } from './caption-blocks.ts';
import { transcriptOfCaptions, type Caption } from './cues.ts';
import type { TranscriptFormat } from './format.ts';
import { withoutRepeats } from './rolling-captions.ts';

/** WebVTT, as Teams (`<v Anna>`), Zoom and Meet (`Anna: …`), YouTube and Whisper write it. */
export const webVtt: TranscriptFormat = {
  id: 'vtt',
  extensions: ['vtt'],
  kinds: [null],
  parse: (fileName, bytes) =>
    transcriptOfCaptions(
      fileName,
      withoutRepeats(readCaptionBlocks(fileName, bytes).flatMap(voicesOf)),
    ),
};

const VOICE = /<(?:(?<close>\/)v\s*|v(?:\.[^\s<>]{0,100})?(?:\s+(?<name>[^<>]{0,300}))?)>/gi;

/** One for each voice in it; a voice speaks to its end tag, the next voice or the caption's end. */
function voicesOf(caption: Caption): Caption[] {
  const text = caption.lines.join('\n');
  const voices: Caption[] = [];
  let speaker: string | null = null;
  let from = 0;
  const say = (to: number): void => {
    const lines = text.slice(from, to).split('\n').map(withoutMarkup);
    if (lines.some((line) => line.trim() !== '')) voices.push({ ...caption, speaker, lines });
  };
  for (const mark of text.matchAll(VOICE)) {
    say(mark.index);
    speaker = mark.groups?.close ? null : withoutMarkup(mark.groups?.name ?? '').trim() || null;
    from = mark.index + mark[0].length;
  }
  say(text.length);
  return voices;
}
