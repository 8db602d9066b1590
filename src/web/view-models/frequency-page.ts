import {
  FREQUENCY_COLUMNS,
  FREQUENCY_ROWS,
  FREQUENCY_UNITS,
  frequencies,
  type FrequencyOptions,
} from '../../domain/analysis/frequencies.ts';
import type { TextOf } from '../../domain/analysis/meter.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Translate } from '../i18n.ts';
import type { Formats } from './formats.ts';

interface Choice {
  readonly id: string;
  readonly name: string;
  readonly current: boolean;
}

export interface FrequencyPage {
  readonly base: string;
  readonly isEmpty: boolean;
  readonly choices: readonly {
    readonly id: 'rows' | 'columns' | 'unit';
    readonly options: readonly Choice[];
  }[];
  readonly caption: string;
  readonly columns: readonly string[];
  readonly upright: boolean;
  readonly rows: readonly {
    readonly title: string;
    readonly indent: string;
    readonly cells: readonly { readonly count: string; readonly heat: string }[];
    readonly total: string;
  }[];
  readonly totals: readonly string[];
  readonly total: string;
}

/** Longer names than this do not fit over a figure. */
const COLUMN_NAME = 6;
const DEEPEST_INDENT = 4;
const HEAT_STEPS = 9;
/** Where everything is small, the most of it is not made to look like much. */
const FULL_AT_LEAST = 5;

export function frequencyPage(
  project: Project,
  query: FrequencyOptions,
  textOf: TextOf,
  t: Translate,
  { number }: Formats,
): FrequencyPage {
  const table = frequencies(project, query, textOf);
  const largest = table.cells.reduce((most, row) => Math.max(most, ...row), FULL_AT_LEAST);
  const choice = (kind: 'kinds' | 'units', ids: readonly string[], current: string): Choice[] =>
    ids.map((id) => ({ id, name: t(`frequencies.${kind}.${id}`), current: id === current }));
  return {
    base: `/projects/${project.id}`,
    isEmpty: project.excerpts.size === 0,
    choices: [
      { id: 'rows', options: choice('kinds', FREQUENCY_ROWS, query.rows) },
      { id: 'columns', options: choice('kinds', FREQUENCY_COLUMNS, query.columns) },
      { id: 'unit', options: choice('units', FREQUENCY_UNITS, query.unit) },
    ],
    caption: t('frequencies.note'),
    columns: table.columns.map(({ name }) => name),
    upright: table.columns.some(({ name }) => name.length > COLUMN_NAME),
    rows: table.rows.map(({ name, label, depth }, i) => ({
      title: label ? `${label} ${name}` : name,
      indent: `d${Math.min(depth, DEEPEST_INDENT)}`,
      cells: (table.cells[i] ?? []).map((count) => ({
        count: number(count),
        heat: `h${Math.ceil((HEAT_STEPS * count) / largest)}`,
      })),
      total: number(table.rowTotals[i] ?? 0),
    })),
    totals: table.columnTotals.map(number),
    total: number(table.total),
  };
}
