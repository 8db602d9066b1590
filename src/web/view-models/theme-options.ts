import { themesInOrder, themeTitle } from '../../domain/codebook/tree.ts';
import type { ThemeId } from '../../domain/ids.ts';
import type { Project } from '../../domain/project/project.ts';

export interface ThemeOption {
  readonly id: string;
  readonly title: string;
  readonly chosen: boolean;
}

const INDENT = '\u2003';

/** Every theme as a choice, indented as in the tree. */
export const themeOptions = (project: Project, chosen: ThemeId | null): ThemeOption[] =>
  themesInOrder(project.themes).map(({ theme, depth }) => ({
    id: theme.id,
    title: INDENT.repeat(depth) + themeTitle(theme),
    chosen: theme.id === chosen,
  }));
