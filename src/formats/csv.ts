import { stringify } from 'csv-stringify/sync';
import type { Language } from '../domain/project/records.ts';

/** What a spreadsheet takes for a formula, after any apostrophes that are there already. */
const FORMULA = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** Text a spreadsheet shows as it is; `unescapeFormula` gives back exactly what was given. */
export const escapeFormula = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

export const unescapeFormula = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;

/** Where the comma is in numbers, spreadsheets expect the semicolon between cells. */
const delimiterIn = (language: Language): string => (language === 'en' ? ',' : ';');

const fraction = (value: number, language: Language): string =>
  language === 'en' ? String(value) : String(value).replace('.', ',');

/**
 * A CSV file as the spreadsheet of that language opens it: byte order mark, its delimiter, CRLF,
 * no formulas, fractions with its sign. Texts are always quoted, so that another delimiter cannot cut
 * them either.
 */
export const writeCsv = (
  rows: readonly (readonly (string | number | null)[])[],
  language: Language,
): string =>
  stringify(
    rows.map((row) => row.map((cell) => (typeof cell === 'string' ? escapeFormula(cell) : cell))),
    {
      bom: true,
      delimiter: delimiterIn(language),
      cast: { number: (value) => fraction(value, language) },
      record_delimiter: 'windows',
      quoted_string: true,
      quoted_empty: false,
    },
  );
