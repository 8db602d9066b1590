import { noValue, known, type Statistic } from '../analysis/statistic.ts';
import { sum } from '../analysis/sum.ts';
import type { CaseId, TranscriptId } from '../ids.ts';
import { transcriptsInOrder, type Project } from '../project/project.ts';
import type { Transcript } from '../project/records.ts';
import { casesIn } from './case-of.ts';
import { timedSeconds } from './timed-seconds.ts';

/** One interview as the thesis lists it. */
export interface InterviewRow {
  readonly transcriptId: TranscriptId;
  readonly title: string;
  /** The interviewees, the transcript's own first; several in a group interview. */
  readonly cases: readonly InterviewCase[];
  /** Null where nobody told it and the text has no times. */
  readonly seconds: number | null;
  /** Reckoned from the times in the text, to the nearest second; the true end is not in it. */
  readonly secondsReckoned: boolean;
  /** Words the interviewees speak. */
  readonly words: number;
  /** As typed (halves are possible), or whole pages counted from the words; null without words. */
  readonly pages: number | null;
  readonly pagesCounted: boolean;
  /** ISO 8601 date. */
  readonly date: string | null;
  readonly place: string | null;
}

export interface InterviewCase {
  readonly id: CaseId;
  readonly name: string;
  /** Words of this interviewee in this interview. */
  readonly words: number;
}

/** How much an interview has, and in how many interviews that is known: sums leave out the others. */
export interface Summed {
  readonly sum: number;
  readonly known: number;
  /** Per interview in which it is known. */
  readonly mean: Statistic;
  readonly min: number | null;
  readonly max: number | null;
}

/** The interview table of a thesis: what was heard, from whom, how long, when and where. */
export interface InterviewTable {
  /** In interview order. */
  readonly rows: readonly InterviewRow[];
  readonly totals: {
    readonly interviews: number;
    /** Distinct interviewees. */
    readonly cases: number;
    readonly seconds: Summed;
    readonly words: Summed;
    readonly pages: Summed;
    /** First and last date (ISO 8601) and how many interviews have one; null where none has. */
    readonly dates: {
      readonly first: string;
      readonly last: string;
      readonly known: number;
    } | null;
    /** Each place once, the most frequent first. */
    readonly places: readonly { readonly place: string; readonly interviews: number }[];
  };
}

export function interviewTable(project: Project): InterviewTable {
  const rows = transcriptsInOrder(project).map((one) => interviewRow(project, one));
  return {
    rows,
    totals: {
      interviews: rows.length,
      cases: new Set(rows.flatMap(({ cases }) => cases.map(({ id }) => id))).size,
      seconds: summed(rows.map(({ seconds }) => seconds)),
      words: summed(rows.map(({ words }) => words)),
      pages: summed(rows.map(({ pages }) => pages)),
      dates: rangeOf(rows.flatMap(({ date }) => date ?? [])),
      places: placesOf(rows.flatMap(({ place }) => place ?? [])),
    },
  };
}

/** What is known of one interview. */
export function interviewRow(project: Project, transcript: Transcript): InterviewRow {
  const { id, title, wordCount, durationSeconds, pages, date, place, turns } = transcript;
  const reckoned = durationSeconds === null ? timedSeconds(turns) : null;
  return {
    transcriptId: id,
    title,
    cases: interviewCases(project, transcript),
    seconds: durationSeconds ?? reckoned,
    secondsReckoned: reckoned !== null,
    words: wordCount,
    pages: pages ?? pagesOf(wordCount, project.settings.wordsPerPage),
    pagesCounted: pages === null,
    date,
    place,
  };
}

/** Several speakers may be one case: their words are its own. What no speaker is named for is the first's. */
function interviewCases(project: Project, transcript: Transcript): InterviewCase[] {
  const { speakerCases, wordCount } = transcript;
  const rest = wordCount - sum(speakerCases.map((one) => one.wordCount));
  return casesIn(transcript).map((id) => {
    const spoken = speakerCases.filter(({ caseId }) => caseId === id);
    return {
      id,
      name: project.cases.get(id)?.name ?? '',
      words: sum(spoken.map((one) => one.wordCount)) + (id === transcript.caseId ? rest : 0),
    };
  });
}

/** A page that is begun is a page. */
const pagesOf = (words: number, perPage: number): number | null =>
  words === 0 ? null : Math.ceil(words / perPage);

function summed(values: readonly (number | null)[]): Summed {
  const given = values.filter((value) => value !== null);
  const total = sum(given);
  return {
    sum: total,
    known: given.length,
    mean: given.length === 0 ? noValue('no-records') : known(total / given.length),
    min: given.length === 0 ? null : Math.min(...given),
    max: given.length === 0 ? null : Math.max(...given),
  };
}

/** ISO dates sort as text. */
function rangeOf(dates: readonly string[]): InterviewTable['totals']['dates'] {
  const sorted = [...dates].sort();
  const [first] = sorted;
  const last = sorted.at(-1);
  return first === undefined || last === undefined ? null : { first, last, known: sorted.length };
}

function placesOf(places: readonly string[]): InterviewTable['totals']['places'] {
  const counts = new Map<string, number>();
  for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
  return [...counts]
    .map(([place, interviews]) => ({ place, interviews }))
    .sort((a, b) => b.interviews - a.interviews);
}
