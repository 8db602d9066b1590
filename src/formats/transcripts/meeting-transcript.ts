import type { Caption } from './cues.ts';
import { secondsOf } from './caption-blocks.ts';

/** The part of a meeting's document that was spoken. */
export interface MeetingTranscript {
  readonly captions: readonly Caption[];
  /** The document holds notes or a summary before it. */
  readonly hasNotes: boolean;
}

/** The heading or the title above the transcript, in the languages that Google Meet transcribes. */
const HEADING =
  /^(?:📖\s*\S.{0,60}|(?:.{0,200}[-–—]\s*)?(?:transcript|transkript|transkription|transcription|transcripción|transcrição|trascrizione|transcriptie|litterointi|litteraatti|transkriptio|utskrift|文字起こし|스크립트))$/iu;
const NOTES = /^📝/u;
/** A time alone, every few minutes. */
const TIME = /^\d{2}:\d{2}:\d{2}$/;
/** `Transcription ended after 00:55:19`, whatever its language. */
const END = /^\p{L}[^:\n]{2,60}\s\d{2}:\d{2}:\d{2}(?:\s\p{L}{2,20})?[\s.👋]*$/u;
const SOME_TIME = /\d{2}:\d{2}:\d{2}/;
/** Somebody speaks: nearly all lines open so, whatever the name; others go on with what was said. */
const LABELLED = /^(?<name>[^\s:][^:\n]{0,79}):\s+(?<speech>\S.*)$/u;
const MOST = 0.8;
/** Characters: a line above the transcript that is longer is no title, date or list of names. */
const PROSE = 160;

/**
 * The transcript in a document of Google Meet, be it alone or behind the notes and the summary that
 * Gemini wrote; null for other texts.
 */
export function meetingTranscript(text: string): MeetingTranscript | null {
  if (!SOME_TIME.test(text)) return null;
  const lines = text
    .split('\n')
    .map(withoutMarkdown)
    .filter((line) => line !== '');
  const heading = headingIn(lines);
  const body = spokenLines(lines.slice(heading + 1));
  const isEnded = lines.some((line) => END.test(line));
  const isTimed = body.some((line) => TIME.test(line));
  const speech = body.filter((line) => !TIME.test(line));
  const labelled = speech.filter((line) => LABELLED.test(line));
  const isMeeting = heading < 0 ? isEnded && isTimed : isEnded || isTimed;
  if (!isMeeting || labelled.length === 0 || labelled.length < speech.length * MOST) return null;
  const before = lines.slice(0, Math.max(0, heading));
  return {
    captions: captionsOf(body),
    hasNotes: before.some((line) => NOTES.test(line) || line.length > PROSE),
  };
}

/** Notes of a meeting as Gemini writes them, without what was said. */
export const isOnlyNotes = (text: string): boolean =>
  text.includes('📝') &&
  /^[^\S\n]*📝/mu.test(text) &&
  /\bGemini\b/u.test(text) &&
  meetingTranscript(text) === null;

/** The last heading above the first time; where no time stands alone, the first. */
function headingIn(lines: readonly string[]): number {
  const first = lines.findIndex((line) => TIME.test(line));
  return first < 0
    ? lines.findIndex((line) => HEADING.test(line))
    : lines.slice(0, first).findLastIndex((line) => HEADING.test(line));
}

const withoutMarkdown = (line: string): string =>
  line
    .trim()
    .replace(/^#{1,6}\s+/, '')
    .replace(/\*\*|^\*|\*$/g, '')
    .trim();

/** Without what stands between a heading or an end and the next time or speaker. */
function spokenLines(lines: readonly string[]): string[] {
  let isSpoken = false;
  return lines.filter((line) => {
    if (HEADING.test(line) || END.test(line)) isSpoken = false;
    else isSpoken ||= TIME.test(line) || LABELLED.test(line);
    return isSpoken;
  });
}

/** A time is that of the speaker behind it; the others' is not known. */
function captionsOf(lines: readonly string[]): Caption[] {
  const captions: (Caption & { lines: string[] })[] = [];
  let start: number | null = null;
  for (const line of lines) {
    const { name, speech } = LABELLED.exec(line)?.groups ?? {};
    if (TIME.test(line)) start = secondsOf(line);
    else if (name === undefined || speech === undefined) captions.at(-1)?.lines.push(line);
    else {
      captions.push({ start, end: null, speaker: name, lines: [speech] });
      start = null;
    }
  }
  return captions;
}
