import type { Turn } from '../text/turns.ts';

/**
 * How long a recording is by the times of its turns, in whole seconds; null where fewer than two
 * turns have one. Turns tell when they begin: how long the last one takes is reckoned from how many
 * characters a second were spoken before it.
 */
export function timedSeconds(turns: readonly Turn[]): number | null {
  const timed = turns.filter((turn) => turn.at !== undefined);
  const first = timed[0];
  const last = timed.reduce<Turn | undefined>(
    (latest, turn) => ((turn.at ?? 0) >= (latest?.at ?? 0) ? turn : latest),
    first,
  );
  if (!first || !last || first === last) return null;
  const seconds = last.at ?? 0;
  const before = seconds - (first.at ?? 0);
  const characters = last.start - first.start;
  const rest = characters > 0 ? ((last.end - last.body) * before) / characters : 0;
  return Math.round(seconds + rest);
}
