import { caseKey } from '../project/named-cases.ts';
import { attributesInOrder, type Project } from '../project/project.ts';
import type { Attribute } from '../project/records.ts';
import type { AttributeId } from '../ids.ts';
import { newChoice, readDate, readNumber } from './attribute-value.ts';
import { isEffortName, proposedMeasure } from './proposed-measure.ts';
import { cellText, type Cell, type Table } from './table.ts';

/** An attribute a column becomes; a measure whose scale or direction nobody told has none. */
export type ColumnAttribute = Pick<Attribute, 'kind' | 'measure'>;

/** What becomes of a column of a table. */
export type ColumnUse =
  /** Who a row is about. */
  | { readonly as: 'case' }
  /** An open question of a survey. */
  | { readonly as: 'question' }
  | { readonly as: 'skip' }
  | { readonly as: 'known'; readonly attributeId: AttributeId }
  | ({ readonly as: 'new' } & ColumnAttribute);

/** What the columns of a table seem to be, by what they hold and what the project has. */
export function proposedUses(
  project: Project,
  table: Table,
  purpose: 'values' | 'survey',
): ColumnUse[] {
  const cells = table.columns.map((_, i) => table.rows.map((row) => row.cells[i] ?? null));
  const ofCases = caseColumn(project, table.columns, cells, purpose);
  const known = attributesInOrder(project);
  return table.columns.map((name, i): ColumnUse => {
    const own = cells[i] ?? [];
    if (i === ofCases) return { as: 'case' };
    if (own.every((cell) => cellText(cell) === '')) return { as: 'skip' };
    const same = known.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (same) return { as: 'known', attributeId: same.id };
    if (purpose === 'survey' && isOpenQuestion(own)) return { as: 'question' };
    if (purpose === 'survey' && isTimestamp(own)) return { as: 'skip' };
    return { as: 'new', ...proposedAttribute(name, own) };
  });
}

const CASE_NAMES =
  /^(?:id|nro|no|nr|koodi|code|kod|tunnus|tunniste|case|haastateltava|haastateltavan (?:tunnus|koodi)|vastaaja(?:n? ?(?:id|tunnus|numero))?|vastaajatunnus|respondent(?: ?id)?|interviewee|participant|intervjuperson|deltagare|response ?id|nimi|name|namn)$/i;

/** The column that names the cases of the project, else one called so, else (not of a survey) the first. */
function caseColumn(
  project: Project,
  columns: readonly string[],
  cells: readonly (readonly Cell[])[],
  purpose: 'values' | 'survey',
): number {
  const names = new Set([...project.cases.values()].map(({ name }) => caseKey(name)));
  const hits = cells.map((own) => own.filter((cell) => names.has(caseKey(cellText(cell)))).length);
  const most = Math.max(0, ...hits);
  if (most > 0) return hits.indexOf(most);
  const called = columns.findIndex(
    (name, i) => CASE_NAMES.test(name) && areMostlyDistinct(cells[i] ?? []),
  );
  return called < 0 && purpose === 'values' ? 0 : called;
}

/** A name that comes twice is a slip; one that comes again and again is no respondent's. */
const areMostlyDistinct = (cells: readonly Cell[]): boolean => {
  const given = filled(cells);
  return new Set(given.map((text) => text.toLowerCase())).size > given.length / 2;
};

const filled = (cells: readonly Cell[]): string[] =>
  cells.map((cell) => cellText(cell)).filter((text) => text !== '');

/** Answers in words: of several words, and not the same few over and over. */
function isOpenQuestion(cells: readonly Cell[]): boolean {
  const answers = filled(cells);
  const words = answers.reduce((sum, text) => sum + text.split(/\s+/).length, 0);
  const distinct = new Set(answers).size;
  return (
    answers.length > 0 &&
    words / answers.length >= 3.5 &&
    (distinct > answers.length / 2 || words / answers.length > 12)
  );
}

/** When a form was sent, which is no answer. */
const isTimestamp = (cells: readonly Cell[]): boolean => {
  const given = filled(cells);
  return given.every(
    (text) => readDate(text) !== null && /\d[.:]\d{2}[.:]\d{2}/.test(text.slice(8)),
  );
};

/** So many different values are still a list to choose from. */
const MOST_CHOICES = 30;
const LONGEST_CHOICE = 60;

/** The kind whose values all the cells are; a choice where few values come again and again. */
export function proposedAttribute(name: string, cells: readonly Cell[]): ColumnAttribute {
  const given = filled(cells);
  const measure = proposedMeasure(name, cells);
  if (measure || isEffortName(name, cells)) return { kind: 'measure', measure };
  if (given.length > 0 && given.every(isPlainNumber)) return { kind: 'number', measure: null };
  if (given.length > 0 && given.every((text) => readDate(text) !== null))
    return { kind: 'date', measure: null };
  const distinct = new Set(given.map((text) => text.toLowerCase())).size;
  const isShort = given.every((text) => text.length <= LONGEST_CHOICE);
  const comesAgain = distinct <= Math.max(2, given.length / 2);
  return distinct > 0 && distinct <= MOST_CHOICES && isShort && comesAgain && given.length > 2
    ? { kind: 'choice', measure: null }
    : { kind: 'text', measure: null };
}

/** A number that begins with a zero is a code, of a post office or a phone. */
const isPlainNumber = (text: string): boolean => readNumber(text) !== null && !/^0\d/.test(text);

/** The choices a column brings, in the order it names them. */
export function choicesIn(cells: readonly Cell[]): string[] {
  const choices = new Map<string, string>();
  for (const text of filled(cells)) {
    const choice = newChoice(text);
    if (choice !== null && !choices.has(choice.toLowerCase()))
      choices.set(choice.toLowerCase(), choice);
  }
  return [...choices.values()];
}
