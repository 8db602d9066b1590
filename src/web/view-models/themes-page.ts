import { themeCounts, type ThemeCount } from '../../domain/analysis/coded-counts.ts';
import { stepTo, STEPS, type Step } from '../../domain/codebook/step.ts';
import { themesInOrder, themeTitle, type ThemeInTree } from '../../domain/codebook/tree.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Translate } from '../i18n.ts';
import type { Formats } from './formats.ts';
import { swatches, type Swatch } from './swatches.ts';

interface ThemeRow {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly title: string;
  readonly parentId: string;
  /** Place among the siblings, from 0. */
  readonly index: number;
  /** From 1, as screen readers count. */
  readonly level: number;
  /** The class that indents it; deep trees stop moving to the right. */
  readonly indent: string;
  readonly colour: number;
  readonly definition: string;
  readonly include: string;
  readonly exclude: string;
  /** "14 excerpts · 7/7 cases", sub-themes included. */
  readonly count: string;
  /** What is coded with the theme itself, where sub-themes add to it. */
  readonly own: string | null;
  readonly steps: readonly { readonly id: Step; readonly possible: boolean }[];
  /** Said once it is deleted. */
  readonly farewell: string;
}

export interface ThemesPage {
  readonly base: string;
  readonly sizes: string;
  readonly rows: readonly ThemeRow[];
  readonly isEmpty: boolean;
  readonly parents: readonly { readonly id: string; readonly title: string }[];
  readonly swatches: readonly Swatch[];
  readonly approach: string;
}

const DEEPEST_INDENT = 8;
const INDENT = '\u2003';

export function themesPage(project: Project, t: Translate, formats: Formats): ThemesPage {
  const inOrder = themesInOrder(project.themes);
  const counts = themeCounts(project);
  const describe = describer(project, t, formats);
  const nextIndex = new Map<string, number>();
  return {
    base: `/projects/${project.id}`,
    sizes: [
      t('common.themes', { count: project.themes.size }),
      t('common.excerpts', { count: project.excerpts.size }),
    ].join(' · '),
    rows: inOrder.map((one) => {
      const parent = one.theme.parentId ?? '';
      const index = nextIndex.get(parent) ?? 0;
      nextIndex.set(parent, index + 1);
      return describe(one, index, counts.get(one.theme.id));
    }),
    isEmpty: inOrder.length === 0,
    parents: inOrder.map(({ theme, depth }) => ({
      id: theme.id,
      title: INDENT.repeat(depth) + themeTitle(theme),
    })),
    swatches: swatches(t),
    approach: t(`approaches.${project.settings.approach}.themes`),
  };
}

function describer(
  project: Project,
  t: Translate,
  formats: Formats,
): (one: ThemeInTree, index: number, count: ThemeCount | undefined) => ThemeRow {
  const withChildren = new Set([...project.themes.values()].map(({ parentId }) => parentId));
  const countText = (excerpts: number, cases: number): string =>
    t('themes.count', {
      excerpts: t('common.excerpts', { count: excerpts }),
      cases: `${formats.number(cases)}/${formats.number(project.cases.size)}`,
    });
  const ownText = (count: ThemeCount | undefined): string =>
    count && count.excerptCount > 0
      ? t('themes.own', {
          excerpts: t('common.excerpts', { count: count.excerptCount }),
          cases: formats.number(count.caseCount),
          all: formats.number(project.cases.size),
        })
      : t('themes.own-none');
  return ({ theme, depth }, index, count) => {
    const parent = theme.parentId === null ? undefined : project.themes.get(theme.parentId);
    const title = themeTitle(theme);
    return {
      id: theme.id,
      name: theme.name,
      label: theme.label ?? '',
      title,
      parentId: theme.parentId ?? '',
      index,
      level: depth + 1,
      indent: `d${Math.min(depth, DEEPEST_INDENT)}`,
      colour: theme.colour,
      definition: theme.definition ?? '',
      include: theme.include ?? '',
      exclude: theme.exclude ?? '',
      count: countText(count?.subtreeExcerptCount ?? 0, count?.subtreeCaseCount ?? 0),
      own: withChildren.has(theme.id) ? ownText(count) : null,
      steps: STEPS.map((id) => ({ id, possible: stepTo(project.themes, theme.id, id) !== null })),
      farewell: parent
        ? t('themes.removed-below', { title, parent: themeTitle(parent) })
        : t('themes.removed', { title }),
    };
  };
}
