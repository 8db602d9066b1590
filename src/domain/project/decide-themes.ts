import { ColoursUsed } from '../codebook/colours.ts';
import { linkedTheme } from '../codebook/link.ts';
import { byOrder, numberedAt, orderAtEnd, placeWithin } from '../codebook/place.ts';
import { ancestors, childrenByParent, themeTitle } from '../codebook/tree.ts';
import type { ExcerptId, ThemeId } from '../ids.ts';
import { Rejection } from '../rejection.ts';
import type { Command, NewTheme, ThemeChanges } from './commands.ts';
import type { Context } from './decide.ts';
import { summariesToMemos, summariesToTheme } from './decide-summaries.ts';
import { newTypes } from './decide-types.ts';
import { DEFAULTS } from './defaults.ts';
import { changeOf, differenceOf, someOf, type ProjectEvent } from './events.ts';
import { movedSection } from './decide-report.ts';
import { found } from './found.ts';
import type { Project } from './project.ts';
import type { Approach, Origin, Theme } from './records.ts';
import { confirmed, recoded } from './recode.ts';
import { checkReferences, replacePointers } from './references.ts';
import { withinLevels } from './theme-levels.ts';

type ThemeCommand = Extract<
  Command,
  {
    kind:
      | 'add-theme'
      | 'add-codebook'
      | 'change-theme'
      | 'move-theme'
      | 'merge-theme'
      | 'split-theme'
      | 'remove-theme'
      | 'confirm-codings';
  }
>;

export const decideThemes = (
  project: Project,
  command: ThemeCommand,
  context: Context,
): ProjectEvent[] => withinLevels(project, decided(project, command, context));

function decided(project: Project, command: ThemeCommand, context: Context): ProjectEvent[] {
  switch (command.kind) {
    case 'add-theme':
      return newThemes(project, [command.theme], context);
    case 'add-codebook': {
      const themes = newThemes(project, command.themes, context);
      return [
        ...themes,
        ...newTypes(withThemes(project, themes), command.types, context),
        ...(command.changes ?? []).flatMap(({ id, changes }) =>
          changeTheme(project, id, changes, context.at),
        ),
      ];
    }
    case 'change-theme':
      return changeTheme(project, command.id, command.changes, context.at);
    case 'move-theme':
      return moveTheme(project, command);
    case 'merge-theme':
      return mergeTheme(project, command, context.at);
    case 'split-theme':
      return splitTheme(project, command, context);
    case 'remove-theme':
      return removeTheme(project, found(project.themes, command.id, 'theme'), context.at);
    case 'confirm-codings':
      return confirmed(project, command.id, context.at, command.excerptIds);
  }
}

/** The project as it will be: a type's features may be themes that come with it. */
const withThemes = (project: Project, events: readonly ProjectEvent[]): Project => ({
  ...project,
  themes: new Map([
    ...project.themes,
    ...events.flatMap((event) =>
      event.kind === 'theme-added' ? [[event.record.id, event.record] as const] : [],
    ),
  ]),
});

/** What the approach makes of a theme whose origin nobody stated. */
const originIn = (approach: Approach): Origin =>
  approach === 'theory-driven' ? 'deductive' : 'inductive';

export function newThemes(
  project: Project,
  added: readonly NewTheme[],
  context: Context,
): ProjectEvent[] {
  if (added.length === 0) return [];
  const themes = new Map(project.themes);
  const colours = new ColoursUsed(themes.values());
  const lastOrder = new Map<ThemeId | null, number>();
  for (const [parent, children] of childrenByParent(themes))
    lastOrder.set(parent, orderAtEnd(children) - 1);
  return added.map((theme) => {
    if (theme.id !== undefined && themes.has(theme.id))
      throw new Rejection('conflict', 'theme-exists', { id: theme.id });
    const parentId = theme.parentId ?? null;
    if (parentId !== null) found(themes, parentId, 'theme');
    const order = (lastOrder.get(parentId) ?? 0) + 1;
    lastOrder.set(parentId, order);
    const plain: Theme = {
      ...DEFAULTS.theme,
      colour: colours.next(),
      origin: originIn(project.settings.approach),
      ...theme,
      id: theme.id ?? (context.newId() as ThemeId),
      parentId,
      order,
      definedAt: context.at,
    };
    const record = linkedTheme(plain, theme, context.at);
    checkReferences(project, 'theme', { ...record, parentId: null });
    checkQuestions(project, record);
    themes.set(record.id, record);
    colours.add(record);
    return { kind: 'theme-added', record };
  });
}

function changeTheme(
  project: Project,
  id: ThemeId,
  changes: ThemeChanges,
  at: string,
): ProjectEvent[] {
  const theme = found(project.themes, id, 'theme');
  const difference = differenceOf(theme, changes);
  if (!difference) return [];
  const { after } = difference;
  const redefined = 'definition' in after || 'include' in after || 'exclude' in after;
  const changed = { ...theme, ...after, ...(redefined && { definedAt: at }) };
  const linked = 'conceptId' in after ? linkedTheme(changed, changes, at) : changed;
  checkReferences(project, 'theme', linked);
  checkQuestions(project, linked);
  return someOf(changeOf('theme', theme, linked));
}

/** @throws Rejection `research-question-not-found` for an id that is no research question's */
function checkQuestions({ settings }: Project, { researchQuestionIds }: Theme): void {
  for (const id of researchQuestionIds)
    if (!settings.researchQuestionIds.includes(id))
      throw new Rejection('not-found', 'research-question-not-found', { id });
}

function moveTheme(
  project: Project,
  { id, parentId, index }: Extract<Command, { kind: 'move-theme' }>,
): ProjectEvent[] {
  const theme = found(project.themes, id, 'theme');
  if (parentId !== null) {
    const parent = found(project.themes, parentId, 'theme');
    if (parentId === id || ancestors(project.themes, parentId).includes(id))
      throw new Rejection('invalid', 'theme-cycle', { theme: theme.name, parent: parent.name });
  }
  const children = childrenByParent(project.themes).get(parentId) ?? [];
  const siblings = children.filter((t) => t.id !== id);
  if (children.indexOf(theme) === placeWithin(siblings, index)) return [];
  return numberedAt(siblings, { ...theme, parentId }, index).flatMap(({ id, parentId, order }) =>
    someOf(changeOf('theme', found(project.themes, id, 'theme'), { parentId, order })),
  );
}

/**
 * All that is one theme's becomes another's: codings, sub-themes, features of types, the report's
 * text. Where the other stands below it, the other takes its place.
 */
function mergeTheme(
  project: Project,
  command: Extract<Command, { kind: 'merge-theme' }>,
  at: string,
): ProjectEvent[] {
  const theme = found(project.themes, command.id, 'theme');
  const into = found(project.themes, command.into, 'theme');
  if (theme.id === into.id)
    throw new Rejection('invalid', 'theme-merged-with-itself', { theme: theme.name });
  const branch = [into.id, ...ancestors(project.themes, into.id)];
  const target: Theme = {
    ...into,
    ...inherited(theme, into),
    parentId: into.parentId === theme.id ? theme.parentId : into.parentId,
  };
  return [
    ...recoded(project, theme.id, into.id, at),
    ...childrenOf(project, theme.id)
      .filter(({ id }) => id !== into.id)
      .flatMap((child, i) => {
        const parentId = branch.includes(child.id) ? theme.parentId : into.id;
        const last = orderAtEnd(childrenOf(project, parentId));
        return someOf(changeOf('theme', child, { parentId, order: last + i }));
      }),
    ...someOf(changeOf('theme', into, target)),
    ...replacePointers(project, 'theme', theme.id, into.id),
    ...summariesToTheme(project, theme.id, into.id),
    ...movedSection(project, theme.id, into.id),
    { kind: 'theme-removed', record: theme },
  ];
}

/** What the merged theme knew and the other did not; its words are kept in the memo. */
function inherited(theme: Theme, into: Theme): Partial<Theme> {
  const words = [theme.definition, theme.include, theme.exclude, theme.memo].filter(Boolean);
  const memo = words.length > 0 ? [themeTitle(theme), ...words].join('\n') : null;
  const link =
    into.conceptId === null
      ? (({ conceptId, linkedAt, linkRationale, linkPage, relation, relationNote }) => ({
          ...{ conceptId, linkedAt, linkRationale, linkPage, relation, relationNote },
          ...(conceptId !== null && { origin: theme.origin }),
        }))(theme)
      : {};
  return {
    ...link,
    anchorId: into.anchorId ?? theme.anchorId,
    researchQuestionIds: [...new Set([...into.researchQuestionIds, ...theme.researchQuestionIds])],
    memo: [into.memo, memo].filter(Boolean).join('\n\n') || null,
  };
}

/** Chosen excerpts of a theme go to a new one, right after it. */
function splitTheme(
  project: Project,
  command: Extract<Command, { kind: 'split-theme' }>,
  context: Context,
): ProjectEvent[] {
  const theme = found(project.themes, command.id, 'theme');
  const chosen = new Set<ExcerptId>(command.excerptIds);
  for (const id of chosen)
    if (!found(project.excerpts, id, 'excerpt').themeIds.includes(theme.id))
      throw new Rejection('invalid', 'excerpt-not-of-theme', { theme: theme.name });
  const [added] = newThemes(
    project,
    [{ level: theme.level, origin: theme.origin, ...command.theme, parentId: theme.parentId }],
    context,
  );
  if (added?.kind !== 'theme-added') return [];
  const siblings = childrenOf(project, theme.parentId);
  const placed = numberedAt(siblings, added.record, siblings.indexOf(theme) + 1);
  return [
    ...placed.flatMap((one): ProjectEvent[] =>
      one.id === added.record.id
        ? [{ kind: 'theme-added', record: one }]
        : someOf(changeOf('theme', found(project.themes, one.id, 'theme'), { order: one.order })),
    ),
    ...recoded(project, theme.id, added.record.id, context.at, chosen),
  ];
}

/**
 * A theme's codings go to its parent and its sub-themes move up. Below a top theme there is no
 * parent: an excerpt that would be left with nothing keeps the theme's name as a memo.
 */
function removeTheme(project: Project, theme: Theme, at: string): ProjectEvent[] {
  const parent = theme.parentId === null ? undefined : project.themes.get(theme.parentId);
  const last = orderAtEnd(childrenOf(project, theme.parentId));
  return [
    ...recoded(project, theme.id, theme.parentId, at),
    ...childrenOf(project, theme.id).flatMap((child, i) =>
      someOf(changeOf('theme', child, { parentId: theme.parentId, order: last + i })),
    ),
    ...replacePointers(project, 'theme', theme.id, theme.parentId),
    ...(parent
      ? [
          ...movedSection(project, theme.id, parent.id),
          ...summariesToTheme(project, theme.id, parent.id),
        ]
      : summariesToMemos(project, theme)),
    { kind: 'theme-removed', record: theme },
  ];
}

const childrenOf = (project: Project, id: ThemeId | null): Theme[] =>
  [...project.themes.values()].filter(({ parentId }) => parentId === id).sort(byOrder);
