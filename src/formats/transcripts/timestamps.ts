import { readLabel } from '../../domain/text/speaker-label.ts';
import { mayBeName } from '../../domain/text/speakers.ts';
import { secondsOf } from './caption-blocks.ts';

/** A time that stood in a text, and where. */
export interface Timestamp {
  /** In the text without the times. */
  readonly position: number;
  /** Seconds from the start of the recording. */
  readonly at: number;
}

/** `#00:01:10-2#`, as f4 and f5 write them: hours, minutes, seconds and tenths. */
const STAMP = /#(\d{1,2}:\d{2}:\d{2}(?:[-.,]\d{1,3})?)#/g;
const TIME_LINE = /^[^\S\n]*[[(]?((?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?)[\])]?[^\S\n]*$/;

/** A line that is longer holds more than a time. */
const LONGEST_TIME = 40;

/**
 * A text without its times, and the times. Out come the stamps of f4 and f5, wherever they stand,
 * and lines that hold nothing but a time, if there are several, the times go up and each opens a
 * paragraph or a turn: others may be part of what was said. All else stays word for word; a blank
 * line is left where a time alone on its line kept two others apart.
 */
export function liftTimestamps(text: string): { text: string; timestamps: Timestamp[] } {
  const lines = text.split('\n');
  const timed = areTimed(lines) && areOpenings(lines);
  if (!timed && !text.includes('#')) return { text, timestamps: [] };
  const timestamps: Timestamp[] = [];
  const kept: string[] = [];
  let position = 0;
  for (const line of lines) {
    const alone = timed ? TIME_LINE.exec(line)?.[1] : undefined;
    const { rest, times } =
      alone === undefined ? liftStamps(line) : { rest: '', times: [{ offset: 0, time: alone }] };
    for (const { offset, time } of times) {
      const at = secondsOf(time.replace('-', '.'));
      if (at !== null) timestamps.push({ position: position + offset, at });
    }
    const isOver = times.length > 0 && rest === '' && (kept.at(-1) ?? '').trim() === '';
    if (isOver) continue;
    kept.push(rest);
    position += rest.length + 1;
  }
  return { text: kept.join('\n'), timestamps };
}

/** A line short and plain enough for a name. */
const NAME_LINE = /^[^\S\n]*[^\s.!?…:;,#\d][^.!?…:;,#\n]{0,38}$/u;

/**
 * A text in which a name and a time have a line each is as one in which they share it, `Anna  0:04`.
 * They are taken for that where every time stands below what may be a name.
 */
export function joinNamesAndTimes(text: string): string {
  const lines = text.split('\n');
  if (!areTimed(lines)) return text;
  const isTime = lines.map((line) => line.length <= LONGEST_TIME && TIME_LINE.test(line));
  const named = lines.every((_, i) => !isTime[i] || isNameLine(lines[i - 1], lines[i - 2]));
  if (!named) return text;
  return lines
    .flatMap((line, i) => {
      if (isTime[i]) return [];
      return isTime[i + 1] ? `${line.trimEnd()}  ${lines[i + 1]?.trim() ?? ''}` : line;
    })
    .join('\n');
}

const isNameLine = (line: string | undefined, above: string | undefined): boolean =>
  line !== undefined &&
  NAME_LINE.test(line) &&
  mayBeName(line.trim()) &&
  (above ?? '').trim() === '';

function areTimed(lines: readonly string[]): boolean {
  const times = lines.flatMap((line) => {
    const time = line.length > LONGEST_TIME ? undefined : TIME_LINE.exec(line)?.[1];
    return time === undefined ? [] : [secondsOf(time)];
  });
  return times.length > 1 && times.every((at, i) => at !== null && at >= (times[i - 1] ?? 0));
}

/** Every time stands at the start of a paragraph or above a label; inside speech it may be said. */
const areOpenings = (lines: readonly string[]): boolean =>
  lines.every(
    (line, i) =>
      line.length > LONGEST_TIME ||
      !TIME_LINE.test(line) ||
      (lines[i - 1] ?? '').trim() === '' ||
      readLabel(lines[i + 1] ?? '') !== null,
  );

interface Lifted {
  readonly rest: string;
  readonly times: readonly { readonly offset: number; readonly time: string }[];
}

function liftStamps(line: string): Lifted {
  const stamps = [...line.matchAll(STAMP)];
  const pieces: string[] = [];
  const times: { offset: number; time: string }[] = [];
  let length = 0;
  let from = 0;
  for (const [i, stamp] of [...stamps, null].entries()) {
    const piece = line.slice(from, stamp?.index);
    const inner = trimmed(piece, i > 0, stamp !== null);
    const parted = length > 0 && /^\s/u.test(piece);
    const together = length > 0 && /^[\p{L}\p{M}\p{N}]/u.test(inner);
    const kept = inner === '' ? '' : `${parted || together ? ' ' : ''}${inner}`;
    pieces.push(kept);
    length += kept.length;
    if (stamp) {
      times.push({ offset: length, time: stamp[1] ?? '' });
      from = stamp.index + stamp[0].length;
    }
  }
  return { rest: pieces.join(''), times };
}

function trimmed(piece: string, atStart: boolean, atEnd: boolean): string {
  const end = atEnd ? piece.trimEnd() : piece;
  return atStart ? end.trimStart() : end;
}
