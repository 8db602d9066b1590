import type { ReportModel } from '../../domain/reports/report-model.ts';
import type { ReportQuote } from '../../domain/reports/report-quote.ts';
import { writeCsv } from '../csv.ts';
import type { ReportWords } from './report-format.ts';

const COLUMNS = [
  'label',
  'theme',
  'case',
  'transcript',
  'turn',
  'question',
  'quote',
  'types',
  'reduction',
  'memo',
  'stance',
  'deviant',
  'explanation',
  'coder',
  'start',
  'end',
  'printed',
] as const;

interface Heading {
  readonly label: string | null;
  readonly name: string | null;
}

/**
 * One row per theme and excerpt, in the order of the report; what has no theme comes last, with
 * the theme's cells empty. Start and end are code points, empty where the texts were not at hand.
 */
export const writeReportCsv = (model: ReportModel, words: ReportWords): string =>
  writeCsv(quoteRows(model, words), model.language);

/** The rows of that table, the first one with the names of its columns. */
export function quoteRows(model: ReportModel, words: ReportWords): (string | number | null)[][] {
  const word = (key: string): string => words(`report.csv.${key}`);
  const none: Heading = { label: null, name: null };
  return [
    COLUMNS.map(word),
    ...model.sections.flatMap((section) =>
      section.quotes.map((quote) => cells(section, quote, word)),
    ),
    ...model.withoutTheme.map((quote) => cells(none, quote, word)),
  ];
}

const cells = (
  { label, name }: Heading,
  quote: ReportQuote,
  word: (key: string) => string,
): (string | number | null)[] => [
  label,
  name,
  quote.caseName,
  quote.transcriptTitle,
  quote.turn,
  quote.question,
  quote.quote,
  quote.types.join('; '),
  quote.reduction,
  quote.memo,
  quote.stance && word(quote.stance),
  word(quote.deviant ? 'yes' : 'no'),
  quote.deviantReason,
  quote.coderName,
  quote.codePoints?.start ?? null,
  quote.codePoints?.end ?? null,
  quote.printed,
];
