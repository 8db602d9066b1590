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

/**
 * A text without its times, and the times. Out come the stamps of f4 and f5, wherever they stand,
 * and lines that hold nothing but a time, if there are several and the times go up: one alone may be
 * part of what was said. All else stays word for word; a line is left where a time was alone on it.
 */
export function liftTimestamps(text: string): { text: string; timestamps: Timestamp[] } {
  const lines = text.split('\n');
  const timed = areTimed(lines);
  if (!timed && !text.includes('#')) return { text, timestamps: [] };
  const timestamps: Timestamp[] = [];
  let position = 0;
  const lifted = lines.map((line) => {
    const alone = timed ? TIME_LINE.exec(line)?.[1] : undefined;
    const { rest, times } =
      alone === undefined ? liftStamps(line) : { rest: '', times: [{ offset: 0, time: alone }] };
    for (const { offset, time } of times) {
      const at = secondsOf(time.replace('-', '.'));
      if (at !== null) timestamps.push({ position: position + offset, at });
    }
    position += rest.length + 1;
    return rest;
  });
  return { text: lifted.join('\n'), timestamps };
}

function areTimed(lines: readonly string[]): boolean {
  const times = lines.flatMap((line) => {
    const time = line.length > 40 ? undefined : TIME_LINE.exec(line)?.[1];
    return time === undefined ? [] : [secondsOf(time)];
  });
  return times.length > 1 && times.every((at, i) => at !== null && at >= (times[i - 1] ?? 0));
}

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
