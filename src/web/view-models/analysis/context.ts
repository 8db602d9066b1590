import type { UndefinedReason, Statistic } from '../../../domain/analysis/statistic.ts';
import type { ChartCell, ChartTable } from '../../../charts/chart.ts';
import type { Project } from '../../../domain/project/project.ts';
import type { Translate } from '../../i18n.ts';
import type { Formats } from '../formats.ts';

/** What a chart and its page are made with. */
export interface Context {
  readonly project: Project;
  readonly t: Translate;
  readonly formats: Formats;
}

export const baseOf = ({ project }: Context): string => `/projects/${project.id}`;

type Query = Readonly<Record<string, string | number | null>>;

/** A query as an address: what is as usual is left out. */
export function searchOf(query: Query, usual: Query): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query))
    if (value !== null && value !== '' && value !== usual[key]) search.append(key, String(value));
  return search.toString();
}

/** The address of a page that opens the excerpts behind a figure. */
export const opening = (search: string, more: Readonly<Record<string, string>>): string =>
  `?${[search, new URLSearchParams(more).toString()].filter((part) => part !== '').join('&')}`;

/** A cell of a chart's table with where it leads and, where it has no value, why. */
export interface TableCell {
  readonly value: ChartCell;
  readonly href?: string;
  readonly reason?: UndefinedReason;
  /** The same in words, where there is more to say than the reason's own. */
  readonly why?: string;
}

export const cell = (value: ChartCell, href?: string): TableCell => ({
  value,
  ...(href === undefined ? {} : { href }),
});

/** @param decimals to which it is rounded for the table; the file has the same */
export function figure(statistic: Statistic, decimals = 2): TableCell {
  if (statistic.value === null) return { value: null, reason: statistic.reason };
  const tens = 10 ** decimals;
  return { value: Math.round(statistic.value * tens) / tens };
}

export const tableOf = (
  t: Translate,
  columns: readonly string[],
  rows: readonly (readonly TableCell[])[],
): ChartTable => ({
  columns,
  rows: rows.map((row) => row.map(({ value }) => value)),
  links: rows.map((row) => row.map(({ href }) => href ?? null)),
  reasons: rows.map((row) =>
    row.map(
      ({ reason, why }) => why ?? (reason === undefined ? null : t(`charts.reasons.${reason}`)),
    ),
  ),
});
