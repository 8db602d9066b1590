import { nextColour } from '../codebook/colours.ts';
import { byOrder, orderAt, orderAtEnd, placeWithin } from '../codebook/place.ts';
import { ancestors, childrenByParent, themeTitle } from '../codebook/tree.ts';
import type { ThemeId, TypeId } from '../ids.ts';
import { Rejection } from '../rejection.ts';
import type { Command, NewTheme, NewType } from './commands.ts';
import type { Context } from './decide.ts';
import { changeOf, type ProjectEvent } from './events.ts';
import { found } from './found.ts';
import type { Project } from './project.ts';
import type { Approach, Excerpt, Origin, Theme, Type } from './records.ts';

type CodebookCommand = Extract<
  Command,
  {
    kind:
      | 'add-theme'
      | 'change-theme'
      | 'move-theme'
      | 'remove-theme'
      | 'add-type'
      | 'change-type'
      | 'move-type'
      | 'remove-type';
  }
>;

export function decideCodebook(
  project: Project,
  command: CodebookCommand,
  context: Context,
): ProjectEvent[] {
  switch (command.kind) {
    case 'add-theme':
      return newThemes(project, [command.theme], context);
    case 'change-theme':
      return some(changeOf('theme', found(project.themes, command.id, 'theme'), command.changes));
    case 'move-theme':
      return moveTheme(project, command);
    case 'remove-theme':
      return removeTheme(project, found(project.themes, command.id, 'theme'));
    case 'add-type':
      return newTypes(project, [command.type], context);
    case 'change-type':
      return some(changeOf('type', found(project.types, command.id, 'type'), command.changes));
    case 'move-type':
      return moveType(project, command);
    case 'remove-type':
      return removeType(project, found(project.types, command.id, 'type'));
  }
}

const some = (event: ProjectEvent | null): ProjectEvent[] => (event ? [event] : []);

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
  return added.map((theme) => {
    if (theme.id !== undefined && themes.has(theme.id))
      throw new Rejection('conflict', 'theme-exists', { id: theme.id });
    const parentId = theme.parentId ?? null;
    if (parentId !== null) found(themes, parentId, 'theme');
    const record: Theme = {
      id: theme.id ?? (context.newId() as ThemeId),
      name: theme.name,
      label: theme.label ?? null,
      parentId,
      order: orderAtEnd([...themes.values()].filter((t) => t.parentId === parentId)),
      level: theme.level ?? null,
      definition: theme.definition ?? null,
      include: theme.include ?? null,
      exclude: theme.exclude ?? null,
      colour: theme.colour ?? nextColour(themes.values()),
      origin: theme.origin ?? originIn(project.settings.approach),
    };
    themes.set(record.id, record);
    return { kind: 'theme-added', record };
  });
}

export function newTypes(
  project: Project,
  added: readonly NewType[],
  context: Context,
): ProjectEvent[] {
  if (added.length === 0) return [];
  const types = new Map(project.types);
  return added.map((type) => {
    if (type.id !== undefined && types.has(type.id))
      throw new Rejection('conflict', 'type-exists', { id: type.id });
    const record: Type = {
      id: type.id ?? (context.newId() as TypeId),
      name: type.name,
      kind: type.kind ?? 'general',
      description: type.description ?? null,
      colour: type.colour ?? nextColour(types.values()),
      order: orderAtEnd(types.values()),
    };
    types.set(record.id, record);
    return { kind: 'type-added', record };
  });
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
    some(changeOf('theme', found(project.themes, id, 'theme'), { parentId, order })),
  );
}

/** The records that must be numbered anew for one to stand at `index` among its siblings. */
function numberedAt<T extends Theme | Type>(siblings: readonly T[], record: T, index: number): T[] {
  const order = orderAt(siblings, index);
  if (order !== null) return [{ ...record, order }];
  return siblings
    .toSpliced(placeWithin(siblings, index), 0, record)
    .map((one, i) => ({ ...one, order: i + 1 }));
}

/**
 * A theme's codings go to its parent and its sub-themes move up. Below a top theme there is no
 * parent: an excerpt that would be left with nothing keeps the theme's name as a memo.
 */
function removeTheme(project: Project, theme: Theme): ProjectEvent[] {
  const events: ProjectEvent[] = [];
  for (const excerpt of project.excerpts.values()) {
    if (!excerpt.themeIds.includes(theme.id)) continue;
    const themeIds = replaced(excerpt.themeIds, theme.id, theme.parentId);
    events.push(
      ...some(
        changeOf('excerpt', excerpt, {
          themeIds,
          ...keptAsMemo(excerpt, themeIds, excerpt.typeIds, themeTitle(theme)),
        }),
      ),
    );
  }
  const children = [...project.themes.values()]
    .filter((t) => t.parentId === theme.id)
    .sort(byOrder);
  const last = orderAtEnd(
    [...project.themes.values()].filter((t) => t.parentId === theme.parentId),
  );
  children.forEach((child, i) => {
    events.push(...some(changeOf('theme', child, { parentId: theme.parentId, order: last + i })));
  });
  return [...events, { kind: 'theme-removed', record: theme }];
}

function removeType(project: Project, type: Type): ProjectEvent[] {
  const events: ProjectEvent[] = [];
  for (const excerpt of project.excerpts.values()) {
    if (!excerpt.typeIds.includes(type.id)) continue;
    const typeIds = excerpt.typeIds.filter((id) => id !== type.id);
    events.push(
      ...some(
        changeOf('excerpt', excerpt, {
          typeIds,
          ...keptAsMemo(excerpt, excerpt.themeIds, typeIds, type.name),
        }),
      ),
    );
  }
  return [...events, { kind: 'type-removed', record: type }];
}

function replaced<T>(ids: readonly T[], old: T, by: T | null): T[] {
  const kept = ids
    .map((id) => (id === old ? by : id))
    .filter((id): id is NonNullable<typeof id> => id !== null);
  return [...new Set(kept)] as T[];
}

/** An excerpt carries a theme, a type or a memo: what loses its last theme says which it was. */
function keptAsMemo(
  excerpt: Excerpt,
  themeIds: readonly ThemeId[],
  typeIds: readonly TypeId[],
  name: string,
): Partial<Excerpt> {
  const bare = themeIds.length === 0 && typeIds.length === 0;
  return bare && !excerpt.memo ? { memo: name } : {};
}

function moveType(
  project: Project,
  { id, index }: Extract<Command, { kind: 'move-type' }>,
): ProjectEvent[] {
  const type = found(project.types, id, 'type');
  const types = [...project.types.values()].sort(byOrder);
  const others = types.filter((t) => t.id !== id);
  if (types.indexOf(type) === placeWithin(others, index)) return [];
  return numberedAt(others, type, index).flatMap(({ id, order }) =>
    some(changeOf('type', found(project.types, id, 'type'), { order })),
  );
}
