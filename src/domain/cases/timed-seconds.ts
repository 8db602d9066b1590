import type { Turn } from '../text/turns.ts';

/** About 130 words a minute: what people say in interviews, pauses included. */
const CHARACTERS_PER_SECOND = 14;

/**
 * How long a recording is by the times of its turns, in whole seconds; null where fewer than two
 * turns have one. Turns tell when they begin: how long the last one takes is reckoned from its length
 * at the pace of speech.
 */
export function timedSeconds(turns: readonly Turn[]): number | null {
  const timed = turns.filter((turn) => turn.at !== undefined);
  const first = timed[0];
  const last = timed.reduce<Turn | undefined>(
    (latest, turn) => ((turn.at ?? 0) >= (latest?.at ?? 0) ? turn : latest),
    first,
  );
  if (!first || !last || first === last) return null;
  return Math.round((last.at ?? 0) + (last.end - last.body) / CHARACTERS_PER_SECOND);
}
