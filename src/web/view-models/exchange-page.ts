import type { Loss } from '../../domain/codebook/codebook-file.ts';
import {
  CONFLICT_CHOICES,
  type ConflictChoice,
  type ImportPlan,
} from '../../domain/codebook/plan-import.ts';
import type { ConceptId, ExcerptId } from '../../domain/ids.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Theme } from '../../domain/project/records.ts';
import type { CodebookFormat } from '../../formats/codebooks/registry.ts';
import type { Translate } from '../i18n.ts';
import { levelName } from './level-names.ts';

export interface ExchangePage {
  readonly base: string;
  readonly isEmpty: boolean;
  readonly downloads: readonly {
    readonly href: string;
    readonly name: string;
    readonly about: string;
  }[];
}

export const exchangePage = (
  project: Project,
  formats: readonly CodebookFormat[],
  t: Translate,
): ExchangePage => ({
  base: `/projects/${project.id}`,
  isEmpty: project.themes.size === 0,
  downloads: formats.map(({ id, extension }) => ({
    href: `/api/v1/projects/${project.id}/export/codebook.${extension}`,
    name: t(`exchange.formats.${id}.name`),
    about: t(`exchange.formats.${id}.about`),
  })),
});

/** What a file would do, for the page on which somebody decides. */
export interface ImportPreview {
  readonly token: string;
  readonly fileName: string;
  readonly summary: string;
  readonly changes: readonly CodebookChange[];
  readonly choices: readonly {
    readonly value: ConflictChoice;
    readonly name: string;
    readonly chosen: boolean;
  }[];
  readonly notes: readonly Note[];
  readonly isNothing: boolean;
}

interface CodebookChange {
  readonly title: string;
  readonly row: number | null;
  readonly fields: readonly {
    readonly name: string;
    readonly before: string;
    readonly after: string;
  }[];
}

interface Note {
  readonly row: number | null;
  readonly reason: string;
}

export const importPreview = (
  token: string,
  fileName: string,
  plan: ImportPlan,
  project: Project,
  t: Translate,
): ImportPreview => ({
  token,
  fileName,
  summary: planSummary(plan, t),
  changes: codebookChanges(plan, project, t),
  choices: CONFLICT_CHOICES.map((value) => ({
    value,
    name: t(`exchange.choices.${value}`),
    chosen: value === 'keep',
  })),
  notes: notesOf(plan.losses, t),
  isNothing: plan.themes.length + plan.types.length + plan.conflicts.length === 0,
});

export const planSummary = (
  { themes, types, conflicts, sameCount }: ImportPlan,
  t: Translate,
): string =>
  [
    t('exchange.new', {
      themes: t('common.themes', { count: themes.length }),
      types: t('common.types', { count: types.length }),
    }),
    ...(conflicts.length > 0 ? [t('exchange.differing', { count: conflicts.length })] : []),
    ...(sameCount > 0 ? [t('exchange.same', { count: sameCount })] : []),
  ].join(' ');

const codebookChanges = (
  { conflicts }: ImportPlan,
  project: Project,
  t: Translate,
): CodebookChange[] =>
  conflicts.map(({ title, row, before, after }) => ({
    title,
    row,
    fields: (Object.keys(after) as (keyof Theme)[]).map((field) => ({
      name: t(`exchange.fields.${field}`),
      before: shown(project, field, before[field], t),
      after: shown(project, field, after[field], t),
    })),
  }));

/** A value in the words people know it by. */
function shown(project: Project, field: keyof Theme, value: unknown, t: Translate): string {
  if (value === null || value === undefined || value === '') return '–';
  if (Array.isArray(value)) return value.map((id: string) => nameOf(project, id)).join('\n') || '–';
  if (typeof value !== 'string')
    return typeof value === 'number' ? String(value) : value === true ? '✓' : '–';
  if (field === 'origin') return t(`origins.${value}`);
  if (field === 'relation') return t(`relations.${value}`);
  if (field === 'level') return levelName(value, project.settings, t);
  return field.endsWith('Id') ? nameOf(project, value) : value;
}

/** What stands behind the id of a question, a concept or an excerpt. */
function nameOf({ settings, concepts, excerpts }: Project, id: string): string {
  const question =
    settings.researchQuestions[settings.researchQuestionIds.findIndex((one) => one === id)];
  return (
    question ?? concepts.get(id as ConceptId)?.name ?? excerpts.get(id as ExcerptId)?.quote ?? id
  );
}

export const notesOf = (losses: readonly Loss[], t: Translate): Note[] =>
  losses.map(({ row, code, details }) => ({ row, reason: t(`errors.${code}`, details) }));
