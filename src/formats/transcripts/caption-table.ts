import { Rejection } from '../../domain/rejection.ts';
import { csvTable } from '../csv-table.ts';
import { decodeText } from '../decode-text.ts';
import { transcriptOfCaptions, type Caption } from './cues.ts';
import type { TranscriptFormat } from './format.ts';
import { secondsOf } from './caption-blocks.ts';

/** What recognisers of speech call their columns. */
const COLUMNS = {
  start: /^(?:start|begin|from|alku|alkaa)(?:[ _-]?(?:time|timestamp|ms))?$/i,
  end: /^(?:end|stop|to|loppu|päättyy)(?:[ _-]?(?:time|timestamp|ms))?$/i,
  speaker: /^(?:speaker|speaker[ _-]?(?:name|label|id)|puhuja|talare)$/i,
  text: /^(?:text|transcription|transcript|content|speech|teksti|puhe|litterointi)$/i,
} as const;
type Column = keyof typeof COLUMNS;
const NAMES = Object.keys(COLUMNS) as Column[];

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
    const places = (header: readonly string[]): Map<Column, number> =>
      new Map(
        NAMES.map((name) => [name, placeOf(header, name)] as const).filter(([, at]) => at >= 0),
      );
    const text = decodeText(file, bytes);
    const [header = [], ...rows] = csvTable(text, (first) => places(first).size).records;
    const columns = places(header);
    if (!columns.has('text') || !columns.has('start'))
      throw new Rejection('invalid', 'file-table', { file });
    return transcriptOfCaptions(file, captionsOf(rows, columns));
  },
};

const placeOf = (header: readonly string[], name: Column): number =>
  header.findIndex((cell) => COLUMNS[name].test(cell.trim()));

function captionsOf(
  rows: readonly (readonly string[])[],
  columns: ReadonlyMap<Column, number>,
): Caption[] {
  const cell = (row: readonly string[], name: Column): string =>
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
