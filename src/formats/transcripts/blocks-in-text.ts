import { isGenericLabel, mayBeName } from '../../domain/text/speakers.ts';
import { captionBlocks, isTiming, secondsOf } from './caption-blocks.ts';
import type { Caption } from './cues.ts';

/** `[00:00.000 --> 00:02.500]  Hello.`, as Whisper prints. */
const ON_ONE_LINE = /^\[([\d:.,]{5,16} --> [\d:.,]{5,16})\][^\S\n]*(.*)$/gm;

const TIME = String.raw`(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[:.,]\d{1,3})?`;
const RANGE = String.raw`[[(]?(?<from>${TIME})[^\S\n]*[-–—][^\S\n]*(?<to>${TIME})[\])]?`;
/** A line that tells from when to when somebody speaks: `00:03 - 00:11` alone, as Premiere writes it, */
const RANGES = [
  String.raw`^\s*${RANGE}\s*$`,
  // `(0:00:03 - 0:00:11) SPEAKER_00`, as Aalto's Speech2Text does,
  String.raw`^\s*${RANGE}\s+(?<name>\p{L}[^:\t]{0,77}[^:\t.?!\s])$`,
  // or `[Speaker 1] (0:03 - 0:11)`, as TurboScribe does.
  String.raw`^\s*\[?(?<name>\p{L}[^:[\]()]{0,78}?)\]?\s+${RANGE}:?\s*$`,
].map((pattern) => new RegExp(pattern, 'u'));
const SOME_RANGE = /\d[^\S\n]*[-–—][^\S\n]*\d{1,2}:\d{2}/u;
const LONGEST_RANGE = 150;

/** A text in which such lines stand above what is said, and go forward, with those of captions instead. */
function withArrows(text: string): string {
  if (!SOME_RANGE.test(text)) return text;
  const lines = text.split('\n');
  const ranges = lines.map(rangeIn);
  let last = 0;
  for (const [i, range] of ranges.entries()) {
    if (!range) continue;
    let below = i + 1;
    while (lines[below]?.trim() === '') below++;
    const start = secondsOf(range.from ?? '') ?? -1;
    if (start < last || below >= lines.length || ranges[below]) return text;
    last = start;
  }
  return lines
    .map((line, i) => {
      const { from, to, name = '' } = ranges[i] ?? {};
      return from === undefined ? line : `\n${from} --> ${to ?? ''}\n${name}`;
    })
    .join('\n');
}

const rangeIn = (line: string): Readonly<Record<string, string | undefined>> | undefined =>
  line.length > LONGEST_RANGE
    ? undefined
    : RANGES.map((pattern) => pattern.exec(line)?.groups).find((groups) => groups !== undefined);

/**
 * The captions in a running text, as Teams wrote its first Word files: `0:0:3.27 --> 0:0:4.25`, a line
 * with the name, what was said; as Whisper prints them, a line each; or below a line that tells from
 * when to when. What stands above them is a title.
 * Null for a text without such lines.
 */
export function blocksInText(written: string): Caption[] | null {
  const text = withArrows(written);
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
  (mayBeName(line.trim()) || isGenericLabel(line.trim()) || (counts.get(line) ?? 0) > 1);
