import type { TakenAnswers } from '../../app/take-in-answers.ts';
import { transcriptsInOrder, type Project } from '../../domain/project/project.ts';
import { VERDICTS } from '../../domain/project/review-records.ts';
import type { QueueFilter } from '../../domain/reviews/queue.ts';
import type { AnswersPlan, PlannedAnswer } from '../../domain/reviews/plan-answers.ts';
import type { Translate } from '../i18n.ts';
import type { Formats } from './formats.ts';
import { caseNameOf } from './review-item.ts';
import { themeOptions } from './theme-options.ts';

interface Choice {
  readonly value: string;
  readonly name: string;
  readonly chosen: boolean;
}

export interface ReviewFilesPage {
  readonly base: string;
  /** Where the file is fetched. */
  readonly file: string;
  readonly isEmpty: boolean;
  /** Prefilled where who makes the file is a reviewer. */
  readonly reviewer: string;
  readonly themes: readonly Choice[];
  readonly coders: readonly Choice[];
  readonly transcripts: readonly Choice[];
  readonly shows: readonly Choice[];
  readonly verdicts: readonly Choice[];
}

const SHOWS = ['all', 'waiting', 'since', 'open'] as const;

/** @param filter what the reviewer's queue was narrowed to, where the file is asked for from there */
export function reviewFilesPage(
  project: Project,
  reviewer: string,
  filter: QueueFilter,
  t: Translate,
): ReviewFilesPage {
  const choice = (value: string, name: string, chosen: string | undefined): Choice => ({
    value,
    name,
    chosen: value === chosen,
  });
  const { theme, coder, transcript, verdict, show = 'all' } = filter;
  return {
    base: `/projects/${project.id}`,
    file: `/api/v1/projects/${project.id}/export/review.html`,
    isEmpty: project.excerpts.size === 0,
    reviewer,
    themes: themeOptions(project, null).map(({ id, title }) => choice(id, title, theme)),
    coders: [...project.coders.values()].map(({ name }) => choice(name, name, coder)),
    transcripts: transcriptsInOrder(project).map(({ id, title }) => choice(id, title, transcript)),
    shows: SHOWS.map((value) => choice(value, t(`review-file.show.${value}`), show)),
    verdicts: [...VERDICTS, 'none'].map((value) =>
      choice(value, t(`review.verdict.${value}`), verdict),
    ),
  };
}

interface AnswerLine {
  readonly id: string;
  readonly quote: string;
  readonly where: string;
  readonly verdict: string;
  readonly comments: readonly string[];
  /** "The app: accepted, 8 Dec 2026" */
  readonly inApp: string;
  readonly inFile: string;
}

interface Lines {
  readonly shown: readonly AnswerLine[];
  /** "and 40 more"; null where all are shown. */
  readonly more: string | null;
}

export interface AnswersPreview {
  readonly fileName: string;
  readonly token: string;
  readonly title: string;
  readonly summary: readonly string[];
  readonly isNothing: boolean;
  /** All of them: each has to be chosen. */
  readonly conflicts: readonly AnswerLine[];
  readonly older: Lines;
  readonly gone: Lines;
  readonly lost: Lines;
  readonly incoming: Lines;
}

const MOST_LINES = 100;

export function answersPreview(
  project: Project,
  plan: AnswersPlan,
  file: { readonly name: string; readonly token: string },
  t: Translate,
  formats: Formats,
): AnswersPreview {
  const { answers, reviewer } = plan;
  const line = lineWriter(project, t, formats);
  const lines = (passes: (one: PlannedAnswer) => boolean): Lines => {
    const all = answers.filter(passes);
    const rest = all.length - MOST_LINES;
    return {
      shown: all.slice(0, MOST_LINES).map(line),
      more: rest > 0 ? t('review-file.more', { count: rest }) : null,
    };
  };
  const conflicts = answers.filter(({ fate }) => fate === 'conflict').map(line);
  return {
    fileName: file.name,
    token: file.token,
    title: t('review-file.answers-of', { who: reviewer }),
    summary: summaryOf(plan, t),
    isNothing: plan.verdicts.length + plan.comments.length + conflicts.length === 0,
    conflicts,
    older: lines(({ fate, isOlder }) => isOlder && (fate === 'new' || fate === 'changed')),
    gone: lines(({ fate }) => fate === 'gone'),
    lost: lines(({ fate, lost }) => fate !== 'gone' && lost.length > 0),
    incoming: lines(
      ({ fate, comments }) => fate === 'new' || fate === 'changed' || comments.length > 0,
    ),
  };
}

/** How many of each kind, those there are. */
function summaryOf({ answers, comments }: AnswersPlan, t: Translate): string[] {
  const count = (fate: PlannedAnswer['fate']): number =>
    answers.filter((one) => one.fate === fate).length;
  const lines: [key: string, count: number][] = [
    ['new', count('new')],
    ['changed', count('changed')],
    ['comments', comments.length],
    ['same', count('same')],
    ['conflicts', count('conflict')],
    ['gone', count('gone')],
  ];
  return lines
    .filter(([, many]) => many > 0)
    .map(([key, many]) => t(`review-file.summary.${key}`, { count: many }));
}

const lineWriter =
  (project: Project, t: Translate, { moment }: Formats) =>
  ({ answer, known, lost, comments, fate }: PlannedAnswer): AnswerLine => {
    const excerpt = project.excerpts.get(answer.excerptId);
    const said = fate === 'gone' || lost.length > 0 ? lost : comments;
    const verdict = answer.verdict ? t(`review.verdict.${answer.verdict}`) : '';
    return {
      id: answer.excerptId,
      quote: (excerpt?.quote ?? answer.judged.quote).slice(0, 240),
      where: excerpt ? caseNameOf(project, excerpt) : '',
      verdict,
      comments: said.map(({ text }) => text),
      inApp: known
        ? t('review-file.in-app', {
            verdict: t(`review.verdict.${known.verdict}`),
            when: moment(known.at),
          })
        : '',
      inFile: t('review-file.in-file', { verdict, when: moment(answer.at) }),
    };
  };

export interface AnswersOutcome {
  readonly title: string;
  readonly summary: readonly string[];
  readonly isNothing: boolean;
  readonly undo: string | null;
}

export const answersTaken = (
  fileName: string,
  { plan, isNothing }: TakenAnswers,
  t: Translate,
): AnswersOutcome => ({
  title: isNothing
    ? t('review-file.nothing-new', { file: fileName })
    : t('review-file.taken', { who: plan.reviewer }),
  summary: [
    t('review-file.summary.verdicts', { count: plan.verdicts.length }),
    t('review-file.summary.comments', { count: plan.comments.length }),
  ],
  isNothing,
  undo: isNothing ? null : t('review-file.undo-hint'),
});
