import type { SurveyWords } from '../domain/cases/survey-plan.ts';
import type { Translate } from './i18n.ts';

/** The words a survey's transcripts are written with: of the project's language, not the reader's. */
export const surveyWords = (t: Translate): SurveyWords => ({
  interviewer: t('survey.words.interviewer'),
  respondent: t('survey.words.respondent'),
});
