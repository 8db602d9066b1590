import type { ThemeId } from '../ids.ts';
import type { Theme } from '../project/records.ts';
import { wordDiff, type DiffPart } from '../text/word-diff.ts';
import { themesInOrder, themeTitle } from './tree.ts';

type Themes = ReadonlyMap<ThemeId, Theme>;

/** A field of a theme's definition that reads otherwise than before, word by word. */
export interface FieldDiff {
  readonly field: (typeof DEFINING)[number];
  readonly parts: readonly DiffPart[];
}

/** What became of a theme that both codebooks hold. */
export interface ThemeChange {
  readonly id: ThemeId;
  /** Title now. */
  readonly title: string;
  readonly renamed: { readonly from: string; readonly to: string } | null;
  /** The titles of the themes above; null at the top. */
  readonly moved: { readonly from: string | null; readonly to: string | null } | null;
  readonly redefined: readonly FieldDiff[];
  readonly retired: 'retired' | 'restored' | null;
  /** The link to a concept was made, changed or taken away. */
  readonly linked: boolean;
}

export interface ThemeHead {
  readonly id: ThemeId;
  readonly title: string;
  /** The title of the theme above; null at the top. */
  readonly parent: string | null;
  readonly definition: string | null;
}

export interface CodebookDiff {
  readonly added: readonly ThemeHead[];
  readonly removed: readonly ThemeHead[];
  readonly changed: readonly ThemeChange[];
}

const DEFINING = ['definition', 'include', 'exclude'] as const;

/** What changed from one codebook to another; each list in the order of the codebook it is from. */
export function codebookDiff(before: Themes, after: Themes): CodebookDiff {
  const heads = (themes: Themes, others: Themes): ThemeHead[] =>
    themesInOrder(themes)
      .filter(({ theme }) => !others.has(theme.id))
      .map(({ theme }) => headOf(themes, theme));
  return {
    added: heads(after, before),
    removed: heads(before, after),
    changed: themesInOrder(after).flatMap(({ theme }) => {
      const old = before.get(theme.id);
      const change = old && old !== theme ? changeOf(before, after, old, theme) : null;
      return change ? [change] : [];
    }),
  };
}

const headOf = (themes: Themes, { id, parentId, definition, ...theme }: Theme): ThemeHead => ({
  id,
  title: themeTitle(theme),
  parent: titleOf(themes, parentId),
  definition,
});

function changeOf(before: Themes, after: Themes, old: Theme, now: Theme): ThemeChange | null {
  const [from, to] = [themeTitle(old), themeTitle(now)];
  const change: ThemeChange = {
    id: now.id,
    title: to,
    renamed: from === to ? null : { from, to },
    moved:
      old.parentId === now.parentId
        ? null
        : { from: titleOf(before, old.parentId), to: titleOf(after, now.parentId) },
    redefined: DEFINING.filter((field) => old[field] !== now[field]).map((field) => ({
      field,
      parts: wordDiff(old[field] ?? '', now[field] ?? ''),
    })),
    retired: old.retired === now.retired ? null : now.retired ? 'retired' : 'restored',
    linked: old.conceptId !== now.conceptId,
  };
  const { renamed, moved, redefined, retired, linked } = change;
  return renamed || moved || redefined.length > 0 || retired || linked ? change : null;
}

function titleOf(themes: Themes, id: ThemeId | null): string | null {
  const theme = id === null ? undefined : themes.get(id);
  return theme ? themeTitle(theme) : null;
}
