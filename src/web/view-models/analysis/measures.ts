import type { BarChart } from '../../../charts/chart.ts';
import { excerptsAt } from '../../../domain/analysis/excerpts-at.ts';
import {
  FEW_ANSWERS,
  measureByTheme,
  type MeasureByTheme,
  type MeasureSide,
  type ThemeMeasure,
} from '../../../domain/analysis/measures/measure-by-theme.ts';
import { themeTitle } from '../../../domain/codebook/tree.ts';
import type { AttributeId, ThemeId } from '../../../domain/ids.ts';
import { byOrder, type Project } from '../../../domain/project/project.ts';
import type { Attribute } from '../../../domain/project/records.ts';
import { measuresQuery, type MeasuresQuery } from '../../api/schemas-analysis.ts';
import { paneOf, type QuotesPane } from '../quotes-pane.ts';
import type { ChartPage } from './chart-page.ts';
import { emptyOf } from './co-occurrence.ts';
import { baseOf, cell, figure, opening, searchOf, tableOf, type Context } from './context.ts';
import { recordField } from './fields.ts';
import { figureOf } from './figure.ts';

const MOST_DRAWN = 40;

export const measuresOf = ({ attributes }: Project): Attribute[] =>
  [...attributes.values()].filter(({ measure }) => measure !== null).sort(byOrder);

/** The measure asked for, or the first; undefined where the project has none. */
export const measureAsked = (
  project: Project,
  { measure }: MeasuresQuery,
): AttributeId | undefined =>
  measuresOf(project).find(({ id }) => id === measure)?.id ?? measuresOf(project)[0]?.id;

const addressOf = (query: MeasuresQuery): string =>
  searchOf({ ...query }, { ...measuresQuery.parse({}) });

export function measuresChart(
  context: Context,
  query: MeasuresQuery,
  found: MeasureByTheme,
): BarChart {
  const { t, formats } = context;
  const search = addressOf(query);
  const { all, measure } = found;
  const told = (side: MeasureSide): string =>
    t('charts.measures.score-n', { score: scoreOf(context, side), n: side.n });
  return {
    kind: 'bars',
    title: t(`charts.measures.title.${measure.kind}`, { name: found.name }),
    note: t('charts.measures.note', {
      scale: `${measure.min}–${measure.max}`,
      n: all.n,
      missing: all.missingCount,
      score: scoreOf(context, all),
    }),
    desc: t('charts.measures.desc', { count: found.rows.length }),
    empty: t('charts.measures.nobody'),
    language: formats.language,
    series: [t('charts.measures.with'), t('charts.measures.without')],
    scale: t(`charts.measures.scale.${measure.kind}`),
    items: mostUneven(found.rows).map(({ theme, withTheme, without }) => ({
      name: themeTitle(theme),
      values: [withTheme.score.value, without.score.value],
      texts: [told(withTheme), told(without)],
      href: opening(search, { open: theme.id }),
    })),
    table: tableFor(context, search, found),
  };
}

/** Those with answers on both sides, in codebook order; of more than fit, the ones furthest apart. */
const mostUneven = (rows: readonly ThemeMeasure[]): ThemeMeasure[] => {
  const chosen = new Set(
    rows
      .filter(({ difference }) => difference.value !== null)
      .sort((a, b) => Math.abs(b.difference.value ?? 0) - Math.abs(a.difference.value ?? 0))
      .slice(0, MOST_DRAWN),
  );
  return rows.filter((row) => chosen.has(row));
};

const scoreOf = ({ formats }: Context, { score }: Pick<MeasureSide, 'score'>): string =>
  score.value === null ? '–' : formats.number(Math.round(score.value));

function tableFor({ t }: Context, search: string, { rows }: MeasureByTheme) {
  const names = ['score', 'mean', 'n', 'groups-name'] as const;
  const sides = ['with', 'without'] as const;
  const ofSide = (side: MeasureSide, href?: string) => [
    figure(side.score, 1),
    figure(side.mean),
    cell(side.n, href),
    cell(
      side.groups
        .map(({ group, count }) => `${t(`charts.measures.groups.${group}`)} ${count}`)
        .join(', '),
    ),
  ];
  return tableOf(
    t,
    [
      t('charts.measures.theme'),
      ...sides.flatMap((side) =>
        names.map((name) => `${t(`charts.measures.${side}`)}: ${t(`charts.measures.${name}`)}`),
      ),
      t('charts.measures.difference'),
      t('charts.measures.check'),
    ],
    rows.map(({ theme, withTheme, without, difference, isSmall }) => [
      cell(themeTitle(theme), opening(search, { open: theme.id })),
      ...ofSide(withTheme, opening(search, { open: theme.id })),
      ...ofSide(without),
      figure(difference, 1),
      cell(isSmall ? t('charts.measures.small') : ''),
    ]),
  );
}

/** @param open the theme whose excerpts are opened */
export function measuresPage(
  context: Context,
  query: MeasuresQuery,
  open: string | undefined,
  all: boolean,
): ChartPage {
  const { t, project } = context;
  const base = baseOf(context);
  const id = measureAsked(project, query);
  const found = id && measureByTheme(project, id);
  const isUnanswered = found !== undefined && found.all.n === 0;
  const small = found && !isUnanswered ? found.rows.filter(({ isSmall }) => isSmall).length : 0;
  return {
    base,
    action: `${base}/analyse/measures`,
    title: t('nav.measures'),
    about: t('charts.measures.about'),
    empty: found
      ? emptyOf(context)
      : {
          title: t('charts.measures.none'),
          how: t('charts.measures.none-how'),
          href: `${base}/attributes/new`,
          link: t('charts.measures.none-link'),
        },
    fields: [recordField('measure', t('charts.measures.measure'), measuresOf(project), id ?? null)],
    ...(isUnanswered && {
      links: [{ href: `${base}/cases`, name: t('charts.measures.to-answers') }],
    }),
    statements: isUnanswered ? [t('charts.measures.unanswered', { name: found.name })] : [],
    warnings: small > 0 ? [t('charts.measures.few', { count: small, few: FEW_ANSWERS })] : [],
    figures:
      found && !isUnanswered
        ? [
            figureOf('measures', measuresChart(context, query, found), {
              base,
              search: addressOf(query),
              t,
            }),
          ]
        : [],
    notes: [
      ...(found && !isUnanswered && found.rows.some(({ difference }) => difference.value === null)
        ? [t('charts.measures.drawn', { most: MOST_DRAWN })]
        : []),
      t('charts.measures.source'),
    ],
    pane: open === undefined ? null : paneFor(context, query, open as ThemeId, all),
  };
}

function paneFor(
  { project, t }: Context,
  query: MeasuresQuery,
  id: ThemeId,
  all: boolean,
): QuotesPane | null {
  const theme = project.themes.get(id);
  if (!theme) return null;
  const at = excerptsAt(project, { rows: 'theme', columns: 'case' }, { rowId: id, columnId: null });
  const search = addressOf(query);
  return paneOf(
    project,
    {
      title: themeTitle(theme),
      excerpts: at?.excerpts ?? [],
      all,
      address: opening(search, { open: id }),
      close: `?${search}`,
    },
    t,
  );
}
