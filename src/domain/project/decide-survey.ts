import { withIds } from '../guide/keep-ids.ts';
import { questionsOf } from '../guide/questions.ts';
import { orderAtEnd } from '../codebook/place.ts';
import type { GuideQuestionId, TranscriptId } from '../ids.ts';
import { Rejection } from '../rejection.ts';
import type { ImportSurvey, NewSurveyTranscript } from './case-commands.ts';
import type { Context } from './decide.ts';
import { setValues } from './decide-values.ts';
import { DEFAULTS } from './defaults.ts';
import { differenceOf, type ProjectEvent } from './events.ts';
import { NamedCases } from './named-cases.ts';
import type { Project } from './project.ts';
import type { Guide, Transcript } from './records.ts';

/**
 * A survey's answers as transcripts, its respondents as cases with their values, and its questions in
 * the guide: all of it, or nothing.
 *
 * @throws Rejection `survey-twice` where the same file was taken in before
 */
export function importSurvey(
  project: Project,
  command: ImportSurvey,
  context: Context,
): ProjectEvent[] {
  const { transcripts, newAttributes, newCases, values } = command;
  const [first] = transcripts;
  for (const { originalHash } of project.transcripts.values())
    if (first?.originalHash === originalHash)
      throw new Rejection('conflict', 'survey-twice', { file: first.fileName });
  const cases = new NamedCases(project, context);
  const given = { kind: 'import-attributes', newChoices: 'add', values } as const;
  const known = { newAttributes: newAttributes ?? [], newCases: newCases ?? [] };
  const events = setValues(project, { ...given, ...known }, context, cases);
  const guide = command.guide && withIds(command.guide, project.guide, () => context.newId());
  const difference = guide && differenceOf(project.guide, guide);
  if (difference) events.push({ kind: 'guide-changed', ...difference });
  const ids = questionIds(guide ?? { parts: [] });
  let order = orderAtEnd(project.transcripts.values());
  for (const transcript of transcripts) {
    const record = transcriptOf(transcript, cases, ids, context, order++);
    for (const event of cases.takeEvents()) events.push(event);
    events.push({ kind: 'transcript-added', record });
  }
  return events;
}

const questionIds = (guide: Guide): ReadonlyMap<string, GuideQuestionId> =>
  new Map(questionsOf(guide).map(({ number, id }) => [number, id]));

/** Which question a turn asks is known for certain, as if it were told by hand. */
function transcriptOf(
  { caseName, speakers, asks, ...transcript }: NewSurveyTranscript,
  cases: NamedCases,
  ids: ReadonlyMap<string, GuideQuestionId>,
  context: Context,
  order: number,
): Transcript {
  return {
    ...DEFAULTS.transcript,
    id: context.newId() as TranscriptId,
    order,
    addedAt: context.at,
    asked: asks.flatMap(({ start, number }) => {
      const questionId = ids.get(number);
      return questionId === undefined ? [] : [{ start, questionId, by: 'hand' as const }];
    }),
    ...transcript,
    ...cases.of(caseName, speakers),
  };
}
