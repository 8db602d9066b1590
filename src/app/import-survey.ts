import { proposedUses } from '../domain/cases/column-use.ts';
import { ensureScaled, planValues, type ValuesPlan } from '../domain/cases/plan-values.ts';
import { withSurvey } from '../domain/cases/survey-guide.ts';
import {
  questionsIn,
  respondentNames,
  type SurveyPlan,
  type SurveyQuestion,
  type SurveyWords,
} from '../domain/cases/survey-plan.ts';
import {
  emptyAnswers,
  surveyTranscripts,
  type SurveyTranscript,
} from '../domain/cases/survey-transcripts.ts';
import type { Table, TableProblem } from '../domain/cases/table.ts';
import type { ProjectId } from '../domain/ids.ts';
import type { NewSurveyTranscript } from '../domain/project/case-commands.ts';
import type { Project } from '../domain/project/project.ts';
import { baseName, titleOf } from './file-names.ts';
import { mapEach } from './map-bounded.ts';
import { pause } from './pause.ts';
import type { Actor, Workspace } from './workspace.ts';

/** A survey's file, read. */
export interface SurveyFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly table: Table;
}

export interface SurveyPreview {
  readonly transcripts: readonly SurveyTranscript[];
  readonly transcriptCount: number;
  readonly respondentCount: number;
  readonly emptyCount: number;
  readonly values: ValuesPlan;
  readonly problems: readonly TableProblem[];
}

/** What a survey is taken for when nobody says otherwise. */
export async function proposedPlan(
  workspace: Workspace,
  id: ProjectId,
  table: Table,
): Promise<SurveyPlan> {
  const uses = proposedUses(await workspace.read(id), table, 'survey');
  await pause();
  return { uses, shape: 'respondents', guide: true };
}

const SHOWN = 3;
/** Texts are kept side by side: each waits for the disk. */
const AT_ONCE = 16;

/** The first transcripts a survey would make, and what would come with them; nothing is changed. */
export async function previewSurvey(
  workspace: Workspace,
  id: ProjectId,
  table: Table,
  plan: SurveyPlan,
  words: SurveyWords,
): Promise<SurveyPreview> {
  const project = await workspace.read(id);
  const { made, values, problems } = prepared(workspace, project, table, plan, words);
  await pause();
  const transcripts: SurveyTranscript[] = [];
  let transcriptCount = 0;
  for (const one of made()) {
    if (transcripts.length < SHOWN) transcripts.push(one);
    transcriptCount++;
    if (plan.shape === 'questions' || transcriptCount % AT_ONCE === 0) await pause();
  }
  const emptyCount = emptyAnswers(table, questionsIn(table, plan.uses));
  const respondentCount = table.rows.length;
  return { transcripts, transcriptCount, respondentCount, emptyCount, values, problems };
}

interface Prepared {
  readonly questions: readonly SurveyQuestion[];
  readonly values: ValuesPlan;
  readonly problems: readonly TableProblem[];
  readonly made: () => Generator<SurveyTranscript>;
}

function prepared(
  workspace: Workspace,
  project: Project,
  table: Table,
  { uses, shape }: SurveyPlan,
  words: SurveyWords,
): Prepared {
  const questions = questionsIn(table, uses);
  const problems: TableProblem[] = [...table.problems];
  const names = respondentNames(project, table, uses, words, problems);
  const choices = { uses, unknownCases: 'make', differing: 'take' } as const;
  const values = planValues(project, table, choices, names, () => workspace.newId());
  return {
    questions,
    values,
    problems: [...problems, ...values.problems].sort((a, b) => a.row - b.row),
    made: () => surveyTranscripts(table, shape, questions, names, words),
  };
}

export interface SurveyOutcome {
  readonly transcriptCount: number;
  readonly emptyCount: number;
  readonly values: ValuesPlan;
  readonly problems: readonly TableProblem[];
  readonly revision: number;
}

/**
 * Takes in a survey as one step.
 *
 * @param told of the share done, 0–1
 */
export async function importSurvey(
  workspace: Workspace,
  id: ProjectId,
  { name, bytes, table }: SurveyFile,
  plan: SurveyPlan,
  words: SurveyWords,
  actor: Actor,
  told: (share: number) => void = () => undefined,
): Promise<SurveyOutcome> {
  const project = await workspace.read(id);
  const { questions, values, problems, made } = prepared(workspace, project, table, plan, words);
  ensureScaled(values);
  const { guide, numbers } = withSurvey(project.guide, titleOf(name), questions);
  await pause();
  const originalHash = await workspace.store.putOriginal(id, bytes);
  const fileName = baseName(name) || titleOf(name);
  const most = plan.shape === 'questions' ? questions.length : table.rows.length;
  let done = 0;
  const transcripts = await mapEach(made(), AT_ONCE, async (one): Promise<NewSurveyTranscript> => {
    const { text, asks, ...transcript } = one;
    const textHash = await workspace.store.putText(id, text);
    told(++done / most);
    return {
      ...transcript,
      fileName,
      format: 'survey',
      length: text.length,
      textHash,
      originalHash,
      asks: asks.map(({ start, question }) => ({ start, number: numbers[question] ?? '' })),
    };
  });
  const { newAttributes, newCases } = values;
  await pause();
  const { revision } = await workspace.execute(
    id,
    {
      kind: 'import-survey',
      transcripts,
      newAttributes,
      newCases,
      values: values.values,
      guide: plan.guide ? guide : null,
    },
    actor,
  );
  const emptyCount = emptyAnswers(table, questions);
  return { transcriptCount: transcripts.length, emptyCount, values, problems, revision };
}
