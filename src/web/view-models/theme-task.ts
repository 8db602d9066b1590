import { mergePreview, removalPreview, type Moving } from '../../domain/codebook/preview.ts';
import { folded } from '../../domain/codebook/search-codebook.ts';
import { themeTitle } from '../../domain/codebook/tree.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Theme } from '../../domain/project/records.ts';
import type { Translate } from '../i18n.ts';
import type { DetailsAsked, ExcerptLine } from './theme-details.ts';
import { themeOptions, type ThemeOption } from './theme-options.ts';

interface MergeTask {
  readonly kind: 'merge';
  readonly targets: readonly ThemeOption[];
  readonly into: { readonly id: string; readonly title: string } | null;
  readonly effects: readonly string[];
  readonly done: string;
}
interface SplitTask {
  readonly kind: 'split';
  readonly words: string;
  readonly excerpts: readonly ExcerptLine[];
  /** How many more there are than are listed. */
  readonly more: number;
}
interface RemoveTask {
  readonly kind: 'remove';
  readonly effects: readonly string[];
  readonly done: string;
}
/** A longer list is searched rather than read. */
export const MOST_EXCERPTS = 300;

export type ThemeTask = MergeTask | SplitTask | RemoveTask;

/** What is being done to a theme beside its details: the choices, and what they would lead to. */
export function themeTask(
  project: Project,
  theme: Theme,
  t: Translate,
  { task, into, words = '' }: DetailsAsked,
  excerpts: () => ExcerptLine[],
): ThemeTask | null {
  switch (task) {
    case 'merge':
      return mergeTask(
        project,
        theme,
        t,
        into === undefined ? undefined : project.themes.get(into),
      );
    case 'split': {
      const wanted = folded(words.trim());
      const found = excerpts().filter(({ quote }) => folded(quote).includes(wanted));
      const listed = found.slice(0, MOST_EXCERPTS);
      return { kind: 'split', words, excerpts: listed, more: found.length - listed.length };
    }
    case 'remove':
      return removeTask(project, theme, t);
    case undefined:
      return null;
  }
}

function mergeTask(
  project: Project,
  theme: Theme,
  t: Translate,
  chosen: Theme | undefined,
): MergeTask {
  const into = chosen === theme ? undefined : chosen;
  const preview = into && mergePreview(project, theme.id, into.id);
  const titles = { title: themeTitle(theme), into: into ? themeTitle(into) : '' };
  return {
    kind: 'merge',
    targets: themeOptions(project, into?.id ?? null).filter(({ id }) => id !== theme.id),
    into: into ? { id: into.id, title: titles.into } : null,
    effects: preview
      ? [
          ...movingWords(preview, t, titles.into),
          ...(preview.words ? [t('themes.moves.words', titles)] : []),
          ...(preview.concept ? [t('themes.moves.concept')] : []),
          ...(preview.anchor ? [t('themes.moves.anchor')] : []),
        ]
      : [],
    done: t('themes.merged', titles),
  };
}

function removeTask(project: Project, theme: Theme, t: Translate): RemoveTask {
  const parent = theme.parentId === null ? undefined : project.themes.get(theme.parentId);
  const preview = removalPreview(project, theme.id);
  const title = themeTitle(theme);
  const to = parent ? themeTitle(parent) : '';
  return {
    kind: 'remove',
    effects: parent
      ? movingWords(preview, t, to)
      : [
          ...(preview.excerptCount > 0
            ? [t('themes.moves.loses', { count: preview.excerptCount })]
            : []),
          ...(preview.bareCount > 0 ? [t('themes.moves.bare', { count: preview.bareCount })] : []),
          ...(preview.subThemes.length > 0
            ? [t('themes.moves.up', { count: preview.subThemes.length })]
            : []),
          ...(preview.types.length > 0
            ? [t('themes.moves.unfeatured', { names: namesOf(preview) })]
            : []),
          ...(preview.reportText ? [t('themes.moves.text-stays')] : []),
        ],
    done: parent
      ? t('themes.removed-below', { title, parent: to })
      : t('themes.removed', { title }),
  };
}

const namesOf = ({ types }: Moving): string => types.map(({ name }) => name).join(', ');

function movingWords(moving: Moving, t: Translate, to: string): string[] {
  const { excerptCount, bothCount, subThemes, reportText } = moving;
  return [
    t('themes.moves.excerpts', { count: excerptCount, to }),
    ...(bothCount > 0 ? [t('themes.moves.both', { count: bothCount })] : []),
    ...(subThemes.length > 0
      ? [
          t('themes.moves.sub-themes', {
            count: subThemes.length,
            names: subThemes.map(themeTitle).join(', '),
          }),
        ]
      : []),
    ...(moving.types.length > 0 ? [t('themes.moves.types', { names: namesOf(moving), to })] : []),
    ...(reportText ? [t('themes.moves.text', { to })] : []),
  ];
}
