import { caseKey } from '../project/named-cases.ts';
import type { Project } from '../project/project.ts';
import { Rejection } from '../rejection.ts';
import type { ColumnUse } from './column-use.ts';
import { caseNameIn } from './plan-values.ts';
import type { Table, TableProblem } from './table.ts';

/** One transcript of each respondent, a turn per question; or of each question, a turn per respondent. */
export const SURVEY_SHAPES = ['respondents', 'questions'] as const;

export interface SurveyPlan {
  /** By column; `case` names the respondents, who are numbered where no column does. */
  readonly uses: readonly ColumnUse[];
  readonly shape: (typeof SURVEY_SHAPES)[number];
  /** Whether the open questions come into the interview guide. */
  readonly guide: boolean;
}

/** The words a survey is written with, in the language of the project. */
export interface SurveyWords {
  /** Who asks, e.g. "Question". */
  readonly interviewer: string;
  /** What numbered respondents are called before their number, e.g. "R". */
  readonly respondent: string;
}

export interface SurveyQuestion {
  readonly column: number;
  readonly text: string;
}

/** @throws Rejection `survey-no-question` where no column is an open question */
export function questionsIn(table: Table, uses: readonly ColumnUse[]): SurveyQuestion[] {
  const questions = table.columns.flatMap((text, column) =>
    uses[column]?.as === 'question' ? [{ column, text }] : [],
  );
  if (questions.length === 0) throw new Rejection('invalid', 'survey-no-question');
  return questions;
}

/**
 * What each respondent is called, no two alike: a second of the same name gets a number, and so does
 * who has none, beyond those the project has.
 *
 * @throws Rejection `case-column-one` where several columns name them
 */
export function respondentNames(
  project: Project,
  table: Table,
  uses: readonly ColumnUse[],
  words: SurveyWords,
  problems: TableProblem[],
): string[] {
  const columns = uses.flatMap(({ as }, i) => (as === 'case' ? [i] : []));
  if (columns.length > 1) throw new Rejection('invalid', 'case-column-one');
  const [column] = columns;
  const taken = new Set<string>();
  const next = numberer(project, words.respondent);
  return table.rows.map(({ row, cells }) => {
    const given = column === undefined ? '' : caseNameIn(cells[column]);
    const name = given === '' ? freeOf(taken, next) : freeLike(taken, given);
    if (name !== given && given !== '')
      problems.push({
        row,
        code: 'survey-respondent-twice',
        details: { name: given, renamed: name },
      });
    taken.add(caseKey(name));
    return name;
  });
}

/** "R8" where the project has seven of them. */
function numberer({ cases }: Project, word: string): () => string {
  let last = 0;
  for (const { name } of cases.values())
    if (name.startsWith(word) && /^\d{1,7}$/.test(name.slice(word.length)))
      last = Math.max(last, Number(name.slice(word.length)));
  return () => `${word}${++last}`;
}

function freeOf(taken: ReadonlySet<string>, next: () => string): string {
  for (;;) {
    const name = next();
    if (!taken.has(caseKey(name))) return name;
  }
}

function freeLike(taken: ReadonlySet<string>, given: string): string {
  for (let n = 1; ; n++) {
    const name = n === 1 ? given : `${given} (${n})`;
    if (!taken.has(caseKey(name))) return name;
  }
}
