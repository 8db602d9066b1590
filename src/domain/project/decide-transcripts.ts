import { orderAtEnd } from '../codebook/place.ts';
import { askedFinder } from '../guide/asked.ts';
import type { CaseId, TranscriptId } from '../ids.ts';
import { Rejection } from '../rejection.ts';
import { casesIn } from '../cases/case-of.ts';
import type { Turn } from '../text/turns.ts';
import type { Command, NewTranscript } from './commands.ts';
import type { Context } from './decide.ts';
import { reviewsGone } from './decide-reviews.ts';
import { DEFAULTS } from './defaults.ts';
import { changeOf, someOf, type ProjectEvent } from './events.ts';
import { excerptsOf, type Project } from './project.ts';
import type { AskedQuestion, Case, Transcript } from './records.ts';
import { found } from './found.ts';
import { isSummarised } from './decide-summaries.ts';
import { NamedCases } from './named-cases.ts';
import type { SpeakerCommand } from './speaker-commands.ts';
import { pointersTo } from './references.ts';

type TranscriptCommand = Extract<
  Command,
  {
    kind:
      | 'add-transcripts'
      | 'change-transcript'
      | 'change-interviews'
      | 'correct-speakers'
      | 'settle-doubt'
      | 'remove-transcript';
  }
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
    case 'change-interviews':
      return command.interviews.flatMap(({ id, interview }) =>
        someOf(
          changeOf('transcript', found(project.transcripts, id, 'transcript'), { ...interview }),
        ),
      );
    case 'correct-speakers':
      return correctSpeakers(project, command, context);
    case 'settle-doubt':
      return settleDoubt(project, command);
    case 'remove-transcript':
      return removeTranscript(project, found(project.transcripts, command.id, 'transcript'));
  }
}

function addTranscripts(
  project: Project,
  added: readonly NewTranscript[],
  context: Context,
): ProjectEvent[] {
  const events: ProjectEvent[] = [];
  const cases = new NamedCases(project, context);
  const transcripts = [...project.transcripts.values()];
  const findAsked = askedFinder(project.guide);
  for (const { caseName, speakers, durationSeconds, said = [], ...transcript } of added) {
    const twin = transcripts.find((t) => t.originalHash === transcript.originalHash);
    if (twin) throw new Rejection('conflict', 'transcript-twice', { title: twin.title });
    const record: Transcript = {
      ...DEFAULTS.transcript,
      id: context.newId() as TranscriptId,
      order: orderAtEnd(transcripts),
      addedAt: context.at,
      asked: findAsked(said, []),
      ...transcript,
      ...cases.of(caseName, speakers),
      durationSeconds: durationSeconds ?? null,
    };
    transcripts.push(record);
    events.push(...cases.takeEvents(), { kind: 'transcript-added', record });
  }
  return events;
}

function changeTranscript(
  project: Project,
  command: Extract<Command, { kind: 'change-transcript' }>,
  context: Context,
): ProjectEvent[] {
  const transcript = found(project.transcripts, command.id, 'transcript');
  const cases = new NamedCases(project, context);
  const caseId =
    command.caseName === undefined
      ? command.caseId && found(project.cases, command.caseId, 'case').id
      : cases.idOf(command.caseName);
  const moved = caseId === undefined ? {} : { caseId, ...speakersMoved(transcript, caseId) };
  const changes = { title: command.title, ...moved, ...command.interview };
  return [
    ...cases.takeEvents(),
    ...someOf(changeOf('transcript', transcript, changes)),
    ...emptiedCases(project, new Map([[transcript.id, { ...transcript, ...moved }]])),
  ];
}

/** In a group, who was the transcript's own case is the new one; the others stay who they are. */
const speakersMoved = (
  { speakerCases, caseId: old }: Transcript,
  caseId: CaseId,
): Pick<Transcript, 'speakerCases'> => ({
  speakerCases: speakerCases.map((one) => (one.caseId === old ? { ...one, caseId } : one)),
});

/**
 * Names, roles and cases of speakers, in any number of transcripts as one step. Turns may be joined
 * and split, but they tile the text: whoever leaves some of it out means another text.
 */
function correctSpeakers(
  project: Project,
  {
    transcripts: corrected,
    renamed = [],
  }: Extract<TranscriptCommand, { kind: 'correct-speakers' }>,
  context: Context,
): ProjectEvent[] {
  const cases = new NamedCases(project, context);
  for (const { id, name } of renamed) cases.rename(found(project.cases, id, 'case'), name);
  const changed = new Map<TranscriptId, Transcript>();
  const findAsked = askedFinder(project.guide);
  const changes = corrected.flatMap(({ id, textHash, caseName, speakers, said, ...counted }) => {
    const transcript = found(project.transcripts, id, 'transcript');
    if (transcript.textHash !== textHash || !tile(counted.turns, transcript.length))
      throw new Rejection('conflict', 'text-changed', { title: transcript.title });
    const asked = askedAt(
      counted.turns,
      said ? findAsked(said, transcript.asked) : transcript.asked,
    );
    const change = { ...counted, asked, ...cases.of(caseName, speakers) };
    changed.set(id, { ...transcript, ...change });
    return someOf(changeOf('transcript', transcript, change));
  });
  return [...cases.takeEvents(), ...changes, ...emptiedCases(project, changed)];
}

const tile = (turns: readonly Turn[], length: number): boolean =>
  (turns.at(-1)?.end ?? 0) === length &&
  turns.every(
    ({ start, body, end }, i) => start === (turns[i - 1]?.end ?? 0) && start <= body && body <= end,
  );

/** What is asked where turns still begin. */
function askedAt(turns: readonly Turn[], asked: readonly AskedQuestion[]): AskedQuestion[] {
  const starts = new Set(turns.map(({ start }) => start));
  return asked.filter(({ start }) => starts.has(start));
}

const settleDoubt = (project: Project, { doubt, transcriptIds }: SpeakerCommand): ProjectEvent[] =>
  [...new Set(transcriptIds)].flatMap((id) => {
    const transcript = found(project.transcripts, id, 'transcript');
    const settledDoubts = [...new Set([...transcript.settledDoubts, doubt])];
    return someOf(changeOf('transcript', transcript, { settledDoubts }));
  });

function removeTranscript(project: Project, transcript: Transcript): ProjectEvent[] {
  const excerpts = [...excerptsOf(project, transcript.id)];
  const ids = new Set(excerpts.map(({ id }) => id));
  return [
    ...reviewsGone(project, ids),
    ...pointersTo(project, 'excerpt', ids),
    ...excerpts.map((record): ProjectEvent => ({ kind: 'excerpt-removed', record })),
    { kind: 'transcript-removed', record: transcript },
    ...emptiedCases(project, new Map([[transcript.id, null]])),
  ];
}

/**
 * The cases that no transcript is of any more, once some transcripts have changed (null: are gone);
 * kept if something was written about them.
 */
function emptiedCases(
  project: Project,
  changed: ReadonlyMap<TranscriptId, Transcript | null>,
): ProjectEvent[] {
  const before = [...changed.keys()].flatMap((id) =>
    casesIn(found(project.transcripts, id, 'transcript')),
  );
  const after = [...project.transcripts.values()].flatMap((transcript) => {
    const now = changed.get(transcript.id);
    const one = now === undefined ? transcript : now;
    return one ? casesIn(one) : [];
  });
  const used = new Set(after);
  const left = [...new Set(before)].flatMap((id) => project.cases.get(id) ?? []);
  const emptied = left.filter(
    (one) => !used.has(one.id) && !isDescribed(one) && !isSummarised(project, one.id),
  );
  const pointers = pointersTo(project, 'case', new Set(emptied.map(({ id }) => id)));
  return [
    // The only transcripts that name these cases are those that no longer do.
    ...pointers.filter(({ kind }) => kind !== 'transcript-changed'),
    ...emptied.map((record): ProjectEvent => ({ kind: 'case-removed', record })),
  ];
}

const isDescribed = ({ typeIds, attributes, deviantReason, memo }: Case): boolean =>
  typeIds.length > 0 || Object.keys(attributes).length > 0 || Boolean(deviantReason ?? memo);
