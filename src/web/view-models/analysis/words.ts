import type { BarChart, HeatChart } from '../../../charts/chart.ts';
import { SPOKEN_BY } from '../../../domain/analysis/words/spoken-words.ts';
import type { WordRow, WordUse, WordUseOptions } from '../../../domain/analysis/words/word-use.ts';
import { usualStopWords } from '../../../domain/language/stop-words.ts';
import { casesInOrder } from '../../../domain/project/project.ts';
import { wordsQuery, type WordsQuery } from '../../api/schemas-analysis.ts';
import type { ChartPage } from './chart-page.ts';
import { baseOf, cell, searchOf, tableOf, type Context } from './context.ts';
import { choiceField, recordField } from './fields.ts';
import { figureOf } from './figure.ts';

const MOST_BARS = 30;
const MOST_CASES = 40;
const SHOWN_FORMS = 8;

const addressOf = (query: WordsQuery): string =>
  searchOf({ ...query }, { ...wordsQuery.parse({}) });

export const wordsOptions = ({ by, case: caseId, limit }: WordsQuery): WordUseOptions => ({
  by,
  caseId,
  limit,
});

/** Where the places of a word are shown. */
const linesOf = (context: Context, query: WordsQuery, word: string, caseId?: string): string => {
  const search = new URLSearchParams({ q: word });
  if (query.by !== 'interviewee') search.append('by', query.by);
  const one = caseId ?? query.case;
  if (one) search.append('case', one);
  return `${baseOf(context)}/analyse/concordance?${search.toString()}`;
};

function wordsFor({ t, project, formats }: Context, query: WordsQuery, found: WordUse) {
  const who = query.case === null ? null : project.cases.get(query.case)?.name;
  return {
    title: t(`charts.words.title.${query.by}`, {
      total: formats.number(found.total),
      who: who ?? t('charts.words.everybody'),
    }),
    note: t('charts.words.note', {
      stopped: formats.number(found.stopped),
      distinct: formats.number(found.distinct),
    }),
    empty: t('charts.words.none'),
    language: formats.language,
  };
}

export function wordBars(context: Context, query: WordsQuery, found: WordUse): BarChart {
  const { t } = context;
  const [first] = found.rows;
  return {
    kind: 'bars',
    ...wordsFor(context, query, found),
    desc: t('charts.words.desc', { word: first?.word ?? '–', count: first?.count ?? 0 }),
    series: [t('charts.words.scale')],
    scale: t('charts.words.scale'),
    items: found.rows.slice(0, MOST_BARS).map(({ word, count }) => ({
      name: word,
      values: [count],
      href: linesOf(context, query, word),
    })),
    table: tableOf(
      t,
      ['word', 'count', 'cases', 'forms'].map((name) => t(`charts.words.columns.${name}`)),
      found.rows.map((row) => [
        cell(row.word, linesOf(context, query, row.word)),
        cell(row.count),
        cell(row.caseCount),
        cell(formsOf(row)),
      ]),
    ),
  };
}

const formsOf = ({ forms }: WordRow): string =>
  [
    ...forms.slice(0, SHOWN_FORMS).map(({ form, count }) => `${form} ${count}`),
    ...(forms.length > SHOWN_FORMS ? ['…'] : []),
  ].join(', ');

export function wordsByCase(context: Context, query: WordsQuery, found: WordUse): HeatChart {
  const { t } = context;
  const cases = found.cases.filter((_, i) => found.rows.some(({ byCase }) => byCase[i]));
  const place = new Map(found.cases.map(({ id }, i) => [id, i]));
  const countOf = ({ byCase }: WordRow, id: (typeof cases)[number]['id']): number =>
    byCase[place.get(id) ?? -1] ?? 0;
  const drawn = cases.slice(0, MOST_CASES);
  const base = wordsFor(context, query, found);
  return {
    kind: 'heat',
    ...base,
    title: t('charts.words.by-case', { title: base.title }),
    desc: t('charts.words.by-case-desc'),
    scale: t('charts.words.scale'),
    columns: drawn.map(({ name }) => name),
    rows: found.rows.slice(0, MOST_BARS).map((row) => ({
      name: row.word,
      cells: drawn.map(({ id }) => {
        const value = countOf(row, id);
        return value > 0 ? { value, href: linesOf(context, query, row.word, id) } : { value };
      }),
    })),
    table: tableOf(
      t,
      [t('charts.words.columns.word'), ...cases.map(({ name }) => name)],
      found.rows.map((row) => [
        cell(row.word),
        ...cases.map(({ id }) => {
          const value = countOf(row, id);
          return value > 0 ? cell(value, linesOf(context, query, row.word, id)) : cell(0);
        }),
      ]),
    ),
  };
}

export interface WordsPage extends ChartPage {
  /** The list as it is edited, a word a line; and the merges, "word = other, other" a line. */
  readonly settings: {
    readonly stopWords: string;
    readonly isUsual: boolean;
    readonly merges: string;
    readonly back: string;
  };
}

/** Where there are no interviews, there are no words. */
export const noInterviews = (context: Context): ChartPage['empty'] =>
  context.project.transcripts.size > 0
    ? null
    : {
        title: context.t('charts.words.empty'),
        how: context.t('charts.words.empty-how'),
        href: baseOf(context),
        link: context.t('nav.transcripts'),
      };

export function wordsPage(context: Context, query: WordsQuery, found: WordUse): WordsPage {
  const { t, project } = context;
  const base = baseOf(context);
  const search = addressOf(query);
  const place = { base, search, t };
  const { stopWords, wordMerges, language } = project.settings;
  const cases = casesInOrder(project);
  return {
    base,
    action: `${base}/analyse/words`,
    title: t('nav.words'),
    about: t('charts.words.about'),
    empty: noInterviews(context),
    fields: [
      choiceField(t, 'words', 'by', SPOKEN_BY, query.by),
      recordField('case', t('charts.case'), cases, query.case, t('charts.all-cases')),
      {
        kind: 'number',
        id: 'limit',
        name: t('charts.words.limit'),
        value: String(query.limit),
        min: 1,
        max: 1_000,
      },
    ],
    statements: [],
    warnings: [],
    figures: [
      figureOf('words', wordBars(context, query, found), place),
      ...(cases.length > 1 && query.case === null
        ? [figureOf('words-by-case', wordsByCase(context, query, found), place)]
        : []),
    ],
    notes: [t(`charts.words.method.${language}`)],
    pane: null,
    settings: {
      stopWords: (stopWords ?? usualStopWords(language)).join('\n'),
      isUsual: stopWords === null,
      merges: wordMerges.map(({ word, others }) => `${word} = ${others.join(', ')}`).join('\n'),
      back: search,
    },
  };
}
