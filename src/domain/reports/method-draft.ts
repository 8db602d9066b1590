import { newThemes } from '../analysis/saturation/new-themes.ts';
import { saturation } from '../analysis/saturation/saturation.ts';
import { interviewTable } from '../cases/interview-table.ts';
import { agreedView } from '../double-coding/agreed-view.ts';
import { numberInWords } from '../language/quantifiers.ts';
import type { Project } from '../project/project.ts';
import { excerptsInOrder, interviewsInOrder } from './interview-order.ts';
import { daysInWords } from './report-dates.ts';
import type { ReportMethod } from './report-model.ts';
import type { ReportWords } from './report-words.ts';

/** How saturation is usually asked for (Guest, Namey & Chen 2020). */
const SATURATION = { baseSize: 4, runLength: 2, threshold: 0.05 };

/** Larger numbers are in digits, with their thousands apart. */
const IN_WORDS = 12;

/** The sentences of a methods chapter that the data can tell; '' for what they do not. */
export interface MethodParts {
  readonly approach: string;
  readonly material: string;
  readonly durations: string;
  readonly dates: string;
  readonly coding: string;
  readonly coverage: string;
  readonly coders: string;
  readonly saturation: string;
  readonly software: string;
}

/** A paragraph on material and analysis, to be written on; nothing is said of what is not known. */
export const methodDraft = (project: Project, method: ReportMethod, words: ReportWords): string =>
  Object.values(methodParts(project, method, words))
    .filter(Boolean)
    .join(' ');

export function methodParts(
  project: Project,
  method: ReportMethod,
  words: ReportWords,
): MethodParts {
  const { language } = project.settings;
  const number = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  const say: Say = (key, values) => words(`report.draft.${key}`, values);
  const counted = (what: string, count: number): string =>
    say(what, {
      count,
      number: count > IN_WORDS ? number.format(count) : numberInWords(language, count),
    });
  const coders = method.coderNames.length;
  const { codedShare } = method;
  return {
    approach: say('approach', { approach: words(`report.approach.${method.approach}`) }),
    material:
      method.transcriptCount === 0
        ? ''
        : say('material', {
            interviews: counted('interviews', method.transcriptCount),
            cases: counted('cases', method.caseCount),
            words: number.format(method.wordCount),
          }),
    ...timesOf(project, method, say),
    coding:
      method.excerptCount === 0
        ? ''
        : say('coding', {
            excerpts: counted('excerpts', method.excerptCount),
            themes: counted('themes', method.themeCount),
          }),
    coverage: codedShare ? say('coverage', { percent: percent.format(codedShare) }) : '',
    coders:
      coders === 0
        ? ''
        : say(coders > 1 ? 'coders' : 'coder', { coders: numberInWords(language, coders) }),
    saturation: saturationOf(project, say),
    software: say('software'),
  };
}

type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** Only where they are known of every interview. */
function timesOf(
  project: Project,
  { transcriptCount }: ReportMethod,
  say: Say,
): Pick<MethodParts, 'durations' | 'dates'> {
  const { seconds, dates } = interviewTable(project).totals;
  const minutes = (value: number): number => Math.round(value / 60);
  const durationsOf = (min: number, max: number, mean: number): string =>
    min === max
      ? say('duration', { count: transcriptCount, minutes: mean })
      : say('durations', { min, max, mean });
  const { min, max } = seconds;
  return {
    durations:
      min !== null && max !== null && seconds.known === transcriptCount
        ? durationsOf(minutes(min), minutes(max), minutes(seconds.sum / seconds.known))
        : '',
    dates:
      dates !== null && dates.known === transcriptCount
        ? say('dates', {
            count: transcriptCount,
            days: daysInWords(project.settings.language, dates.first, dates.last, 'UTC'),
          })
        : '',
  };
}

/** Only where it was reached: the order of the interviews is that of the project. */
/** Only where every interview is coded: one that nobody has read yet brings no new themes either. */
function saturationOf(project: Project, say: Say): string {
  const counted = agreedView(project);
  const interviews = interviewsInOrder(project).map((transcript) =>
    excerptsInOrder(counted, transcript).flatMap(({ themeIds }) => themeIds),
  );
  if (interviews.some((themeIds) => themeIds.length === 0)) return '';
  const { saturatedAfter } = saturation(newThemes(interviews), SATURATION);
  return saturatedAfter.value === null
    ? ''
    : say('saturation', {
        base: SATURATION.baseSize,
        run: SATURATION.runLength,
        percent: 100 * SATURATION.threshold,
        at: saturatedAfter.value,
      });
}
