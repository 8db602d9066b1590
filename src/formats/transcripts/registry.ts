import { saidIn, withWords, type Said } from '../../domain/guide/said.ts';
import { Rejection } from '../../domain/rejection.ts';
import { wordsSpoken } from '../../domain/text/words-spoken.ts';
import { sniff } from '../sniff.ts';
import { ARCHIVE_EXTENSION } from './archive.ts';
import { captionTable } from './caption-table.ts';
import { doc } from './doc.ts';
import { docx } from './docx.ts';
import { elan } from './elan.ts';
import type { ParsedTranscript, TranscriptFormat } from './format.ts';
import { html } from './html.ts';
import { odt } from './odt.ts';
import { oleRefusal } from './ole-refusal.ts';
import { oTranscribe } from './otranscribe.ts';
import { pdf } from './pdf.ts';
import { plainText } from './plain-text.ts';
import { rtf } from './rtf.ts';
import { subViewer } from './sbv.ts';
import { segmentsJson } from './segments-json.ts';
import { subRip } from './srt.ts';
import { transcriber } from './transcriber.ts';
import { webVtt } from './vtt.ts';

export const TRANSCRIPT_FORMATS: readonly TranscriptFormat[] = [
  plainText,
  docx,
  odt,
  rtf,
  pdf,
  html,
  doc,
  webVtt,
  subRip,
  subViewer,
  segmentsJson,
  captionTable,
  oTranscribe,
  elan,
  transcriber,
];

/** Endings a person may upload, for the file dialogue. */
export const transcriptExtensions = (): string[] => [
  ...TRANSCRIPT_FORMATS.flatMap((format) => format.extensions),
  ARCHIVE_EXTENSION,
];

/** Holds answers or attributes, which are taken in elsewhere: it takes saying what is in them. */
const WORKBOOK = 'xlsx';

/**
 * The format that a file's name says it is.
 *
 * @throws Rejection `file-type` {file, known} for an ending nobody reads, `file-table` for a workbook's
 */
export function formatOf(fileName: string): TranscriptFormat {
  const extension = /\.([\p{L}\p{N}]{1,12})$/u.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const format = TRANSCRIPT_FORMATS.find(({ extensions }) => extensions.includes(extension));
  if (format) return format;
  if (extension === WORKBOOK) throw new Rejection('invalid', 'file-table', { file: fileName });
  throw new Rejection('invalid', 'file-type', {
    file: fileName,
    known: transcriptExtensions()
      .map((known) => `.${known}`)
      .join(', '),
  });
}

/** A transcript with what is counted of it, so that who keeps it need not go over the text again. */
export interface MeasuredTranscript extends ParsedTranscript {
  readonly format: string;
  readonly said: readonly Said[];
  readonly wordCount: number;
}

/** Reads a file by the format its name's ending says, if it begins like one. */
export async function readTranscript(
  fileName: string,
  bytes: Uint8Array,
): Promise<MeasuredTranscript> {
  if (bytes.length === 0) throw new Rejection('invalid', 'file-empty', { file: fileName });
  const format = formatOf(fileName);
  const kind = sniff(bytes);
  if (kind === 'ole') throw oleRefusal(fileName, bytes);
  if (!format.kinds.includes(kind))
    throw kind === null
      ? new Rejection('invalid', 'file-damaged', { file: fileName })
      : new Rejection('invalid', 'file-mismatch', { file: fileName, kind });
  const parsed = await format.parse(fileName, bytes);
  const { text, turns } = parsed;
  return {
    ...parsed,
    format: format.id,
    said: withWords(saidIn(text, turns)),
    wordCount: wordsSpoken(text, turns),
  };
}
