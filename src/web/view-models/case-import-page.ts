import {
  DIFFERING_VALUES,
  UNKNOWN_CASES,
  type ValuesChoices,
  type ValuesPlan,
} from '../../domain/cases/plan-values.ts';
import type { Table, TableProblem } from '../../domain/cases/table.ts';
import type { Project } from '../../domain/project/project.ts';
import { valueName } from '../group-name.ts';
import type { Translate } from '../i18n.ts';
import { sheetChoices, type SheetChoice } from './sheet-choice.ts';
import { columnRows, type ColumnRow } from './column-rows.ts';
import type { Formats } from './formats.ts';

export interface CaseImportPage {
  readonly base: string;
  readonly accept: string;
}

export const caseImportPage = (
  project: Project,
  extensions: readonly string[],
): CaseImportPage => ({
  base: `/projects/${project.id}`,
  accept: extensions.map((one) => `.${one}`).join(','),
});

/** A table that was looked at: its columns and what would come of it. */
export interface CaseImportPreview {
  readonly token: string;
  readonly fileName: string;
  readonly size: string;
  readonly sheets: readonly SheetChoice[];
  readonly columns: readonly ColumnRow[];
  readonly unknownCases: readonly Choice[];
  readonly differing: readonly Choice[];
  /** Null where the columns cannot be taken as they are; then `refusal` says why. */
  readonly outcome: Outcome | null;
  readonly refusal: string | null;
}

interface Choice {
  readonly value: string;
  readonly name: string;
  readonly isChosen: boolean;
}

export interface Outcome {
  readonly summary: readonly string[];
  readonly newCases: readonly string[];
  readonly changed: readonly {
    readonly row: number;
    readonly case: string;
    readonly attribute: string;
    readonly before: string;
    readonly after: string;
  }[];
  readonly problems: readonly Problem[];
  readonly isNothing: boolean;
}

export interface Problem {
  readonly row: number;
  readonly reason: string;
}

export function caseImportPreview(
  project: Project,
  file: { readonly token: string; readonly name: string; readonly table: Table },
  choices: ValuesChoices,
  result: { readonly plan: ValuesPlan | null; readonly refusal: string | null },
  t: Translate,
  formats: Formats,
): CaseImportPreview {
  const { token, name, table } = file;
  const option = (group: string, chosen: string) => (value: string) => ({
    value,
    name: t(`cases.import.${group}.${value}`),
    isChosen: value === chosen,
  });
  return {
    token,
    fileName: name,
    size: tableSize(table, t),
    sheets: sheetChoices(table),
    columns: columnRows(project, table, choices.uses, 'values', t),
    unknownCases: UNKNOWN_CASES.map(option('unknown', choices.unknownCases)),
    differing: DIFFERING_VALUES.map(option('differing', choices.differing)),
    outcome: result.plan && outcomeOf(result.plan, t, formats),
    refusal: result.refusal,
  };
}

export const tableSize = ({ rows, columns }: Table, t: Translate): string =>
  [
    t('common.rows', { count: rows.length }),
    t('tables.column-count', { count: columns.length }),
  ].join(' · ');

const MOST_SHOWN = 200;

export function outcomeOf(plan: ValuesPlan, t: Translate, { language }: Formats): Outcome {
  const { newAttributes, newCases, addedCount, changed, sameCount, problems } = plan;
  return {
    summary: [
      t('cases.import.new-values', { count: addedCount }),
      t('cases.import.changed-values', { count: changed.length }),
      t('cases.import.same-values', { count: sameCount }),
      t('cases.import.new-attributes', { count: newAttributes.length }),
      t('cases.import.new-cases', { count: newCases.length }),
    ],
    newCases: newCases.slice(0, MOST_SHOWN).map(({ name }) => name),
    changed: changed.slice(0, MOST_SHOWN).map((one) => ({
      row: one.row,
      case: one.case,
      attribute: one.attribute.name,
      before: valueName(one.attribute, one.before, language),
      after: valueName(one.attribute, one.after, language),
    })),
    problems: problemsIn(problems, t),
    isNothing: plan.values.length + newCases.length + newAttributes.length === 0,
  };
}

export const problemsIn = (problems: readonly TableProblem[], t: Translate): Problem[] =>
  problems
    .slice(0, MOST_SHOWN)
    .map(({ row, code, details }) => ({ row, reason: t(`errors.${code}`, details) }));
