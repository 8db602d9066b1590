import type { CurveChart } from '../../../charts/chart.ts';
import { THEME_LEVELS } from '../../../domain/analysis/co-occurrence/theme-co-occurrence.ts';
import {
  firstExcerpts,
  INTERVIEW_ORDERS,
  themeSaturation,
  type InterviewNews,
  type ThemeSaturation,
  type ThemeSaturationOptions,
} from '../../../domain/analysis/saturation/theme-saturation.ts';
import { saturationQuery, type SaturationQuery } from '../../api/schemas-analysis.ts';
import { paneOf, type QuotesPane } from '../quotes-pane.ts';
import type { ChartPage } from './chart-page.ts';
import { emptyOf } from './co-occurrence.ts';
import {
  baseOf,
  cell,
  figure,
  opening,
  searchOf,
  tableOf,
  type Context,
  type TableCell,
} from './context.ts';
import { choiceField, type Field } from './fields.ts';
import { figureOf } from './figure.ts';

export const saturationOptions = ({
  base,
  run,
  threshold,
  order,
  own,
  level,
}: SaturationQuery): ThemeSaturationOptions => ({
  baseSize: base,
  runLength: run,
  threshold: threshold / 100,
  order,
  own: own
    .split(/[,;\n]/)
    .map((title) => title.trim())
    .filter((title) => title !== ''),
  level,
});

const addressOf = (query: SaturationQuery): string =>
  searchOf({ ...query }, { ...saturationQuery.parse({}) });

const settingsOf = (query: SaturationQuery, { formats }: Context) => ({
  base: query.base,
  run: query.run,
  threshold: formats.percent(query.threshold / 100),
});

export function saturationChart(
  context: Context,
  query: SaturationQuery,
  found = themeSaturation(context.project, saturationOptions(query)),
): CurveChart {
  const { t, formats } = context;
  const { interviews, cumulativeThemeCounts, saturatedAfter } = found;
  const last = Math.min(query.base, interviews.length) - 1;
  const at = saturatedAfter.value;
  return {
    kind: 'curve',
    title: t('charts.saturation.title', {
      count: cumulativeThemeCounts.at(-1) ?? 0,
      interviews: interviews.length,
    }),
    note: [
      t('charts.saturation.note', settingsOf(query, context)),
      t(`charts.saturation.order-notes.${query.order}`),
      t(`charts.co-occurrence.level-notes.${query.level}`),
    ].join(' '),
    desc: statementOf(context, query, found),
    empty: t('charts.saturation.none'),
    language: formats.language,
    lineName: t('charts.saturation.line'),
    barName: t('charts.saturation.bars'),
    scale: t('charts.saturation.scale'),
    items: interviews.map(({ transcript, newThemes }, i) => ({
      name: transcript.title,
      value: cumulativeThemeCounts[i] ?? 0,
      added: newThemes.length,
    })),
    bands:
      last >= 0
        ? [
            {
              from: 0,
              to: last,
              name: t('charts.saturation.base-band', { count: found.baseThemeCount }),
            },
          ]
        : [],
    marks:
      at === null
        ? []
        : [{ at: at - 1, name: t('charts.saturation.mark', { name: titleAt(found, at) }) }],
    table: tableFor(context, query, found),
  };
}

const titleAt = ({ interviews }: ThemeSaturation, number: number): string =>
  interviews[number - 1]?.transcript.title ?? '';

function tableFor({ t }: Context, query: SaturationQuery, found: ThemeSaturation) {
  const search = addressOf(query);
  const columns = ['number', 'interview', 'new', 'total', 'run', 'run-new', 'share'] as const;
  return tableOf(
    t,
    columns.map((name) => t(`charts.saturation.columns.${name}`)),
    found.interviews.map(({ transcript, newThemes }, i): TableCell[] => {
      const run = found.runs.find(({ last }) => last === i + 1);
      const opened = opening(search, { open: transcript.id });
      return [
        cell(i + 1),
        cell(transcript.title),
        cell(newThemes.length, newThemes.length > 0 ? opened : undefined),
        cell(found.cumulativeThemeCounts[i] ?? 0),
        cell(run ? `${run.first}–${run.last}` : ''),
        cell(run ? run.newThemeCount : ''),
        run ? percentOf(figure(run.ratio, 4)) : cell(''),
      ];
    }),
  );
}

const percentOf = (one: TableCell): TableCell =>
  typeof one.value === 'number' ? { ...one, value: Math.round(one.value * 1000) / 10 } : one;

/** The finding in words, with the settings it holds under. */
function statementOf(context: Context, query: SaturationQuery, found: ThemeSaturation): string {
  const { t, formats } = context;
  const { saturatedAfter, confirmedAt, runs, laterRunsAbove } = found;
  const settings = settingsOf(query, context);
  if (saturatedAfter.value === null)
    return t(`charts.saturation.statements.${saturatedAfter.reason}`, {
      ...settings,
      interviews: found.interviews.length,
      needed: query.base + query.run,
    });
  const run = runs.find(({ last }) => last === confirmedAt.value);
  return [
    t('charts.saturation.statements.reached', {
      ...settings,
      number: saturatedAfter.value,
      name: titleAt(found, saturatedAfter.value),
      count: run?.newThemeCount ?? 0,
      share: formats.percent(run?.ratio.value ?? null),
      first: run ? titleAt(found, run.first) : '',
      last: run ? titleAt(found, run.last) : '',
      themes: found.baseThemeCount,
    }),
    ...(laterRunsAbove > 0 ? [t('charts.saturation.later', { count: laterRunsAbove })] : []),
  ].join(' ');
}

/** @param open the transcript whose new themes are opened */
export function saturationPage(
  context: Context,
  query: SaturationQuery,
  open: string | undefined,
  all: boolean,
): ChartPage {
  const { t, project } = context;
  const found = themeSaturation(project, saturationOptions(query));
  const base = baseOf(context);
  const undated =
    query.order === 'date'
      ? found.interviews.filter(({ transcript }) => !transcript.date).length
      : 0;
  const news = found.interviews.find(({ transcript }) => transcript.id === open);
  return {
    base,
    action: `${base}/analyse/saturation`,
    title: t('nav.saturation'),
    about: t('charts.saturation.about'),
    empty: emptyOf(context),
    fields: fieldsOf(context, query),
    statements: [statementOf(context, query, found)],
    warnings: [
      ...(undated > 0 ? [t('charts.saturation.undated', { count: undated })] : []),
      ...(found.unknown.length > 0
        ? [t('charts.saturation.unknown', { titles: found.unknown.join(', ') })]
        : []),
    ],
    figures: [
      figureOf('saturation', saturationChart(context, query, found), {
        base,
        search: addressOf(query),
        t,
      }),
    ],
    notes: [t('charts.saturation.source')],
    pane: news ? paneFor(context, query, news, all) : null,
  };
}

function fieldsOf({ t }: Context, query: SaturationQuery): Field[] {
  const number = (id: 'base' | 'run' | 'threshold', min: number, max: number): Field => ({
    kind: 'number',
    id,
    name: t(`charts.saturation.${id}`),
    value: String(query[id]),
    min,
    max,
  });
  return [
    number('base', 1, 100),
    number('run', 1, 20),
    number('threshold', 0, 100),
    choiceField(t, 'saturation', 'order', INTERVIEW_ORDERS, query.order),
    ...(query.order === 'own'
      ? [
          {
            kind: 'text' as const,
            id: 'own',
            name: t('charts.saturation.own'),
            value: query.own,
            hint: t('charts.saturation.own-hint'),
          },
        ]
      : []),
    choiceField(t, 'co-occurrence', 'level', THEME_LEVELS, query.level),
  ];
}

function paneFor(
  { project, t }: Context,
  query: SaturationQuery,
  news: InterviewNews,
  all: boolean,
): QuotesPane {
  const search = addressOf(query);
  const ids = firstExcerpts(project, news, query.level);
  return paneOf(
    project,
    {
      title: t('charts.saturation.new-in', { name: news.transcript.title }),
      excerpts: ids.flatMap((id) => project.excerpts.get(id) ?? []),
      all,
      address: opening(search, { open: news.transcript.id }),
      close: `?${search}`,
    },
    t,
  );
}
