import { Rejection } from '../../domain/rejection.ts';
import { canonicalText } from '../../domain/text/canonical-text.ts';
import { withoutDirectionMarks } from '../../domain/text/direction-marks.ts';
import { rolesOf } from '../../domain/text/speakers.ts';
import type { Turn } from '../../domain/text/turns.ts';
import { namedCues } from './cue-speakers.ts';
import { warning, type ParsedTranscript } from './format.ts';

/** What a file of subtitles, captions or segments says between two moments. */
export interface Caption {
  /** Seconds from the start of the recording; null where the file does not tell, or tells nonsense. */
  readonly start: number | null;
  readonly end: number | null;
  /** By the format's own means; null leaves it to the words, `Anna: Hello`. */
  readonly speaker: string | null;
  readonly lines: readonly string[];
}

/** What one speaker says from a moment on. */
export interface Cue {
  readonly start: number | null;
  readonly end: number | null;
  readonly speaker: string | null;
  readonly speech: string;
  /** Somebody else than before begins here, named or not. */
  readonly changes: boolean;
}

/**
 * The transcript that captions make, `Speaker: speech` with a blank line between turns. Captions of
 * one speaker that follow each other are one turn, from the start of the first, and a long one has
 * paragraphs. What nobody is named for is divided into turns where the speaker pauses, and where a
 * turn grows long, see `endsParagraph`.
 *
 * @throws Rejection `file-no-cues` {file} where nothing is said.
 */
export function transcriptOfCaptions(file: string, captions: readonly Caption[]): ParsedTranscript {
  const cues = namedCues(captions).flatMap((cue): Cue[] => {
    const speech = cleanSpeech(cue.speech);
    return speech === '' ? [] : [{ ...cue, speech, speaker: cleanName(cue.speaker) }];
  });
  if (cues.length === 0) throw new Rejection('invalid', 'file-no-cues', { file });
  return { ...layOut(stretchesOf(cues)), ...endOf(cues) };
}

/** When the last words end; nothing where a file does not tell, or ends before it begins. */
function endOf(cues: readonly Cue[]): Pick<ParsedTranscript, 'endsAt'> {
  const latest = (moments: readonly (number | null)[]): number =>
    moments.reduce<number>((most, moment) => Math.max(most, moment ?? 0), 0);
  const endsAt = latest(cues.map(({ end }) => end));
  return endsAt > latest(cues.map(({ start }) => start)) ? { endsAt } : {};
}

/** One line, canonical; nothing else of what was said changes. */
const cleanSpeech = (speech: string): string => canonicalText(speech).replace(/\s+/gu, ' ').trim();

const LONGEST_NAME = 80;

function cleanName(name: string | null): string | null {
  const line = cleanSpeech(withoutDirectionMarks(name ?? '')).replace(/[\s:]+$/, '');
  return [...line].slice(0, LONGEST_NAME).join('').trim() || null;
}

interface Stretch {
  readonly speaker: string | null;
  readonly at: number | null;
  /** Each of one or more pieces of speech. */
  readonly paragraphs: string[][];
}

/** Seconds of silence after which, where nobody is named, a new paragraph begins. */
const PAUSE = 2;
/** Characters after which a paragraph ends with the next sentence, and without waiting for one. */
const LONG = 800;
const LONGEST = 1_600;
const SENTENCE_END = /[.!?…。！？]["'”’»)\]]*$/u;

/** Whether a paragraph of `length` characters is over where `last` was said and `pause` follows. */
const endsParagraph = (length: number, last: string, pause: number): boolean =>
  pause >= PAUSE || length >= LONGEST || (length >= LONG && SENTENCE_END.test(last));

function stretchesOf(cues: readonly Cue[]): Stretch[] {
  const stretches: Stretch[] = [];
  let length = 0;
  let before: Cue | undefined;
  for (const cue of cues) {
    const stretch = stretches.at(-1);
    const goesOn = before?.speaker === cue.speaker && !(cue.changes && cue.speaker === null);
    const pause = cue.speaker === null ? pauseBetween(before, cue) : 0;
    const isOver = before === undefined || endsParagraph(length, before.speech, pause);
    if (!stretch || !goesOn || (isOver && cue.speaker === null))
      stretches.push({ speaker: cue.speaker, at: cue.start, paragraphs: [[cue.speech]] });
    else if (isOver) stretch.paragraphs.push([cue.speech]);
    else stretch.paragraphs.at(-1)?.push(cue.speech);
    length = (goesOn && !isOver ? length : 0) + cue.speech.length;
    before = cue;
  }
  return stretches;
}

const pauseBetween = (before: Cue | undefined, { start }: Cue): number =>
  start === null ? 0 : start - (before?.end ?? start);

function layOut(stretches: readonly Stretch[]): ParsedTranscript {
  const roles = rolesOf(stretches.flatMap(({ speaker }) => speaker ?? []));
  const written = stretches.map(({ speaker, paragraphs }) => ({
    label: speaker === null ? '' : `${speaker}: `,
    speech: paragraphs.map((pieces) => pieces.join(' ')).join('\n\n'),
  }));
  const text = written.map(({ label, speech }) => label + speech).join('\n\n');
  let start = 0;
  const turns = stretches.map(({ speaker, at }, i): Turn => {
    const { label = '', speech = '' } = written[i] ?? {};
    const body = start + label.length;
    const end = Math.min(text.length, body + speech.length + 2);
    const role = (speaker === null ? null : roles.get(speaker)) ?? 'other';
    const turn = { start, end, body, speaker, role, ...(at === null ? {} : { at }) };
    start = end;
    return turn;
  });
  return { text, turns, warnings: roles.size === 0 ? [warning('no-speakers')] : [] };
}
