import { Rejection } from '../../domain/rejection.ts';
import {
  captionColumns,
  holdsCaptions,
  type CaptionColumn,
} from '../../domain/text/caption-columns.ts';
import { csvTable } from '../csv-table.ts';
import { decodeText } from '../decode-text.ts';
import { transcriptOfCaptions, type Caption } from './cues.ts';
import type { TranscriptFormat } from './format.ts';
import { secondsOf } from './caption-blocks.ts';

/**
 * A table with a row for each stretch of speech, as Whisper, Aalto's Speech2Text and others write it:
 * the words, when they begin and, perhaps, when they end and who speaks. Other tables hold answers or
 * attributes, which are taken in elsewhere: it takes saying what is in them.
 */
export const captionTable: TranscriptFormat = {
  id: 'csv',
  extensions: ['csv', 'tsv'],
  kinds: [null],
  parse(file, bytes) {
    const text = decodeText(file, bytes);
    const countKnown = (first: readonly string[]): number => captionColumns(first).size;
    const [header = [], ...rows] = csvTable(text, countKnown).records;
    const columns = captionColumns(header);
    if (!holdsCaptions(columns)) throw new Rejection('invalid', 'file-table', { file });
    return transcriptOfCaptions(file, captionsOf(rows, columns));
  },
};

function captionsOf(
  rows: readonly (readonly string[])[],
  columns: ReadonlyMap<CaptionColumn, number>,
): Caption[] {
  const cell = (row: readonly string[], name: CaptionColumn): string =>
    row[columns.get(name) ?? -1]?.trim() ?? '';
  const perSecond = inMilliseconds(rows.map((row) => cell(row, 'end'))) ? 1_000 : 1;
  return rows.map((row) => ({
    start: timeIn(cell(row, 'start'), perSecond),
    end: timeIn(cell(row, 'end'), perSecond),
    speaker: cell(row, 'speaker') || null,
    lines: [cell(row, 'text')],
  }));
}

/** Whisper's own table has whole numbers; seconds have fractions. */
const inMilliseconds = (times: readonly string[]): boolean =>
  times.every((time) => /^\d*$/.test(time)) && times.some((time) => time.length >= 4);

function timeIn(cell: string, perSecond: number): number | null {
  if (cell.includes(':')) return secondsOf(cell);
  const number = cell === '' ? NaN : Number(cell.replace(',', '.'));
  return number >= 0 ? Math.round((number * 1_000) / perSecond) / 1_000 : null;
}
