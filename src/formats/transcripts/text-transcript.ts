import { canonicalText } from '../../domain/text/canonical-text.ts';
import { splitTurns, type Turn } from '../../domain/text/turns.ts';
import { warning, type ParsedTranscript } from './format.ts';
import { joinNamesAndTimes, liftTimestamps, type Timestamp } from './timestamps.ts';

/** The line that a service puts above or below what it transcribed. */
const CREDIT = /^Transcribed by https?:\/\/otter\.ai\/?[^\S\n]*$/gim;

/**
 * The transcript that a running text holds, without the times that stand in it. A time belongs to
 * the turn it opens, before or behind the label. One at the end of a turn tells when that turn was
 * over, so the next begins there.
 */
export function transcriptOfText(decoded: string): ParsedTranscript {
  const spoken = canonicalText(decoded).replace(CREDIT, '');
  const { text, timestamps } = liftTimestamps(joinNamesAndTimes(spoken));
  const turns = withTimes(text, splitTurns(text), timestamps);
  const nobodyNamed = turns.every((turn) => turn.speaker === null);
  return { text, turns, warnings: nobodyNamed ? [warning('no-speakers')] : [] };
}

function withTimes(text: string, turns: readonly Turn[], times: readonly Timestamp[]): Turn[] {
  let next = 0;
  return turns.map((turn, i) => {
    while ((times[next]?.position ?? Infinity) <= turn.body) next++;
    const time = times[next - 1];
    const isOpening =
      time !== undefined &&
      time.position >= (turns[i - 1]?.body ?? 0) &&
      text.slice(time.position, turn.start).trim() === '';
    return isOpening && turn.at === undefined ? { ...turn, at: time.at } : turn;
  });
}
