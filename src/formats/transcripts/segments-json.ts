import { Rejection } from '../../domain/rejection.ts';
import { decodeText } from '../decode-text.ts';
import { secondsOf } from './caption-blocks.ts';
import { transcriptOfCaptions, type Caption } from './cues.ts';
import type { TranscriptFormat } from './format.ts';

/** What the refusal of another file names. */
const EXPECTED =
  '{"segments":[{"start":0,"text":"…"}]}, {"transcription":[…]}, [{"speaker":"…","start":0,"text":"…"}]';

/**
 * Segments as recognisers of speech write them: Whisper, faster-whisper and WhisperX (`segments`),
 * whisper.cpp (`transcription`), Transformers (`chunks`, `speakers`), AssemblyAI and Deepgram
 * (`utterances`), DOTE (`lines`), Teams (`entries`), Azure, AWS, Google, Gladia; lists of single words
 * (ElevenLabs, Speechmatics); a bare list of `{ speaker, start, text }`, and a bare `text`.
 */
export const segmentsJson: TranscriptFormat = {
  id: 'json',
  extensions: ['json'],
  kinds: [null],
  parse(fileName, bytes) {
    const captions = captionsIn(parsed(decodeText(fileName, bytes)));
    if (!captions)
      throw new Rejection('invalid', 'json-unknown', { file: fileName, expected: EXPECTED });
    return transcriptOfCaptions(fileName, captions);
  },
};

type Json = Readonly<Record<string, unknown>>;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The file's own property, so that a file cannot reach what all objects have. */
const own = (record: Json, key: string): unknown =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** Where a file's segments stand. */
const PLACES: readonly (readonly (string | number)[])[] = [
  ['segments'],
  ['transcription'],
  ['speakers'],
  ['chunks'],
  ['lines'],
  ['entries'],
  ['results', 'utterances'],
  ['result', 'transcription', 'utterances'],
  ['utterances'],
  ['recognizedPhrases'],
  ['results', 'audio_segments'],
  ['results', 'items'],
  ['results', 'channels', 0, 'alternatives', 0, 'words'],
  ['results'],
  ['words'],
];

const at = (place: unknown, key: string | number): unknown =>
  typeof key === 'string'
    ? isRecord(place) && own(place, key)
    : Array.isArray(place) && (place as readonly unknown[])[key];

/** Null for a file that has nothing of the kind. */
function captionsIn(file: unknown): readonly Caption[] | null {
  if (Array.isArray(file)) return all(file, 1);
  const lists = PLACES.flatMap((path) => {
    const list = path.reduce(at, file);
    return Array.isArray(list) ? [{ list, path }] : [];
  });
  const found = lists.find(({ list }) => list.length > 0) ?? lists[0];
  if (found) {
    const { list, path } = found;
    return all(list, path[0] === 'utterances' && inMilliseconds(list) ? 1_000 : 1);
  }
  const text = isRecord(file) ? own(file, 'text') : null;
  if (typeof text !== 'string') return null;
  return [{ start: null, end: null, speaker: null, lines: text.split(/\r?\n/) }];
}

function all(list: readonly unknown[], perSecond: number): Caption[] | null {
  const captions: Caption[] = [];
  for (const segment of list) {
    const caption = captionOf(segment, perSecond);
    if (!caption) return null;
    const kind = isRecord(segment) ? own(segment, 'type') : undefined;
    const before = captions.at(-1);
    // Where each word stands alone, so do the signs behind it.
    if (kind === 'punctuation' && before)
      captions.splice(-1, 1, {
        ...before,
        lines: [before.lines.join(' ') + caption.lines.join('')],
      });
    else if (kind !== 'spacing') captions.push(caption);
  }
  return captions;
}

/** AssemblyAI's numbers are whole; seconds have fractions. */
const inMilliseconds = (list: readonly unknown[]): boolean =>
  list.every((one) => isRecord(one) && Number.isInteger(own(one, 'end')));

/** What the services call it; of a word that stands twice, the form with its capital and its sign. */
const TEXT = [
  ...['text', 'transcript', 'transcription', 'punctuated_word', 'word', 'content', 'display'],
];
const START = ['start', 'start_time', 'startTime', 'startOffset', 'offset'];
const END = ['end', 'end_time', 'endTime', 'endOffset'];
const SPEAKER = [
  ...['speaker', 'speaker_id', 'speaker_label', 'speaker_name', 'speakerDesignation'],
  ...['speakerDisplayName', 'speakerName'],
];

/** The first of the fields that a segment has. */
const first = (segment: Json, names: readonly string[]): unknown =>
  own(segment, names.find((name) => own(segment, name) !== undefined) ?? '');

function captionOf(segment: unknown, perSecond: number): Caption | null {
  const fields = Array.isArray(segment) ? fieldsOf(segment) : withBest(segment);
  if (!isRecord(fields)) return null;
  const text = first(fields, TEXT);
  // Where nothing was heard some write null.
  if (typeof text !== 'string' && text !== null) return null;
  const lines = text === null ? [] : text.split(/\r?\n/);
  return { ...timesOf(fields, perSecond), speaker: speakerOf(first(fields, SPEAKER)), lines };
}

/** A segment that tells what it may have been holds the likeliest first. */
function withBest(segment: unknown): unknown {
  if (!isRecord(segment)) return segment;
  const guesses = own(segment, 'alternatives') ?? own(segment, 'nBest');
  const best: unknown = Array.isArray(guesses) ? guesses[0] : undefined;
  return isRecord(best) ? { ...best, ...segment } : segment;
}

/** faster-whisper's segments written as tuples: number, place, start, end, text. */
function fieldsOf([, , start, end, text]: readonly unknown[]): Json {
  return { start, end, text };
}

/** Numbers are seconds, in whisper.cpp's `offsets` milliseconds. */
function timesOf(segment: Json, perSecond: number): Pick<Caption, 'start' | 'end'> {
  const offsets = own(segment, 'offsets');
  if (isRecord(offsets))
    return {
      start: asSeconds(own(offsets, 'from'), 1_000),
      end: asSeconds(own(offsets, 'to'), 1_000),
    };
  const times = own(segment, 'timestamps');
  if (isRecord(times))
    return { start: asSeconds(own(times, 'from')), end: asSeconds(own(times, 'to')) };
  const pair = own(segment, 'timestamp');
  if (Array.isArray(pair)) return { start: asSeconds(pair[0]), end: asSeconds(pair[1]) };
  return {
    start: asSeconds(first(segment, START), perSecond),
    end: asSeconds(first(segment, END), perSecond),
  };
}

/** `PT1M2.5S` */
const ISO_DURATION = /^PT(?:(\d{1,4})H)?(?:(\d{1,4})M)?(?:(\d{1,6}(?:\.\d{1,3})?)\d*S)?$/;

function asSeconds(value: unknown, perSecond = 1): number | null {
  if (typeof value === 'string' && value.includes(':')) return secondsOf(value);
  const iso = typeof value === 'string' ? ISO_DURATION.exec(value) : null;
  if (iso) return Number(iso[1] ?? 0) * 3_600 + Number(iso[2] ?? 0) * 60 + Number(iso[3] ?? 0);
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number) || number < 0) return null;
  return Math.round((number * 1_000) / perSecond) / 1_000;
}

/** A bare number is no name: `Speaker 1`. */
function speakerOf(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return `Speaker ${value}`;
  if (typeof value !== 'string') return null;
  const name = value.trim();
  return /^\d{1,3}$/.test(name) ? `Speaker ${name}` : name || null;
}
