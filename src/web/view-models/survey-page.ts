import type { SurveyFile, SurveyPreview } from '../../app/import-survey.ts';
import { SURVEY_SHAPES, type SurveyPlan } from '../../domain/cases/survey-plan.ts';
import type { SurveyTranscript } from '../../domain/cases/survey-transcripts.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Translate } from '../i18n.ts';
import { problemsIn, tableSize, type Problem } from './case-import-page.ts';
import { sheetChoices, type SheetChoice } from './sheet-choice.ts';
import { columnRows, type ColumnRow } from './column-rows.ts';

/** A survey that was looked at, for the wizard. */
export interface SurveyForm {
  readonly token: string;
  readonly fileName: string;
  readonly size: string;
  readonly sheets: readonly SheetChoice[];
  readonly columns: readonly ColumnRow[];
  readonly shapes: readonly {
    readonly value: string;
    readonly name: string;
    readonly about: string;
    readonly isChosen: boolean;
  }[];
  readonly guide: boolean;
  readonly outcome: SurveyOutcomeView | null;
  /** Why it cannot be taken in like this. */
  readonly refusal: string | null;
}

export interface SurveyOutcomeView {
  readonly summary: readonly string[];
  readonly transcripts: readonly {
    readonly title: string;
    readonly turns: readonly {
      readonly speaker: string;
      readonly text: string;
      readonly asks: boolean;
    }[];
    /** How many turns are not shown. */
    readonly more: string | null;
  }[];
  readonly problems: readonly Problem[];
}

export const surveyForm = (
  project: Project,
  { name, table }: SurveyFile,
  token: string,
  plan: SurveyPlan,
  result: { readonly preview: SurveyPreview | null; readonly refusal: string | null },
  t: Translate,
): SurveyForm => ({
  token,
  fileName: name,
  size: tableSize(table, t),
  sheets: sheetChoices(table),
  columns: columnRows(project, table, plan.uses, 'survey', t),
  shapes: SURVEY_SHAPES.map((value) => ({
    value,
    name: t(`survey.shapes.${value}.name`),
    about: t(`survey.shapes.${value}.about`),
    isChosen: value === plan.shape,
  })),
  guide: plan.guide,
  outcome: result.preview && outcomeOf(result.preview, t),
  refusal: result.refusal,
});

const outcomeOf = (preview: SurveyPreview, t: Translate): SurveyOutcomeView => ({
  summary: surveySummary(preview, t),
  transcripts: preview.transcripts.map((one) => shownTranscript(one, t)),
  problems: problemsIn(preview.problems, t),
});

export const surveySummary = (
  {
    transcriptCount,
    emptyCount,
    values,
  }: Pick<SurveyPreview, 'transcriptCount' | 'emptyCount' | 'values'>,
  t: Translate,
): string[] => [
  t('common.transcripts', { count: transcriptCount }),
  t('cases.import.new-cases', { count: values.newCases.length }),
  t('cases.import.new-attributes', { count: values.newAttributes.length }),
  t('survey.values', { count: values.values.length }),
  t('survey.empty', { count: emptyCount }),
];

const MOST_TURNS = 12;
const LONGEST_TURN = 400;

function shownTranscript(
  { title, text, turns }: SurveyTranscript,
  t: Translate,
): SurveyOutcomeView['transcripts'][number] {
  const rest = turns.length - MOST_TURNS;
  return {
    title,
    turns: turns.slice(0, MOST_TURNS).map(({ speaker, role, body, end }) => {
      const said = text.slice(body, end).trim();
      return {
        speaker: speaker ?? '',
        text: said.length > LONGEST_TURN ? `${said.slice(0, LONGEST_TURN)}…` : said,
        asks: role === 'interviewer',
      };
    }),
    more: rest > 0 ? t('survey.more-turns', { count: rest }) : null,
  };
}
