import { casesIn } from '../cases/case-of.ts';
import type { CaseId, TypeId } from '../ids.ts';
import { Rejection } from '../rejection.ts';
import type { CaseCommand as OwnCommand } from './case-commands.ts';
import type { Command } from './commands.ts';
import type { Context } from './decide.ts';
import { summariesGone, summariesToCase } from './decide-summaries.ts';
import { changeOf, someOf, type ProjectEvent } from './events.ts';
import { found } from './found.ts';
import { caseKey, NamedCases } from './named-cases.ts';
import type { Project } from './project.ts';
import type { Case } from './records.ts';
import { checkReferences, pointersTo, replacePointers } from './references.ts';

type CaseCommand =
  | Extract<Command, { kind: 'change-case' | 'type-cases' }>
  | Extract<OwnCommand, { kind: 'add-case' | 'merge-case' | 'remove-case' }>;

export function decideCases(
  project: Project,
  command: CaseCommand,
  context: Context,
): ProjectEvent[] {
  switch (command.kind) {
    case 'change-case':
      return changeCase(project, command);
    case 'type-cases':
      return typeCases(project, command);
    case 'add-case':
      return addCase(project, command, context);
    case 'merge-case':
      return mergeCase(project, command);
    case 'remove-case':
      return removeCase(project, found(project.cases, command.id, 'case'));
  }
}

function changeCase(
  project: Project,
  { id, name, typeIds, deviantReason, memo }: Extract<Command, { kind: 'change-case' }>,
): ProjectEvent[] {
  const record = found(project.cases, id, 'case');
  if (name !== undefined) ensureFree(project, record, name);
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

/** Another of the same name is likely the same person, who is merged and not only called so. */
function ensureFree({ cases }: Project, record: Case, name: string): void {
  if (caseKey(record.name) === caseKey(name)) return;
  for (const one of cases.values())
    if (caseKey(one.name) === caseKey(name))
      throw new Rejection('conflict', 'case-of-that-name', { name: one.name });
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

function addCase(
  project: Project,
  { id, name }: Extract<OwnCommand, { kind: 'add-case' }>,
  context: Context,
): ProjectEvent[] {
  const cases = new NamedCases(project, context);
  if (cases.has(name)) throw new Rejection('conflict', 'case-name-taken', { name });
  if (id !== undefined && project.cases.has(id))
    throw new Rejection('conflict', 'case-exists', { id });
  cases.add(name, id);
  return cases.takeEvents();
}

function mergeCase(
  project: Project,
  { id, into }: Extract<OwnCommand, { kind: 'merge-case' }>,
): ProjectEvent[] {
  const record = found(project.cases, id, 'case');
  const kept = found(project.cases, into, 'case');
  if (id === into) throw new Rejection('invalid', 'case-merged-with-itself', { name: record.name });
  return [
    ...someOf(changeOf('case', kept, joined(kept, record))),
    ...transcriptsTo(project, id, into),
    ...replacePointers(project, 'case', id, into),
    ...summariesToCase(project, id, into),
    { kind: 'case-removed', record },
  ];
}

/** What is known of two who are one; where they differ, what the first one says. */
function joined(kept: Case, other: Case): Partial<Case> {
  const text = (a: string | null, b: string | null): string | null =>
    [...new Set([a, b])].filter(Boolean).join('\n\n') || null;
  return {
    typeIds: [...new Set([...kept.typeIds, ...other.typeIds])],
    attributes: { ...other.attributes, ...kept.attributes },
    deviantReason: text(kept.deviantReason, other.deviantReason),
    memo: text(kept.memo, other.memo),
  };
}

const transcriptsTo = (project: Project, from: CaseId, caseId: CaseId): ProjectEvent[] =>
  [...project.transcripts.values()].flatMap((transcript) =>
    transcript.caseId === from ? someOf(changeOf('transcript', transcript, { caseId })) : [],
  );

function removeCase(project: Project, record: Case): ProjectEvent[] {
  const own = [...project.transcripts.values()].find((one) => casesIn(one).includes(record.id));
  if (own)
    throw new Rejection('conflict', 'case-has-transcripts', {
      name: record.name,
      transcript: own.title,
    });
  return [
    ...pointersTo(project, 'case', new Set([record.id])),
    ...summariesGone(project, record.id),
    { kind: 'case-removed', record },
  ];
}
