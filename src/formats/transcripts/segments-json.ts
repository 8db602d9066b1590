import { Rejection } from '../../domain/rejection.ts';
import { decodeText } from '../decode-text.ts';
import { secondsOf } from './caption-blocks.ts';
import { transcriptOfCaptions, type Caption } from './cues.ts';
import type { TranscriptFormat } from './format.ts';

/** What the refusal of another file names. */
const EXPECTED =
  '{"segments":[{"start":0,"text":"…"}]}, {"transcription":[…]}, [{"speaker":"…","start":0,"text":"…"}]';

/**
 * Segments as recognisers of speech write them: Whisper and WhisperX (`segments`), whisper.cpp
 * (`transcription`), and a bare list of `{ speaker, start, text }`.
 */
export const segmentsJson: TranscriptFormat = {
  id: 'json',
  extensions: ['json'],
  kinds: [null],
  parse(fileName, bytes) {
    const segments = listIn(parsed(decodeText(fileName, bytes)));
    const captions = segments?.map(captionOf);
    if (!captions?.every((one) => one !== null))
      throw new Rejection('invalid', 'json-unknown', { file: fileName, expected: EXPECTED });
    return transcriptOfCaptions(fileName, captions);
  },
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The file's own property, so that a file cannot reach what all objects have. */
const own = (record: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(record, key) ? record[key] : undefined;

function listIn(file: unknown): readonly unknown[] | null {
  const list: unknown = isRecord(file)
    ? (own(file, 'segments') ?? own(file, 'transcription'))
    : file;
  return Array.isArray(list) ? list : null;
}

function captionOf(segment: unknown): Caption | null {
  if (!isRecord(segment)) return null;
  const text = own(segment, 'text');
  if (typeof text !== 'string') return null;
  const { start, end } = timesOf(segment);
  return { start, end, speaker: speakerOf(own(segment, 'speaker')), lines: text.split(/\r?\n/) };
}

/** Numbers are seconds, in whisper.cpp's `offsets` milliseconds. */
function timesOf(segment: Readonly<Record<string, unknown>>): Pick<Caption, 'start' | 'end'> {
  const offsets = own(segment, 'offsets');
  if (isRecord(offsets))
    return {
      start: asSeconds(own(offsets, 'from'), 1_000),
      end: asSeconds(own(offsets, 'to'), 1_000),
    };
  const times = own(segment, 'timestamps');
  if (isRecord(times))
    return { start: asSeconds(own(times, 'from')), end: asSeconds(own(times, 'to')) };
  return { start: asSeconds(own(segment, 'start')), end: asSeconds(own(segment, 'end')) };
}

function asSeconds(value: unknown, perSecond = 1): number | null {
  if (typeof value === 'string' && value.includes(':')) return secondsOf(value);
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
