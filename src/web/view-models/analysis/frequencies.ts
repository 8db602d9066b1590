import type { BarChart, BarItem, HeatChart } from '../../../charts/chart.ts';
import type { CrossTable } from '../../../domain/analysis/cross-table.ts';
import { shownTable, type Figure } from '../../../domain/analysis/shown-table.ts';
import { viewOf, type TableQuery } from '../../api/schemas-frequencies.ts';
import { kindName } from '../../table-words.ts';
import { tableTitle, totalsTitle } from '../frequency-page.ts';
import { titleOf } from '../frequency-table.ts';
import { searchOf as tableSearch, spotAddresses } from '../table-address.ts';
import { filtersOf, narrowedTo, researchQuestions } from '../table-controls.ts';
import { inPercent, whyUndefined } from '../table-figures.ts';
import type { ChartPage } from './chart-page.ts';
import { emptyOf } from './co-occurrence.ts';
import { baseOf, cell, tableOf, type Context, type TableCell } from './context.ts';
import { figureOf } from './figure.ts';

const MOST_BARS = 60;

/** The table as drawings: every figure by its shade, and the totals of the rows as bars. */
export function frequencyCharts(
  context: Context,
  query: TableQuery,
  counted: CrossTable<Figure>,
): { heat: HeatChart; bars: BarChart | null } {
  const { project, t, formats } = context;
  const shown = shownTable(counted, viewOf(query));
  const addressOf = spotAddresses(query);
  const href = (row: string | null, column: string | null): string =>
    `${baseOf(context)}/analyse${addressOf(row, column)}`;
  const valueOf = (figure: Figure): number | null =>
    figure === null || !inPercent(query) ? figure : Math.round(1000 * figure) / 10;
  const inWords = (value: number | null): string =>
    value === null ? '–' : inPercent(query) ? formats.tenth(value) : formats.number(value);
  const asCell = (figure: Figure, row: string | null, column: string | null): TableCell =>
    figure === null
      ? { value: null, why }
      : cell(valueOf(figure), figure ? href(row, column) : undefined);
  const why = whyUndefined(query, t);
  const lineOf = (
    name: string,
    row: string | null,
    figures: readonly Figure[],
    total: Figure,
  ): TableCell[] => [
    cell(name),
    ...figures.map((figure, j) => asCell(figure, row, shown.columns[j]?.id ?? null)),
    asCell(total, row, null),
  ];
  const narrowed = narrowedTo([
    ...filtersOf(project, query, t),
    researchQuestions(project, query, t),
  ]);
  const words = {
    title: tableTitle(project, query, t),
    note: isNarrowed(query) ? narrowed.join(' · ') : t('charts.frequencies.everything'),
    desc: t('charts.frequencies.desc', { rows: shown.rows.length, columns: shown.columns.length }),
    empty: t('charts.frequencies.none'),
    language: formats.language,
    scale: inPercent(query) ? '%' : t(`frequencies.counted.${query.unit}`),
    table: tableOf(
      t,
      [kindName(project, query.rows, t), ...shown.columns.map(titleOf), t('frequencies.total')],
      [
        ...shown.rows.map((row, i) =>
          lineOf(titleOf(row), row.id, shown.cells[i] ?? [], shown.rowTotals[i] ?? null),
        ),
        ...(shown.rows.length > 0
          ? [lineOf(t('frequencies.total'), null, shown.columnTotals, shown.total)]
          : []),
      ],
    ),
  };
  const heat: HeatChart = {
    ...words,
    kind: 'heat',
    columns: shown.columns.map(titleOf),
    rows: shown.rows.map((row, i) => ({
      name: titleOf(row),
      cells: (shown.cells[i] ?? []).map((figure, j) => {
        const [value, columnId] = [valueOf(figure), shown.columns[j]?.id ?? null];
        return { value, text: inWords(value), ...(value && { href: href(row.id, columnId) }) };
      }),
    })),
  };
  // Shares of a row's total add up to all of it in every row: there is nothing to draw.
  if (query.percent === 'row') return { heat, bars: null };
  const title = totalsTitle(project, query, t);
  const items = shown.rows.map((row, i) => {
    const value = valueOf(shown.rowTotals[i] ?? null);
    return {
      name: titleOf(row),
      values: [value],
      texts: [inWords(value)],
      href: href(row.id, null),
    };
  });
  const bars = {
    ...words,
    title,
    kind: 'bars',
    series: [words.scale],
    items: largest(items),
  } as const;
  return { heat, bars };
}

/** Also by what is not there any more and has no name. */
const isNarrowed = (query: TableQuery): boolean =>
  Boolean(query.researchQuestion) || FILTERS.some((name) => query[name].length > 0);

const FILTERS = ['coder', 'case', 'transcript', 'type', 'status', 'verdict'] as const;

/** In their order; of more than can be drawn, those with the most. */
function largest(items: readonly BarItem[]): BarItem[] {
  const valueOf = ({ values: [value] }: BarItem): number => value ?? -1;
  const drawn = new Set([...items].sort((a, b) => valueOf(b) - valueOf(a)).slice(0, MOST_BARS));
  return items.filter((item) => drawn.has(item));
}

export function frequencyChartsPage(
  context: Context,
  query: TableQuery,
  counted: CrossTable<Figure>,
): ChartPage {
  const { t } = context;
  const base = baseOf(context);
  const search = tableSearch(query);
  const { heat, bars } = frequencyCharts(context, query, counted);
  const place = { base, search, t };
  return {
    base,
    action: `${base}/analyse/charts`,
    title: t('nav.charts'),
    about: t('charts.frequencies.about'),
    empty: emptyOf(context),
    fields: [],
    links: [
      {
        href: `${base}/analyse${search === '' ? '' : `?${search}`}`,
        name: t('charts.frequencies.choose'),
      },
    ],
    statements: [],
    warnings: [],
    figures: [
      figureOf('frequencies-heat', heat, place),
      ...(bars ? [figureOf('frequencies-bars', bars, { ...place, isTwice: true })] : []),
    ],
    notes: [
      t('frequencies.notes.totals'),
      ...(bars && heat.rows.length > MOST_BARS
        ? [t('charts.frequencies.drawn', { most: MOST_BARS })]
        : []),
    ],
    pane: null,
  };
}
