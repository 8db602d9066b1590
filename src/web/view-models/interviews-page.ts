import type { Statistic } from '../../domain/analysis/statistic.ts';
import { clockOf } from '../../domain/cases/duration.ts';
import { interviewTable, type InterviewRow } from '../../domain/cases/interview-table.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Language } from '../../domain/project/records.ts';
import type { Translate } from '../i18n.ts';
import type { Formats } from './formats.ts';

/** A cell one writes in: what was typed, and behind it what counts where nothing was. */
interface Cell {
  readonly name: string;
  readonly value: string;
  readonly counted: string;
  readonly label: string;
}

interface Row {
  readonly title: string;
  readonly href: string;
  /** Empty where the interview is called by its only case. */
  readonly cases: string;
  readonly words: string;
  readonly duration: Cell;
  readonly pages: Cell;
  readonly date: Cell;
  readonly place: Cell;
}

export interface InterviewsPage {
  readonly base: string;
  readonly rows: readonly Row[];
  readonly places: readonly string[];
  readonly wordsPerPage: number;
  readonly csvHref: string;
  readonly total: {
    readonly interviews: string;
    readonly duration: string;
    readonly words: string;
    readonly pages: string;
    readonly dates: string;
    readonly places: string;
  };
  readonly mean: { readonly duration: string; readonly words: string; readonly pages: string };
  /** What the sum of the durations leaves out. */
  readonly missing: string | null;
}

export function interviewsPage(project: Project, t: Translate, formats: Formats): InterviewsPage {
  const { rows, totals } = interviewTable(project);
  const base = `/projects/${project.id}`;
  const { seconds, words, pages, dates } = totals;
  const isPartial = seconds.known > 0 && seconds.known < totals.interviews;
  return {
    base,
    rows: rows.map((row) => rowOf(base, row, t, formats)),
    places: totals.places.map(({ place }) => place),
    wordsPerPage: project.settings.wordsPerPage,
    csvHref: `/api/v1${base}/export/interviews.csv`,
    total: {
      interviews: t('common.transcripts', { count: totals.interviews }),
      duration: seconds.known === 0 ? '–' : clockOf(seconds.sum),
      words: formats.number(words.sum),
      pages: pages.known === 0 ? '–' : formats.number(pages.sum),
      dates: dates ? formats.dates(dates.first, dates.last) : '–',
      places: totals.places.map(({ place }) => place).join(', '),
    },
    mean: {
      duration: meanOf(seconds.mean, clockOf),
      words: meanOf(words.mean, (value) => formats.number(Math.round(value))),
      pages: meanOf(pages.mean, (value) => formats.number(Math.round(value * 10) / 10)),
    },
    missing: isPartial
      ? t('interviews.missing', { known: seconds.known, count: totals.interviews })
      : null,
  };
}

const meanOf = ({ value }: Statistic, write: (value: number) => string): string =>
  value === null ? '–' : write(value);

function rowOf(base: string, row: InterviewRow, t: Translate, formats: Formats): Row {
  const { transcriptId: id, title, cases, words, date, place } = row;
  const names = cases.map(({ name }) => name).join(', ');
  const cell = (field: string, value: string, counted = ''): Cell => ({
    name: `${field}.${id}`,
    value,
    counted,
    label: t(`interviews.of.${field}`, { title }),
  });
  const { seconds, secondsReckoned, pages, pagesCounted } = row;
  const clock = seconds === null ? '' : clockOf(seconds);
  const sheets = pages === null ? '' : formats.number(pages);
  return {
    title,
    href: `${base}/code/${id}`,
    cases: names === title ? '' : names,
    words: formats.number(words),
    duration: cell('duration', secondsReckoned ? '' : clock, secondsReckoned ? clock : ''),
    pages: cell('pages', pagesCounted ? '' : sheets, pagesCounted ? sheets : ''),
    date: cell('date', date === null ? '' : dateTyped(date, formats.language)),
    place: cell('place', place ?? ''),
  };
}

/** A day as one types it: what is shown can be read again. */
function dateTyped(iso: string, language: Language): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return language === 'fi' ? `${Number(day)}.${Number(month)}.${year}` : iso;
}
