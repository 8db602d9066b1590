import type { TypeId } from '../ids.ts';
import type { Command } from './commands.ts';
import { changeOf, someOf, type ProjectEvent } from './events.ts';
import { found } from './found.ts';
import type { Project } from './project.ts';
import type { Case } from './records.ts';
import { checkReferences } from './references.ts';

type CaseCommand = Extract<Command, { kind: 'change-case' | 'type-cases' }>;

export function decideCases(project: Project, command: CaseCommand): ProjectEvent[] {
  switch (command.kind) {
    case 'change-case':
      return changeCase(project, command);
    case 'type-cases':
      return typeCases(project, command);
  }
}

function changeCase(
  project: Project,
  { id, name, typeIds, deviantReason, memo }: Extract<Command, { kind: 'change-case' }>,
): ProjectEvent[] {
  const record = found(project.cases, id, 'case');
  const changes: { -readonly [K in keyof Case]?: Case[K] | undefined } = {
    name,
    typeIds: typeIds && [...new Set(typeIds)],
    deviantReason,
    memo,
  };
  const event = changeOf('case', record, changes as Partial<Case>);
  if (event) checkReferences(project, 'case', { ...record, ...event.after });
  return someOf(event);
}

/** Gives a type to the cases named and takes it from all others. */
function typeCases(
  project: Project,
  { typeId, caseIds }: Extract<Command, { kind: 'type-cases' }>,
): ProjectEvent[] {
  found(project.types, typeId, 'type');
  const chosen = new Set(caseIds.map((id) => found(project.cases, id, 'case').id));
  return [...project.cases.values()].flatMap((one) => {
    const typeIds = chosen.has(one.id)
      ? [...new Set([...one.typeIds, typeId])]
      : one.typeIds.filter((id: TypeId) => id !== typeId);
    return someOf(changeOf('case', one, { typeIds }));
  });
}
