import { minutesOf } from '../../domain/cases/duration.ts';
import { interviewRow } from '../../domain/cases/interview-table.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Transcript } from '../../domain/project/records.ts';
import type { Translate } from '../i18n.ts';
import type { Formats } from './formats.ts';

export interface InterviewFacts {
  /** `63 min 3 s`, `≈ 63 min` where reckoned; empty where unknown. */
  readonly duration: string;
  readonly words: string;
  /** `15`, `≈ 31` where counted from the words. */
  readonly pages: string;
  readonly date: string;
  /** What is known for sure, in a line: `63 min 3 s · 9 214 words · 15 pages · 8.12.2022`. */
  readonly line: string;
}

/** What is known of one interview, as a page shows it. */
export function interviewFacts(
  project: Project,
  transcript: Transcript,
  t: Translate,
  formats: Formats,
): InterviewFacts {
  const row = interviewRow(project, transcript);
  const { seconds, secondsReckoned, words, pages, pagesCounted } = row;
  const date = row.date === null ? '' : formats.date(row.date);
  const known = seconds === null ? '' : minutesOf(seconds);
  const duration =
    seconds !== null && secondsReckoned ? `≈ ${minutesOf(Math.round(seconds / 60) * 60)}` : known;
  const typedPages = pages === null || pagesCounted ? '' : t('common.pages', { count: pages });
  const counted = t('common.words', { count: words });
  return {
    duration,
    words: formats.number(words),
    pages: pages === null ? '' : `${pagesCounted ? '≈ ' : ''}${formats.number(pages)}`,
    date,
    line: [duration, counted, typedPages, date].filter(Boolean).join(' · '),
  };
}
