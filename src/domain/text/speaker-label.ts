/** What opens a turn in a transcript: who speaks and, where it is told, when. */
export interface SpeakerLabel {
  readonly name: string;
  /** Seconds from the start of the recording. */
  readonly at?: number;
  /** Units of the line up to the speech. */
  readonly length: number;
}

const NAME = String.raw`\p{L}[\p{L}\p{M}\p{N} .'’_/&-]{0,38}?`;
const TIME = String.raw`(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?`;
/** Behind the colon comes white space or, where that was forgotten, a word: not `klo 12:30`, `H1:n`, `:D`. */
const COLON = String.raw`:(?=\s|$|["“”„»«…]|\p{Lu}\p{Ll})`;

/** `H1:`, `[00:12:03] H1:`, `Speaker 1 (0:03):`, `Anna (laughs):` */
const BEFORE_COLON = new RegExp(
  String.raw`^[^\S\n]*(?:[[(]?(?<before>${TIME})[\])]?[^\S\n]*)?(?<name>${NAME})[^\S\n]*(?:[[(](?<aside>[^[\]()\n]{1,40})[\])][^\S\n]*)?${COLON}[^\S\n]*`,
  'u',
);
/** A line of its own without a colon, as recognisers of speech write it: `Speaker 1  0:03`, `00:00:03 - Speaker 1` */
const WITH_TIME = new RegExp(
  String.raw`^[^\S\n]*(?:(?<name>${NAME})[^\S\n]+[[(]?(?<after>${TIME})[\])]?|[[(]?(?<before>${TIME})[\])]?[^\S\n]+(?:[-–—][^\S\n]+)?(?<last>${NAME}))\s*$`,
  'u',
);
const ONLY_TIME = new RegExp(`^${TIME}$`, 'u');

/** The label that a line opens with, if it opens with what may be one. */
export function readLabel(line: string): SpeakerLabel | null {
  const match = BEFORE_COLON.exec(line) ?? WITH_TIME.exec(line);
  const groups = match?.groups;
  const name = (groups?.name ?? groups?.last)?.trim();
  if (!match || !name) return null;
  const aside = groups?.aside?.trim() ?? '';
  const time = groups?.before ?? groups?.after ?? (ONLY_TIME.test(aside) ? aside : undefined);
  const length = match[0].length;
  return time === undefined ? { name, length } : { name, at: secondsOf(time), length };
}

/** `1:02:03.5` in seconds. */
const secondsOf = (time: string): number =>
  time
    .replace(',', '.')
    .split(':')
    .reduce((seconds, part) => seconds * 60 + Number(part), 0);
