import { nextColour } from '../codebook/colours.ts';
import { byOrder, numberedAt, orderAtEnd, placeWithin } from '../codebook/place.ts';
import type { TypeId } from '../ids.ts';
import { Rejection } from '../rejection.ts';
import { codedExcerpts } from '../types/coded-excerpts.ts';
import { draftOf, takenOver } from '../types/drafts.ts';
import { membersOf } from '../types/members.ts';
import type { Command, NewType } from './commands.ts';
import type { Context } from './decide.ts';
import { sharedChanges } from './changed-excerpts.ts';
import { DEFAULTS } from './defaults.ts';
import { changeOf, someOf, type Changed, type ProjectEvent } from './events.ts';
import { found } from './found.ts';
import type { Project } from './project.ts';
import type { Feature, Type } from './records.ts';
import { keptAsMemo } from './recode.ts';
import { checkReferences, pointersTo } from './references.ts';

type TypeCommand = Extract<
  Command,
  {
    kind:
      | 'add-type'
      | 'change-type'
      | 'move-type'
      | 'remove-type'
      | 'set-feature'
      | 'remove-feature'
      | 'draft-features';
  }
>;

export function decideTypes(
  project: Project,
  command: TypeCommand,
  context: Context,
): ProjectEvent[] {
  switch (command.kind) {
    case 'add-type':
      return newTypes(project, [command.type], context);
    case 'change-type': {
      const type = found(project.types, command.id, 'type');
      checkReferences(project, 'type', { ...type, ...command.changes });
      return someOf(changeOf('type', type, command.changes));
    }
    case 'move-type':
      return moveType(project, command);
    case 'remove-type':
      return removeType(project, found(project.types, command.id, 'type'));
    case 'set-feature':
      return setFeature(project, command);
    case 'remove-feature': {
      const type = found(project.types, command.id, 'type');
      const features = type.features.filter(({ themeId }) => themeId !== command.themeId);
      return someOf(changeOf('type', type, { features }));
    }
    case 'draft-features':
      return draftFeatures(project, command);
  }
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
    const record: Type = checkReferences(project, 'type', {
      ...DEFAULTS.type,
      kind: 'general',
      colour: nextColour(types.values()),
      ...type,
      id: type.id ?? (context.newId() as TypeId),
      order: orderAtEnd(types.values()),
    });
    types.set(record.id, record);
    return { kind: 'type-added', record };
  });
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
    someOf(changeOf('type', found(project.types, id, 'type'), { order })),
  );
}

/** What is left out of the command stays as it is, or is empty for a new feature. */
function setFeature(
  project: Project,
  { id, themeId, evidenceIds, note }: Extract<Command, { kind: 'set-feature' }>,
): ProjectEvent[] {
  const type = found(project.types, id, 'type');
  const at = type.features.findIndex((one) => one.themeId === themeId);
  const old: Feature = type.features[at] ?? { themeId, evidenceIds: [], note: null };
  const feature: Feature = {
    themeId,
    evidenceIds: [...new Set(evidenceIds ?? old.evidenceIds)],
    note: note === undefined ? old.note : note || null,
  };
  const features = at < 0 ? [...type.features, feature] : type.features.with(at, feature);
  checkReferences(project, 'type', { ...type, features });
  return someOf(changeOf('type', type, { features }));
}

/** An empty draft would only throw away what is there. */
function draftFeatures(
  project: Project,
  { id, draft: kind, share }: Extract<Command, { kind: 'draft-features' }>,
): ProjectEvent[] {
  const type = found(project.types, id, 'type');
  const draft = draftOf(kind, membersOf(project, type.id, codedExcerpts(project)), share);
  if (draft.features.length === 0)
    throw new Rejection('invalid', 'draft-empty', { name: type.name });
  return someOf(changeOf('type', type, takenOver(type, draft)));
}

function removeType(project: Project, type: Type): ProjectEvent[] {
  const changes: Changed<'excerpt'>[] = [];
  for (const excerpt of project.excerpts.values()) {
    if (!excerpt.typeIds.includes(type.id)) continue;
    const typeIds = excerpt.typeIds.filter((id) => id !== type.id);
    const memo = keptAsMemo(excerpt, excerpt.themeIds, typeIds, type.name);
    const change = changeOf('excerpt', excerpt, { typeIds, ...memo });
    if (change) changes.push(change);
  }
  return [
    ...sharedChanges(changes),
    ...pointersTo(project, 'type', new Set([type.id])),
    { kind: 'type-removed', record: type },
  ];
}
