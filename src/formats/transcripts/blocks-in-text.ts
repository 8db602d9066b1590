import { mayBeName } from '../../domain/text/speakers.ts';
import { captionBlocks, isTiming } from './caption-blocks.ts';
import type { Caption } from './cues.ts';

/** `[00:00.000 --> 00:02.500]  Hello.`, as Whisper prints. */
const ON_ONE_LINE = /^\[([\d:.,]{5,16} --> [\d:.,]{5,16})\][^\S\n]*(.*)$/gm;

/**
 * The captions in a running text, as Teams wrote its first Word files: `0:0:3.27 --> 0:0:4.25`, a line
 * with the name, what was said; or as Whisper prints them, a line each. What stands above them is a title.
 * Null for a text without such lines.
 */
export function blocksInText(text: string): Caption[] | null {
  if (!text.includes('-->')) return null;
  const blocks = text.replace(ON_ONE_LINE, '\n$1\n$2\n');
  if (blocks.split('\n').filter(isTiming).length < 2) return null;
  return withNames(captionBlocks(blocks).map(withoutBlankLines));
}

const withoutBlankLines = (caption: Caption): Caption => ({
  ...caption,
  lines: caption.lines.filter((line) => line.trim() !== ''),
});

const SENTENCE_END = /[.!?…,;:]$/u;
const MOST = 0.9;
const LONGEST_NAME = 80;

/** Where the first line of nearly every caption may be a name, it is. */
function withNames(captions: readonly Caption[]): Caption[] {
  const counts = new Map<string, number>();
  for (const { lines } of captions)
    counts.set(lines[0] ?? '', (counts.get(lines[0] ?? '') ?? 0) + 1);
  const named = captions.filter(
    ({ lines: [name = '', ...speech] }) => speech.length > 0 && isName(name, counts),
  );
  if (named.length < captions.length * MOST) return [...captions];
  return captions.map((caption) => {
    const [name = '', ...lines] = caption.lines;
    return lines.length > 0 ? { ...caption, speaker: name.trim(), lines } : caption;
  });
}

const isName = (line: string, counts: ReadonlyMap<string, number>): boolean =>
  line.length <= LONGEST_NAME &&
  !SENTENCE_END.test(line) &&
  (mayBeName(line.trim()) || (counts.get(line) ?? 0) > 1);
