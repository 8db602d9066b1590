import type { ThemeId } from '../ids.ts';
import { found } from '../project/found.ts';
import type { Project } from '../project/project.ts';
import type { Excerpt, Theme, Type } from '../project/records.ts';
import { childrenByParent } from './tree.ts';

/** What goes elsewhere when a theme is merged or deleted. */
export interface Moving {
  readonly excerptCount: number;
  /** Of those excerpts, how many have the theme they go to already. */
  readonly bothCount: number;
  readonly subThemes: readonly Theme[];
  /** The types it is a feature of. */
  readonly types: readonly Type[];
  /** The report says something of it. */
  readonly reportText: boolean;
}

export interface MergePreview extends Moving {
  /** Its definition, rules of use and memo go to the memo of the other. */
  readonly words: boolean;
  /** The other has no concept and takes this one's. */
  readonly concept: boolean;
  /** The other has no anchor example and takes this one's. */
  readonly anchor: boolean;
}

/** @throws Rejection `theme-not-found` */
export function mergePreview(project: Project, id: ThemeId, into: ThemeId): MergePreview {
  const theme = found(project.themes, id, 'theme');
  const other = found(project.themes, into, 'theme');
  return {
    ...movingFrom(project, theme, into),
    words: [theme.definition, theme.include, theme.exclude, theme.memo].some(Boolean),
    concept: other.conceptId === null && theme.conceptId !== null,
    anchor: other.anchorId === null && theme.anchorId !== null,
  };
}

export interface RemovalPreview extends Moving {
  /** Excerpts that would be left with neither theme nor type and keep the name as a memo. */
  readonly bareCount: number;
}

/** @throws Rejection `theme-not-found` */
export function removalPreview(project: Project, id: ThemeId): RemovalPreview {
  const theme = found(project.themes, id, 'theme');
  const isBare = ({ themeIds, typeIds }: Excerpt): boolean =>
    themeIds.length === 1 && typeIds.length === 0;
  const bare = theme.parentId === null ? codedWith(project, id).filter(isBare) : [];
  return { ...movingFrom(project, theme, theme.parentId), bareCount: bare.length };
}

function movingFrom(project: Project, theme: Theme, to: ThemeId | null): Moving {
  const excerpts = codedWith(project, theme.id);
  const children = childrenByParent(project.themes).get(theme.id) ?? [];
  return {
    excerptCount: excerpts.length,
    bothCount: excerpts.filter(({ themeIds }) => to !== null && themeIds.includes(to)).length,
    subThemes: children.filter(({ id }) => id !== to),
    types: [...project.types.values()].filter(({ features }) =>
      features.some(({ themeId }) => themeId === theme.id),
    ),
    reportText: Boolean(project.report.texts[theme.id]),
  };
}

const codedWith = (project: Project, id: ThemeId): Excerpt[] =>
  [...project.excerpts.values()].filter(({ themeIds }) => themeIds.includes(id));
