import { cellText, type Cell } from '../../domain/cases/table.ts';

type Record = readonly Cell[];

export interface Header {
  readonly names: Record;
  /** How many records there are before the first answer. */
  readonly length: number;
  /** The places of what stands above the headings, a title. */
  readonly above: readonly number[];
}

/** Titles and dates stand above a table, not below one another without end. */
const MOST_ABOVE = 5;
/** `Response`, `Open-Ended Response`: what SurveyMonkey writes below a question with one answer. */
const ONLY_ANSWER =
  /^(?:(?:open-ended )?response|(?:avoin )?vastaus|(?:öppet )?svar|(?:offene )?antwort)$/i;
const IMPORT_ID = /^\{"ImportId":/;

/**
 * The names of a table's columns: its first record, or below a title the first that has several
 * cells. Qualtrics writes the questions into a second and its own ids into a third record,
 * SurveyMonkey the parts of a question into a second.
 */
export function headerOf(records: readonly Record[]): Header {
  const above = aboveHeader(records);
  const at = records.findIndex((record, i) => !above.includes(i) && filledIn(record) > 0);
  const [first = [], second = [], third = []] = records.slice(Math.max(0, at));
  const header = (names: Record, rows: number): Header => ({ names, length: at + rows, above });
  if (third.length > 1 && third.every((cell) => IMPORT_ID.test(cellText(cell))))
    return header(merged(first, second), 3);
  return hasParts(first, second, third) ? header(withParts(first, second), 2) : header(first, 1);
}

const filledIn = (record: Record): number => record.filter((cell) => cellText(cell) !== '').length;

/** Records of one cell above one of three or more. */
function aboveHeader(records: readonly Record[]): number[] {
  const header = records.findIndex((record) => filledIn(record) > 1);
  if (header < 0 || header > MOST_ABOVE || filledIn(records[header] ?? []) < 3) return [];
  return records.slice(0, header).flatMap((record, i) => (filledIn(record) > 0 ? [i] : []));
}

const merged = (codes: Record, questions: Record): Cell[] =>
  codes.map((code, i) => (cellText(questions[i]) === '' ? code : (questions[i] ?? null)));

/**
 * Whether a second record names parts: it has nothing below what tells who answered, something below
 * what has no name, or below everything else what says that there is one answer.
 */
function hasParts(first: Record, second: Record, third: Record): boolean {
  const isBlank = (record: Record, i: number): boolean => cellText(record[i]) === '';
  const respondent = [0, 1].every((i) => !isBlank(first, i) && isBlank(second, i));
  if (!respondent || isBlank(third, 0)) return false;
  const parts = second.flatMap((cell, i) => (cellText(cell) === '' ? [] : [i]));
  return parts.some((i) => isBlank(first, i) || ONLY_ANSWER.test(cellText(second[i])));
}

/** A question that has several columns is written above the first of them. */
function withParts(questions: Record, parts: Record): string[] {
  let question = '';
  return Array.from({ length: Math.max(questions.length, parts.length) }, (_, i) => {
    question = cellText(questions[i]) || question;
    const part = cellText(parts[i]);
    return part === '' || ONLY_ANSWER.test(part) ? question : `${question} – ${part}`;
  });
}
