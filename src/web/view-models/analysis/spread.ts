import type { BarChart } from '../../../charts/chart.ts';
import {
  OVER_QUOTED,
  quoteSpread,
  SPREAD_OF,
  spreadHoldings,
  UNDER_QUOTED,
  type CaseSpread,
  type SpreadFlag,
} from '../../../domain/analysis/spread/quote-spread.ts';
import type { CaseId } from '../../../domain/ids.ts';
import { spreadQuery, type SpreadQuery } from '../../api/schemas-analysis.ts';
import { paneOf, type QuotesPane } from '../quotes-pane.ts';
import type { ChartPage } from './chart-page.ts';
import { emptyOf } from './co-occurrence.ts';
import { baseOf, cell, figure, opening, searchOf, tableOf, type Context } from './context.ts';
import { choiceField } from './fields.ts';
import { figureOf } from './figure.ts';

/** What is said of excerpts, or of quotes. */
const keyOf = ({ of }: SpreadQuery): string =>
  of === 'quotes' ? 'charts.spread.quotes' : 'charts.spread';

const addressOf = (query: SpreadQuery): string => searchOf(query, spreadQuery.parse({}));

export function spreadChart(
  context: Context,
  query: SpreadQuery,
  rows = quoteSpread(context.project, query.of),
): BarChart {
  const key = keyOf(query);
  const search = addressOf(query);
  const { t, formats } = context;
  const excerpts = rows.reduce((sum, { excerptCount }) => sum + excerptCount, 0);
  const hundredfold = (share: number | null): number | null =>
    share === null ? null : Math.round(1000 * share) / 10;
  return {
    kind: 'bars',
    title: t(`${key}.title`, { count: excerpts, cases: rows.length }),
    note: t(`${key}.note`),
    desc: t(`${key}.desc`),
    empty: t('charts.spread.none'),
    language: formats.language,
    series: [t(`${key}.excerpts`), t('charts.spread.words')],
    scale: t('charts.spread.scale'),
    items: rows.map((row) => ({
      name: row.case.name,
      values: [hundredfold(row.shareOfExcerpts.value), hundredfold(row.shareOfWords.value)],
      texts: [
        t(`${key}.bar`, {
          share: formats.percent(row.shareOfExcerpts.value),
          count: row.excerptCount,
        }),
        formats.percent(row.shareOfWords.value),
      ],
      href: opening(search, { open: row.case.id }),
    })),
    table: tableFor(context, query, rows),
  };
}

function tableFor({ t }: Context, query: SpreadQuery, rows: readonly CaseSpread[]) {
  const key = keyOf(query);
  const search = addressOf(query);
  const names = ['case', 'count', 'share', 'words', 'pages', 'expected', 'ratio', 'check'] as const;
  const percent = (share: CaseSpread['ratio']) => {
    const one = figure(share, 4);
    return typeof one.value === 'number'
      ? { ...one, value: Math.round(one.value * 1000) / 10 }
      : one;
  };
  return tableOf(
    t,
    names.map((name) =>
      t(`${name === 'count' || name === 'share' ? key : 'charts.spread'}.columns.${name}`),
    ),
    rows.map((row) => [
      cell(row.case.name),
      cell(
        row.excerptCount,
        row.excerptCount > 0 ? opening(search, { open: row.case.id }) : undefined,
      ),
      percent(row.shareOfExcerpts),
      cell(row.wordCount),
      cell(Math.round(row.pages * 10) / 10),
      percent(row.shareOfWords),
      figure(row.ratio),
      cell(row.flag ? t(`${row.flag === 'never' ? key : 'charts.spread'}.flags.${row.flag}`) : ''),
    ]),
  );
}

/** @param open the case whose excerpts are opened */
export function spreadPage(
  context: Context,
  query: SpreadQuery,
  open: string | undefined,
  all: boolean,
): ChartPage {
  const { t, formats } = context;
  const key = keyOf(query);
  const search = addressOf(query);
  const rows = quoteSpread(context.project, query.of);
  const base = baseOf(context);
  const flagged = (flag: SpreadFlag): string[] => {
    const names = rows.filter((row) => row.flag === flag).map((row) => row.case.name);
    return names.length === 0
      ? []
      : [
          t(`${key}.warnings.${flag}`, {
            count: names.length,
            names: names.join(', '),
            over: formats.decimal(OVER_QUOTED),
            under: formats.decimal(UNDER_QUOTED),
          }),
        ];
  };
  return {
    base,
    action: `${base}/analyse/spread`,
    title: t('nav.spread'),
    about: t('charts.spread.about'),
    empty: emptyOf(context),
    fields: [choiceField(t, 'spread', 'of', SPREAD_OF, query.of)],
    links:
      query.of === 'quotes' ? [{ href: `${base}/report`, name: t('charts.spread.to-report') }] : [],
    statements: [],
    warnings: [...flagged('never'), ...flagged('under'), ...flagged('over')],
    figures: [figureOf('spread', spreadChart(context, query, rows), { base, search, t })],
    notes: [t(`${key}.method`, { over: OVER_QUOTED, under: UNDER_QUOTED })],
    pane: open === undefined ? null : paneFor(context, query, open as CaseId, all),
  };
}

function paneFor(
  { project, t }: Context,
  query: SpreadQuery,
  id: CaseId,
  all: boolean,
): QuotesPane | null {
  const one = project.cases.get(id);
  if (!one) return null;
  const excerpts = spreadHoldings(project, query.of)(id).excerpts;
  const search = addressOf(query);
  const address = opening(search, { open: id });
  return paneOf(project, { title: one.name, excerpts, all, address, close: `?${search}` }, t);
}
