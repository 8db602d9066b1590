import type { BarChart } from '../../../charts/chart.ts';
import {
  OVER_QUOTED,
  quoteSpread,
  UNDER_QUOTED,
  type CaseSpread,
  type SpreadFlag,
} from '../../../domain/analysis/spread/quote-spread.ts';
import { caseHoldings } from '../../../domain/cases/case-holdings.ts';
import type { CaseId } from '../../../domain/ids.ts';
import { paneOf, type QuotesPane } from '../quotes-pane.ts';
import type { ChartPage } from './chart-page.ts';
import { emptyOf } from './co-occurrence.ts';
import { baseOf, cell, figure, opening, tableOf, type Context } from './context.ts';
import { figureOf } from './figure.ts';

export function spreadChart(context: Context, rows = quoteSpread(context.project)): BarChart {
  const { t, formats } = context;
  const excerpts = rows.reduce((sum, { excerptCount }) => sum + excerptCount, 0);
  const hundredfold = (share: number | null): number | null =>
    share === null ? null : Math.round(1000 * share) / 10;
  return {
    kind: 'bars',
    title: t('charts.spread.title', { count: excerpts, cases: rows.length }),
    note: t('charts.spread.note'),
    desc: t('charts.spread.desc'),
    empty: t('charts.spread.none'),
    language: formats.language,
    series: [t('charts.spread.excerpts'), t('charts.spread.words')],
    scale: t('charts.spread.scale'),
    items: rows.map((row) => ({
      name: row.case.name,
      values: [hundredfold(row.shareOfExcerpts.value), hundredfold(row.shareOfWords.value)],
      texts: [
        t('charts.spread.bar', {
          share: formats.percent(row.shareOfExcerpts.value),
          count: row.excerptCount,
        }),
        formats.percent(row.shareOfWords.value),
      ],
      href: opening('', { open: row.case.id }),
    })),
    table: tableFor(context, rows),
  };
}

function tableFor({ t }: Context, rows: readonly CaseSpread[]) {
  const names = ['case', 'count', 'share', 'words', 'pages', 'expected', 'ratio', 'check'] as const;
  const percent = (share: CaseSpread['ratio']) => {
    const one = figure(share, 4);
    return typeof one.value === 'number'
      ? { ...one, value: Math.round(one.value * 1000) / 10 }
      : one;
  };
  return tableOf(
    t,
    names.map((name) => t(`charts.spread.columns.${name}`)),
    rows.map((row) => [
      cell(row.case.name),
      cell(row.excerptCount, row.excerptCount > 0 ? opening('', { open: row.case.id }) : undefined),
      percent(row.shareOfExcerpts),
      cell(row.wordCount),
      cell(Math.round(row.pages * 10) / 10),
      percent(row.shareOfWords),
      figure(row.ratio),
      cell(row.flag ? t(`charts.spread.flags.${row.flag}`) : ''),
    ]),
  );
}

/** @param open the case whose excerpts are opened */
export function spreadPage(context: Context, open: string | undefined, all: boolean): ChartPage {
  const { t, formats } = context;
  const rows = quoteSpread(context.project);
  const base = baseOf(context);
  const flagged = (flag: SpreadFlag): string[] => {
    const names = rows.filter((row) => row.flag === flag).map((row) => row.case.name);
    return names.length === 0
      ? []
      : [
          t(`charts.spread.warnings.${flag}`, {
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
    fields: [],
    statements: [],
    warnings: [...flagged('never'), ...flagged('under'), ...flagged('over')],
    figures: [figureOf('spread', spreadChart(context, rows), { base, search: '', t })],
    notes: [t('charts.spread.method', { over: OVER_QUOTED, under: UNDER_QUOTED })],
    pane: open === undefined ? null : paneFor(context, open as CaseId, all),
  };
}

function paneFor({ project, t }: Context, id: CaseId, all: boolean): QuotesPane | null {
  const one = project.cases.get(id);
  if (!one) return null;
  const excerpts = caseHoldings(project)(id).excerpts.filter(({ themeIds }) => themeIds.length > 0);
  const address = opening('', { open: id });
  return paneOf(project, { title: one.name, excerpts, all, address, close: '?' }, t);
}
