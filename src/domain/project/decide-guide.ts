import { askedFinder } from '../guide/asked.ts';
import { withIds } from '../guide/keep-ids.ts';
import { questionsOf, questionWithId } from '../guide/questions.ts';
import { Rejection } from '../rejection.ts';
import type { Command } from './commands.ts';
import type { Context } from './decide.ts';
import { changeOf, differenceOf, someOf, type ProjectEvent } from './events.ts';
import { found } from './found.ts';
import type { Project } from './project.ts';
import type { AskedQuestion, Guide } from './records.ts';

type GuideCommand = Extract<Command, { kind: 'set-guide' | 'mark-question' }>;

export function decideGuide(
  project: Project,
  command: GuideCommand,
  context: Context,
): ProjectEvent[] {
  return command.kind === 'set-guide'
    ? setGuide(project, command, context)
    : markQuestion(project, command);
}

/** The new guide, and what each transcript asks by it. */
function setGuide(
  project: Project,
  { guide: draft, said }: Extract<Command, { kind: 'set-guide' }>,
  context: Context,
): ProjectEvent[] {
  const guide = withIds(draft, project.guide, () => context.newId());
  checkNumbers(guide);
  const difference = differenceOf(project.guide, guide);
  const find = askedFinder(guide);
  const matched = [...project.transcripts.values()].flatMap((transcript) => {
    const asked = find(said.get(transcript.id) ?? [], transcript.asked);
    return someOf(changeOf('transcript', transcript, { asked }));
  });
  return [...(difference ? [{ kind: 'guide-changed' as const, ...difference }] : []), ...matched];
}

function checkNumbers(guide: Guide): void {
  const numbers = new Set<string>();
  for (const { number } of questionsOf(guide)) {
    if (numbers.has(number)) throw new Rejection('invalid', 'guide-number-twice', { number });
    numbers.add(number);
  }
}

function markQuestion(
  project: Project,
  { transcriptId, start, questionId }: Extract<Command, { kind: 'mark-question' }>,
): ProjectEvent[] {
  const transcript = found(project.transcripts, transcriptId, 'transcript');
  if (!transcript.turns.some((turn) => turn.start === start))
    throw new Rejection('not-found', 'turn-not-found', { title: transcript.title });
  if (questionId !== null && !questionWithId(project.guide, questionId))
    throw new Rejection('not-found', 'question-not-found', { id: questionId });
  const marked: AskedQuestion = { start, questionId, by: 'hand' };
  const asked = [...transcript.asked.filter((one) => one.start !== start), marked];
  return someOf(
    changeOf('transcript', transcript, { asked: asked.sort((a, b) => a.start - b.start) }),
  );
}
