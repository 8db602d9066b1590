import { clockOf } from '../../domain/cases/duration.ts';
import type { InterviewTable } from '../../domain/cases/interview-table.ts';
import type { Language } from '../../domain/project/records.ts';
import { writeCsv } from '../csv.ts';

const COLUMNS = ['title', 'cases', 'duration', 'words', 'pages', 'date', 'place'] as const;

export type InterviewWords = Readonly<Record<(typeof COLUMNS)[number] | 'total', string>>;

/**
 * The interview table with its sums as the last row: durations as h:mm:ss and days as ISO dates,
 * which spreadsheets read as such.
 */
export function writeInterviewsCsv(
  { rows, totals }: InterviewTable,
  words: InterviewWords,
  language: Language,
): string {
  const { seconds, dates, places } = totals;
  const range = dates && [...new Set([dates.first, dates.last])].join('–');
  return writeCsv(
    [
      COLUMNS.map((column) => words[column]),
      ...rows.map(({ title, cases, seconds, words, pages, date, place }) => [
        title,
        cases.map(({ name }) => name).join(', '),
        seconds === null ? null : clockOf(seconds),
        words,
        pages,
        date,
        place,
      ]),
      [
        words.total,
        totals.cases,
        seconds.known === 0 ? null : clockOf(seconds.sum),
        totals.words.sum,
        totals.pages.known === 0 ? null : totals.pages.sum,
        range,
        places.map(({ place }) => place).join(', '),
      ],
    ],
    language,
  );
}
