import type { HeatChart, NetworkChart } from '../../../charts/chart.ts';
import { CO_OCCURRENCE_RULES } from '../../../domain/analysis/co-occurrence/joint-counts.ts';
import {
  excerptsTogether,
  themeCoOccurrence,
  THEME_LEVELS,
  type CoOccurrenceOptions,
  type ThemeCoOccurrence,
  type ThemePair,
} from '../../../domain/analysis/co-occurrence/theme-co-occurrence.ts';
import { inInterviewOrder } from '../../../domain/analysis/excerpts-at.ts';
import { themeTitle } from '../../../domain/codebook/tree.ts';
import type { ThemeId } from '../../../domain/ids.ts';
import { coOccurrenceQuery, type CoOccurrenceQuery } from '../../api/schemas-analysis.ts';
import { paneOf, type QuotesPane } from '../quotes-pane.ts';
import type { ChartPage } from './chart-page.ts';
import { baseOf, cell, figure, opening, searchOf, tableOf, type Context } from './context.ts';
import { choiceField, recordField } from './fields.ts';
import { figureOf } from './figure.ts';

/** More than these cannot be told apart in a drawing; the table has every pair. */
const MOST_DRAWN = 36;
const MOST_LINES = 120;

export const coOccurrenceOptions = ({
  rule,
  level,
  coder,
}: CoOccurrenceQuery): CoOccurrenceOptions => ({ rule, level, coderId: coder });

const addressOf = (query: CoOccurrenceQuery): string =>
  searchOf({ ...query }, { ...coOccurrenceQuery.parse({}) });

/** The two drawings of one count. */
export function coOccurrenceCharts(
  context: Context,
  query: CoOccurrenceQuery,
  found = themeCoOccurrence(context.project, coOccurrenceOptions(query)),
): { matrix: HeatChart; network: NetworkChart } {
  const drawn = mostTogether(found);
  return {
    matrix: matrixOf(context, query, found, drawn),
    network: networkOf(context, query, found, drawn),
  };
}

/** Places of the themes that are drawn, in codebook order. */
function mostTogether({ themes, pairs }: ThemeCoOccurrence): number[] {
  const together = themes.map(() => 0);
  for (const { a, b, n12 } of pairs) {
    together[a] = (together[a] ?? 0) + n12;
    together[b] = (together[b] ?? 0) + n12;
  }
  return themes
    .map((_, i) => i)
    .filter((i) => (together[i] ?? 0) > 0)
    .sort((a, b) => (together[b] ?? 0) - (together[a] ?? 0) || a - b)
    .slice(0, MOST_DRAWN)
    .sort((a, b) => a - b);
}

function wordsOf({ t, project }: Context, query: CoOccurrenceQuery, found: ThemeCoOccurrence) {
  const coder = query.coder === null ? null : project.coders.get(query.coder)?.name;
  return {
    note: [
      t(`charts.co-occurrence.rule-notes.${query.rule}`),
      t(`charts.co-occurrence.level-notes.${query.level}`),
      t('charts.coder', { coder: coder ?? t('charts.all-coders') }),
    ].join(' '),
    desc: t('charts.co-occurrence.desc', {
      themes: found.themes.length,
      count: found.pairs.length,
    }),
    empty: t('charts.co-occurrence.none'),
  };
}

function matrixOf(
  context: Context,
  query: CoOccurrenceQuery,
  found: ThemeCoOccurrence,
  drawn: readonly number[],
): HeatChart {
  const { t, formats } = context;
  const search = addressOf(query);
  const names = drawn.map((i) => titleAt(found, i));
  const placeOf = new Map(drawn.map((theme, i) => [theme, i]));
  // No theme occurs together with itself; others that never do have a 0.
  const cells = drawn.map((row): HeatChart['rows'][number]['cells'][number][] =>
    drawn.map((column) => (row === column ? null : { value: 0 })),
  );
  for (const pair of found.pairs) {
    const [row, column] = [placeOf.get(pair.a), placeOf.get(pair.b)];
    if (row === undefined || column === undefined) continue;
    const shown = shownOf(query, pair, formats.decimal);
    cells[row]![column] = { ...shown, href: hrefOf(search, found, pair.a, pair.b) };
    cells[column]![row] = { ...shown, href: hrefOf(search, found, pair.b, pair.a) };
  }
  return {
    kind: 'heat',
    title: t(`charts.co-occurrence.matrix.${query.show}`, { count: found.themes.length }),
    ...wordsOf(context, query, found),
    language: formats.language,
    scale: t(`charts.co-occurrence.scale.${query.show}`),
    columns: names,
    rows: names.map((name, i) => ({ name, cells: cells[i] ?? [] })),
    table: pairTable(context, query, found),
  };
}

function shownOf(
  { show }: CoOccurrenceQuery,
  { coefficient, n12 }: ThemePair,
  write: (value: number | null) => string,
): { value: number; text: string } {
  if (show === 'count') return { value: n12, text: String(n12) };
  const mark = (coefficient.value ?? 2) > 1 ? '!' : '';
  return { value: Math.min(1, coefficient.value ?? 1), text: `${write(coefficient.value)}${mark}` };
}

const titleAt = ({ themes }: ThemeCoOccurrence, i: number): string => {
  const theme = themes[i];
  return theme ? themeTitle(theme) : '';
};

const hrefOf = (search: string, { themes }: ThemeCoOccurrence, a: number, b: number): string =>
  opening(search, { a: themes[a]?.id ?? '', b: themes[b]?.id ?? '' });

function pairTable({ t }: Context, query: CoOccurrenceQuery, found: ThemeCoOccurrence) {
  const search = addressOf(query);
  const names = ['theme', 'other', 'n1', 'n2', 'n12', 'c', 'share', 'check'] as const;
  return tableOf(
    t,
    names.map((name) => t(`charts.co-occurrence.columns.${name}`)),
    found.pairs.map((pair) => [
      cell(titleAt(found, pair.a)),
      cell(titleAt(found, pair.b)),
      cell(pair.n1),
      cell(pair.n2),
      cell(pair.n12, hrefOf(search, found, pair.a, pair.b)),
      figure(pair.coefficient),
      figure(pair.shareOfRarer),
      cell(pair.warnings.map((one) => t(`charts.co-occurrence.checks.${one}`)).join('; ')),
    ]),
  );
}

function networkOf(
  context: Context,
  query: CoOccurrenceQuery,
  found: ThemeCoOccurrence,
  drawn: readonly number[],
): NetworkChart {
  const { t, formats } = context;
  const search = addressOf(query);
  const placeOf = new Map(drawn.map((theme, i) => [theme, i]));
  const lines = found.pairs
    .flatMap((pair) => {
      const [a, b] = [placeOf.get(pair.a), placeOf.get(pair.b)];
      return a === undefined || b === undefined ? [] : [{ a, b, pair }];
    })
    .sort((x, y) => y.pair.n12 - x.pair.n12)
    .slice(0, MOST_LINES);
  return {
    kind: 'network',
    title: t('charts.co-occurrence.network', { count: found.themes.length }),
    ...wordsOf(context, query, found),
    language: formats.language,
    nodes: drawn.map((i) => ({ name: titleAt(found, i), value: found.counts.occurrences[i] ?? 0 })),
    edges: lines.map(({ a, b, pair }) => ({
      a,
      b,
      value: pair.n12,
      name: `${titleAt(found, pair.a)} – ${titleAt(found, pair.b)}: ${pair.n12}`,
      href: hrefOf(search, found, pair.a, pair.b),
    })),
    table: pairTable(context, query, found),
  };
}

/** @param pair the themes whose excerpts are opened */
export function coOccurrencePage(
  context: Context,
  query: CoOccurrenceQuery,
  pair: { readonly a: ThemeId; readonly b: ThemeId } | null,
  all: boolean,
): ChartPage {
  const { project, t } = context;
  const found = themeCoOccurrence(project, coOccurrenceOptions(query));
  const { matrix, network } = coOccurrenceCharts(context, query, found);
  const search = addressOf(query);
  const base = baseOf(context);
  const place = { base, search, t };
  const coders = [...project.coders.values()];
  return {
    base,
    action: `${base}/analyse/co-occurrence`,
    title: t('nav.co-occurrence'),
    about: t('charts.co-occurrence.about'),
    empty: emptyOf(context),
    fields: [
      choiceField(t, 'co-occurrence', 'rule', CO_OCCURRENCE_RULES, query.rule),
      choiceField(t, 'co-occurrence', 'level', THEME_LEVELS, query.level),
      ...(coders.length > 1
        ? [
            recordField(
              'coder',
              t('charts.coder-name'),
              coders,
              query.coder,
              t('charts.all-coders'),
            ),
          ]
        : []),
      choiceField(t, 'co-occurrence', 'show', ['coefficient', 'count'], query.show),
    ],
    statements: strongest(context, found),
    warnings: warningsOf(context, query, found),
    figures: [
      figureOf('co-occurrence-matrix', matrix, place),
      ...(found.pairs.length > 0
        ? [figureOf('co-occurrence-network', network, { ...place, isTwice: true })]
        : []),
    ],
    notes: [
      t('charts.co-occurrence.formula'),
      ...(found.themes.length > MOST_DRAWN
        ? [t('charts.co-occurrence.drawn', { most: MOST_DRAWN })]
        : []),
    ],
    pane: pair && paneFor(context, query, pair, all),
  };
}

/** Where nothing is coded, there is nothing to analyse. */
export const emptyOf = (context: Context): ChartPage['empty'] =>
  context.project.excerpts.size > 0
    ? null
    : {
        title: context.t('frequencies.empty.title'),
        how: context.t('frequencies.empty.how'),
        href: `${baseOf(context)}/code`,
        link: context.t('codebook.to-code'),
      };

function strongest({ t, formats }: Context, found: ThemeCoOccurrence): string[] {
  const pair = found.pairs.find(({ warnings }) => warnings.length === 0) ?? found.pairs[0];
  if (!pair) return [];
  return [
    t('charts.co-occurrence.strongest', {
      first: titleAt(found, pair.a),
      second: titleAt(found, pair.b),
      count: pair.n12,
      c: formats.decimal(pair.coefficient.value),
    }),
  ];
}

function warningsOf(
  { t, project }: Context,
  { rule, coder }: CoOccurrenceQuery,
  { pairs }: ThemeCoOccurrence,
): string[] {
  const having = (warning: ThemePair['warnings'][number]): number =>
    pairs.filter(({ warnings }) => warnings.includes(warning)).length;
  const [beyond, unequal] = [having('out-of-range'), having('unequal-frequencies')];
  return [
    ...(beyond > 0 ? [t('charts.co-occurrence.beyond', { count: beyond })] : []),
    ...(unequal > 0 ? [t('charts.co-occurrence.unequal', { count: unequal })] : []),
    ...(rule === 'overlap' && coder === null && project.coders.size > 1
      ? [t('charts.co-occurrence.several-coders')]
      : []),
  ];
}

function paneFor(
  { project, t }: Context,
  query: CoOccurrenceQuery,
  { a, b }: { readonly a: ThemeId; readonly b: ThemeId },
  all: boolean,
): QuotesPane {
  const search = addressOf(query);
  const names = [a, b].flatMap((id) => project.themes.get(id) ?? []).map(themeTitle);
  const excerpts = excerptsTogether(project, coOccurrenceOptions(query), a, b);
  return paneOf(
    project,
    {
      title: names.length === 2 ? names.join(' + ') : t('frequencies.gone'),
      excerpts: inInterviewOrder(project, excerpts),
      all,
      address: opening(search, { a, b }),
      close: `?${search}`,
    },
    t,
  );
}
