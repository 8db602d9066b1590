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
  const voices: PackedTurns['voices'][number][] = [];
  const { placeOf } = placing<string>();
  const packed = turns.map(({ start, body, speaker, role }): PackedTurn => {
    const voice = placeOf(speaker === null ? role : `${role} ${speaker}`);
    if (voice === voices.length) voices.push({ speaker, role });
    return [start, body, voice];
  });
  return { end: turns.at(-1)?.end ?? 0, voices, turns: packed };
}

export const unpackTurns = ({ end, voices, turns }: PackedTurns): Turn[] =>
  turns.map(([start, body, voice], i) => ({
    start,
    end: turns[i + 1]?.[0] ?? end,
    body,
    ...itemAt(voices, voice),
  }));
