import { orderAtEnd } from '../codebook/place.ts';
import type { CaseId, TranscriptId } from '../ids.ts';
import { Rejection } from '../rejection.ts';
import type { Command, NewTranscript } from './commands.ts';
import type { Context } from './decide.ts';
import { DEFAULTS } from './defaults.ts';
import { changeOf, type ProjectEvent } from './events.ts';
import { excerptsOf, type Project } from './project.ts';
import type { Case, Transcript } from './records.ts';
import { found } from './found.ts';
import { pointersTo } from './references.ts';

type TranscriptCommand = Extract<
  Command,
  { kind: 'add-transcripts' | 'change-transcript' | 'remove-transcript' | 'change-case' }
>;

export function decideTranscripts(
  project: Project,
  command: TranscriptCommand,
  context: Context,
): ProjectEvent[] {
  switch (command.kind) {
    case 'add-transcripts':
      return addTranscripts(project, command.transcripts, context);
    case 'change-transcript':
      return changeTranscript(project, command, context);
    case 'remove-transcript':
      return removeTranscript(project, found(project.transcripts, command.id, 'transcript'));
    case 'change-case': {
      const event = changeOf('case', found(project.cases, command.id, 'case'), {
        name: command.name,
      });
      return event ? [event] : [];
    }
  }
}

function addTranscripts(
  project: Project,
  added: readonly NewTranscript[],
  context: Context,
): ProjectEvent[] {
  const events: ProjectEvent[] = [];
  const cases = [...project.cases.values()];
  const transcripts = [...project.transcripts.values()];
  for (const { caseName, ...transcript } of added) {
    const twin = transcripts.find((t) => t.originalHash === transcript.originalHash);
    if (twin) throw new Rejection('conflict', 'transcript-twice', { title: twin.title });
    const { id: caseId, event } = caseNamed(cases, caseName, context);
    if (event) events.push(event);
    const record: Transcript = {
      id: context.newId() as TranscriptId,
      caseId,
      order: orderAtEnd(transcripts),
      addedAt: context.at,
      ...DEFAULTS.transcript,
      ...transcript,
    };
    transcripts.push(record);
    events.push({ kind: 'transcript-added', record });
  }
  return events;
}

/** The case of that name; a new one is put on the list and told as an event. */
function caseNamed(
  cases: Case[],
  name: string,
  context: Context,
): { id: CaseId; event?: ProjectEvent } {
  const same = cases.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (same) return { id: same.id };
  const record: Case = {
    id: context.newId() as CaseId,
    name,
    order: orderAtEnd(cases),
    ...DEFAULTS.case,
  };
  cases.push(record);
  return { id: record.id, event: { kind: 'case-added', record } };
}

function changeTranscript(
  project: Project,
  command: Extract<Command, { kind: 'change-transcript' }>,
  context: Context,
): ProjectEvent[] {
  const transcript = found(project.transcripts, command.id, 'transcript');
  const events: ProjectEvent[] = [];
  let caseId = command.caseId && found(project.cases, command.caseId, 'case').id;
  if (command.caseName !== undefined) {
    const named = caseNamed([...project.cases.values()], command.caseName, context);
    if (named.event) events.push(named.event);
    caseId = named.id;
  }
  const change = changeOf('transcript', transcript, { title: command.title, caseId });
  if (change) events.push(change);
  if (caseId !== undefined && caseId !== transcript.caseId)
    events.push(...emptiedCase(project, transcript));
  return events;
}

function removeTranscript(project: Project, transcript: Transcript): ProjectEvent[] {
  const excerpts = [...excerptsOf(project, transcript.id)];
  return [
    ...pointersTo(project, 'excerpt', new Set(excerpts.map(({ id }) => id))),
    ...excerpts.map((record): ProjectEvent => ({ kind: 'excerpt-removed', record })),
    { kind: 'transcript-removed', record: transcript },
    ...emptiedCase(project, transcript),
  ];
}

/** A case goes with its last transcript, unless something was written about it. */
function emptiedCase(project: Project, leaving: Transcript): ProjectEvent[] {
  const others = [...project.transcripts.values()].some(
    (t) =>
      (t.id !== leaving.id && t.caseId === leaving.caseId) ||
      t.speakerCases.some(({ caseId }) => caseId === leaving.caseId),
  );
  const record = project.cases.get(leaving.caseId);
  if (!record || others || isDescribed(record)) return [];
  return [...pointersTo(project, 'case', new Set([record.id])), { kind: 'case-removed', record }];
}

const isDescribed = ({ typeIds, attributes, deviantReason, memo }: Case): boolean =>
  typeIds.length > 0 || Object.keys(attributes).length > 0 || Boolean(deviantReason ?? memo);
