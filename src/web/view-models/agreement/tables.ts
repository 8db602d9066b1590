import type {
  AgreementFigures,
  UnitFigures,
} from '../../../domain/analysis/agreement/project-agreement.ts';
import type { PairSegments } from '../../../domain/analysis/agreement/segments-by-theme.ts';
import type { PairAgreement } from '../../../domain/analysis/agreement/theme-agreement.ts';
import { noValue, type Statistic } from '../../../domain/analysis/statistic.ts';
import { themeTitle } from '../../../domain/codebook/tree.ts';
import { coderName, type AgreementContext } from './words.ts';

/** A figure of a table: a number, text, or a dash with its reason. */
export interface AgreementCell {
  readonly value: number | string | null;
  readonly text: string;
  readonly reason: string | null;
}

export interface AgreementTable {
  readonly title: string;
  readonly columns: readonly string[];
  /** The last is of all themes. */
  readonly rows: readonly { readonly name: string; readonly cells: readonly AgreementCell[] }[];
  /** Why figures are missing, each once. */
  readonly reasons: readonly string[];
}

type Body = Omit<AgreementTable, 'reasons'>;

const withReasons = (table: Body): AgreementTable => ({
  ...table,
  reasons: [
    ...new Set(table.rows.flatMap(({ cells }) => cells.flatMap(({ reason }) => reason ?? []))),
  ],
});

interface Row {
  readonly name: string;
  readonly figures: AgreementFigures;
}

/** One table for each pair of coders, before them one of all where there are more than two. */
export function agreementTables(context: AgreementContext): AgreementTable[] {
  const { asked, found, t } = context;
  const rows: Row[] = [
    ...found.themes.map(({ theme, figures }) => ({ name: themeTitle(theme), figures })),
    { name: t('agreement.pooled'), figures: found.pooled },
  ];
  const pairs = asked.coderIds.flatMap((first, i) =>
    asked.coderIds.slice(i + 1).map((second) => [first, second] as const),
  );
  const ofPairs = pairs.map((pair) => pairTable(context, rows, pair));
  const ofAll =
    asked.coderIds.length > 2 && asked.unit !== 'segments' ? [everybodyTable(context, rows)] : [];
  return [...ofAll, ...ofPairs].map(withReasons);
}

function everybodyTable(context: AgreementContext, rows: readonly Row[]): Body {
  const { t, asked } = context;
  const isText = asked.unit === 'characters';
  const ids = ['n', 'percent', 'fleiss', 'gwet', 'brennan', 'krippendorff'];
  const ofText = isText ? ['unitizing', 'unitizing-binary'] : [];
  return {
    title: t('agreement.everybody'),
    columns: [
      t('agreement.theme'),
      ...[...ids, ...ofText].map((id) => t(`agreement.figures.${id}`)),
    ],
    rows: rows.flatMap(({ name, figures }) => {
      if (figures.kind !== 'units') return [];
      const { agreement } = figures;
      const cells = [
        count(context, agreement.unitCount),
        share(context, agreement.percentAgreement),
        coefficient(context, agreement.fleissKappa),
        coefficient(context, agreement.gwetAC1),
        coefficient(context, agreement.brennanPrediger),
        coefficient(context, agreement.krippendorffAlpha),
        ...unitizingCells(context, figures, isText),
      ];
      return [{ name, cells }];
    }),
  };
}

const unitizingCells = (
  context: AgreementContext,
  { unitizing, unitizingBinary }: UnitFigures,
  isText: boolean,
): AgreementCell[] =>
  isText
    ? [unitizing, unitizingBinary].map((one) => coefficient(context, one ?? noValue('no-pairs')))
    : [];

function pairTable(
  context: AgreementContext,
  rows: readonly Row[],
  pair: readonly [string, string],
): Body {
  const { t, asked } = context;
  const [first, second] = pair.map((id) => coderName(context, id)) as [string, string];
  const title = t('agreement.pair', { first, second });
  const heads = (ids: readonly string[]): string[] => [
    t('agreement.theme'),
    ...ids.map((id) => t(`agreement.figures.${id}`, { first, second })),
  ];
  if (asked.unit === 'segments')
    return {
      title,
      columns: heads([
        'n',
        'matched',
        'only',
        'only-other',
        'segment-percent',
        'f1',
        'segment-kappa',
      ]),
      rows: rows.map(({ name, figures }) => ({
        name,
        cells: segmentCells(
          context,
          figures.kind === 'segments' ? ofPair(figures.pairs, pair) : null,
        ),
      })),
    };
  // Two coders are everybody: what is reckoned for all of them stands in their table.
  const isText = asked.unit === 'characters' && asked.coderIds.length === 2;
  const more = isText ? ['unitizing', 'unitizing-binary'] : [];
  const ids = ['n', 'both', 'only', 'only-other', 'percent', 'cohen', 'interval', 'scott', 'gwet'];
  return {
    title,
    columns: heads([...ids, 'brennan', 'krippendorff', ...more]),
    rows: rows.flatMap(({ name, figures }) =>
      figures.kind === 'units'
        ? [
            {
              name,
              cells: [
                ...pairCells(context, ofPair(figures.agreement.pairs, pair)),
                ...unitizingCells(context, figures, isText),
              ],
            },
          ]
        : [],
    ),
  };
}

const ofPair = <P extends { readonly coderIds: readonly [string, string] }>(
  pairs: readonly P[],
  [a, b]: readonly [string, string],
): P | null => pairs.find(({ coderIds }) => coderIds.includes(a) && coderIds.includes(b)) ?? null;

function pairCells(context: AgreementContext, pair: PairAgreement | null): AgreementCell[] {
  const none = noValue('no-pairs');
  if (!pair) return Array.from({ length: 11 }, () => coefficient(context, none));
  const { both, onlyFirst, onlySecond, neither } = pair.counts;
  return [
    ...[both + onlyFirst + onlySecond + neither, both, onlyFirst, onlySecond].map((n) =>
      count(context, n),
    ),
    share(context, pair.percentAgreement),
    coefficient(context, pair.kappa),
    intervalCell(context, pair),
    coefficient(context, pair.scottPi),
    coefficient(context, pair.gwetAC1),
    coefficient(context, pair.brennanPrediger),
    coefficient(context, pair.krippendorffAlpha),
  ];
}

function segmentCells(context: AgreementContext, pair: PairSegments | null): AgreementCell[] {
  if (!pair) return Array.from({ length: 7 }, () => coefficient(context, noValue('no-pairs')));
  const { matched, onlyFirst, onlySecond } = pair.counts;
  const { agreementPercent, f1 } = pair.agreement;
  const ofHundred =
    agreementPercent.value === null ? agreementPercent : { value: agreementPercent.value / 100 };
  return [
    ...[matched + onlyFirst + onlySecond, matched, onlyFirst, onlySecond].map((n) =>
      count(context, n),
    ),
    share(context, ofHundred),
    coefficient(context, f1),
    coefficient(context, pair.kappa),
  ];
}

function intervalCell(context: AgreementContext, { interval95 }: PairAgreement): AgreementCell {
  const { asked, t } = context;
  if (asked.unit !== 'turns') return { value: null, text: '–', reason: t('agreement.no-interval') };
  if (!interval95) return { value: null, text: '–', reason: t('charts.reasons.no-variation') };
  const text = intervalText(context, interval95);
  return { value: text, text, reason: null };
}

export const intervalText = (
  { formats }: AgreementContext,
  [low, high]: readonly [number, number],
): string => `[${formats.decimal(low)}; ${formats.decimal(high)}]`;

const count = ({ formats }: AgreementContext, n: number): AgreementCell => ({
  value: n,
  text: formats.number(n),
  reason: null,
});

function share({ formats, t }: AgreementContext, statistic: Statistic): AgreementCell {
  if (statistic.value === null) return dash(t(`charts.reasons.${statistic.reason}`));
  return { value: rounded(statistic.value), text: formats.percent(statistic.value), reason: null };
}

function coefficient({ formats, t }: AgreementContext, statistic: Statistic): AgreementCell {
  if (statistic.value === null) return dash(t(`charts.reasons.${statistic.reason}`));
  return { value: rounded(statistic.value), text: formats.decimal(statistic.value), reason: null };
}

const dash = (reason: string): AgreementCell => ({ value: null, text: '–', reason });

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;
