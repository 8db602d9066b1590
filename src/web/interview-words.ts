import type { InterviewWords } from '../formats/interviews/interviews-csv.ts';
import type { Translate } from './i18n.ts';

/** The headings of the interview table. */
export const interviewWords = (t: Translate): InterviewWords => ({
  title: t('interviews.columns.title'),
  cases: t('interviews.columns.cases'),
  duration: t('interviews.columns.duration'),
  words: t('interviews.columns.words'),
  pages: t('interviews.columns.pages'),
  date: t('interviews.columns.date'),
  place: t('interviews.columns.place'),
  total: t('interviews.total'),
});
