import { Rejection } from '../../domain/rejection.ts';
import { elan } from './elan.ts';
import type { ParsedTranscript, TranscriptFormat } from './format.ts';
import { plainText } from './plain-text.ts';
import { segmentsJson } from './segments-json.ts';
import { subRip } from './srt.ts';
import { transcriber } from './transcriber.ts';
import { webVtt } from './vtt.ts';

export const TRANSCRIPT_FORMATS: readonly TranscriptFormat[] = [
  plainText,
  webVtt,
  subRip,
  segmentsJson,
  elan,
  transcriber,
];

/** Endings a person may upload, for the file dialogue. */
export const transcriptExtensions = (): string[] =>
  TRANSCRIPT_FORMATS.flatMap((format) => format.extensions);

/** Reads a file by the format its name's ending says; an unknown ending is refused by name. */
export async function readTranscript(
  fileName: string,
  bytes: Uint8Array,
): Promise<ParsedTranscript & { readonly format: string }> {
  if (bytes.length === 0) throw new Rejection('invalid', 'file-empty', { file: fileName });
  const extension = /\.([\p{L}\p{N}]{1,12})$/u.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const format = TRANSCRIPT_FORMATS.find(({ extensions }) => extensions.includes(extension));
  if (!format)
    throw new Rejection('invalid', 'file-type', {
      file: fileName,
      known: transcriptExtensions()
        .map((known) => `.${known}`)
        .join(', '),
    });
  return { format: format.id, ...(await format.parse(fileName, bytes)) };
}
