import { Rejection } from '../../domain/rejection.ts';
import { canonicalText } from '../../domain/text/canonical-text.ts';
import { splitTurns, type Turn } from '../../domain/text/turns.ts';
import { blocksInText } from './blocks-in-text.ts';
import { withoutTabs } from './bold-name.ts';
import { withoutChatStamps } from './chat-lines.ts';
import { transcriptOfCaptions } from './cues.ts';
import { warning, type ParsedTranscript } from './format.ts';
import { headedTurns } from './headed-turns.ts';
import { withColonLabels } from './label-layouts.ts';
import { isOnlyNotes, meetingTranscript } from './meeting-transcript.ts';
import { withoutSpokenTimes } from './spoken-times.ts';
import { joinNamesAndTimes, liftTimestamps, type Timestamp } from './timestamps.ts';

/**
 * The transcript that a running text holds: as a meeting's service laid it out, else as people write
 * one.
 *
 * @throws Rejection `file-only-notes` {file} for notes of a meeting without what was said
 */
export function transcriptOfText(file: string, decoded: string): ParsedTranscript {
  const text = withoutSpokenTimes(canonicalText(decoded));
  if (isOnlyNotes(text)) throw new Rejection('invalid', 'file-only-notes', { file });
  const meeting = meetingTranscript(text);
  if (meeting) {
    const { warnings, ...spoken } = transcriptOfCaptions(file, meeting.captions);
    return {
      ...spoken,
      warnings: [...(meeting.hasNotes ? [warning('notes-left-out')] : []), ...warnings],
    };
  }
  const captions = blocksInText(text);
  return captions ? transcriptOfCaptions(file, captions) : writtenTranscript(text);
}

/** The line that a service puts above or below what it transcribed. */
const CREDIT = /^Transcribed by https?:\/\/otter\.ai\/?[^\S\n]*$/gim;
/** `[0:03](#t=3.2)`, as oTranscribe writes in Markdown. */
const LINKED_TIME = /\[((?:\d{1,2}:)?\d{1,2}:\d{2})\]\(#t=[\d.]{1,20}\)/g;
/** `**Anna:** Hello`, as Markdown has it. */
const STRONG_LABEL = /^([^\S\n]*)(\*{1,2}|_{1,2})([^*_\n]{1,60}?)(?::\2|\2:)(?=\s)/gm;

const withPlainLabels = (text: string): string =>
  /[*_]/.test(text) ? text.replace(STRONG_LABEL, '$1$3:') : text;

/**
 * A text without the times that stand in it. A time belongs to the turn it opens, before or behind
 * the label. One at the end of a turn tells when that turn was over, so the next begins there.
 */
function writtenTranscript(written: string): ParsedTranscript {
  const spoken = withPlainLabels(
    withoutChatStamps(written.replace(CREDIT, '').replace(LINKED_TIME, '[$1]')),
  );
  const plain = withoutTabs(spoken);
  const headed = headedTurns(plain);
  if (headed) return { text: plain, turns: headed, warnings: [] };
  const labelled = withoutTabs(withColonLabels(spoken));
  const { text, timestamps } = liftTimestamps(joinNamesAndTimes(labelled));
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
