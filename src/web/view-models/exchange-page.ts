import type { Loss } from '../../domain/codebook/codebook-file.ts';
import {
  CONFLICT_CHOICES,
  type ConflictChoice,
  type ImportPlan,
} from '../../domain/codebook/plan-import.ts';
import type { Project } from '../../domain/project/project.ts';
import type { CodebookFormat } from '../../formats/codebooks/registry.ts';
import type { Translate } from '../i18n.ts';

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
  t: Translate,
): ImportPreview => ({
  token,
  fileName,
  summary: planSummary(plan, t),
  changes: codebookChanges(plan, t),
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

const codebookChanges = ({ conflicts }: ImportPlan, t: Translate): CodebookChange[] =>
  conflicts.map(({ title, row, before, after }) => ({
    title,
    row,
    fields: Object.keys(after).map((field) => ({
      name: t(`exchange.fields.${field}`),
      before: shown(before[field as keyof typeof before]),
      after: shown(after[field as keyof typeof after]),
    })),
  }));

const shown = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : value ? '✓' : '–';

export const notesOf = (losses: readonly Loss[], t: Translate): Note[] =>
  losses.map(({ row, code, details }) => ({ row, reason: t(`errors.${code}`, details) }));
