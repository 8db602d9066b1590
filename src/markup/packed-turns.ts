import type { Turn } from '../domain/text/turns.ts';
import { itemAt, placing } from './placing.ts';

/** Where a turn and its speech begin, and the place of its speaker and role among the voices. */
type PackedTurn = readonly [start: number, body: number, voice: number];

/** The turns of a text: each ends where the next begins. */
export interface PackedTurns {
  readonly end: number;
  readonly voices: readonly Pick<Turn, 'speaker' | 'role'>[];
  readonly turns: readonly PackedTurn[];
}

/** Without the times of the recording, which the page has no use for. */
export function packTurns(turns: readonly Turn[]): PackedTurns {
  const voices = placing<string>();
  const packed = turns.map(({ start, body, speaker, role }): PackedTurn => [
    start,
    body,
    voices.placeOf(JSON.stringify({ speaker, role })),
  ]);
  return {
    end: turns.at(-1)?.end ?? 0,
    voices: voices.ids.map((voice) => JSON.parse(voice) as PackedTurns['voices'][number]),
    turns: packed,
  };
}

export const unpackTurns = ({ end, voices, turns }: PackedTurns): Turn[] =>
  turns.map(([start, body, voice], i) => ({
    start,
    end: turns[i + 1]?.[0] ?? end,
    body,
    ...itemAt(voices, voice),
  }));
