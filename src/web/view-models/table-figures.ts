import type { CrossTable } from '../../domain/analysis/cross-table.ts';
import type { Figure } from '../../domain/analysis/shown-table.ts';
import type { TableQuery } from '../api/schemas-frequencies.ts';
import type { Translate } from '../i18n.ts';
import type { Formats } from './formats.ts';

const HEAT_STEPS = 9;
/** Where everything is small, the most of it is not made to look like much. */
const FULL_AT_LEAST = 5;

/** Whether the figures are shares, written as percent without the sign. */
export const inPercent = ({ unit, percent }: TableQuery): boolean =>
  unit === 'coverage' || percent !== 'none';

/**
 * A figure as it stands in a cell. Coverage has a decimal, for a theme is rarely much of what is
 * said; what is there but too little to show is "<1" or "<0.1", never 0.
 */
export function figureText(
  query: TableQuery,
  { number, tenth }: Formats,
): (figure: Figure) => string {
  if (!inPercent(query))
    return (figure) => (figure === null ? '' : figure === 0 ? '0' : number(figure));
  const [write, least] = query.unit === 'coverage' ? [tenth, 0.1] : [number, 1];
  const known = new Map<number, string>();
  return (figure) => {
    if (figure === null) return '';
    if (figure === 0) return '0';
    const steps = Math.round((100 * figure) / least);
    let text = known.get(steps);
    if (text === undefined)
      known.set(steps, (text = steps === 0 ? `&lt;${write(least)}` : write(steps * least)));
    return text;
  };
}

/** What a dash means in this table. */
export const whyUndefined = ({ unit, rows, columns }: TableQuery, t: Translate): string => {
  if (unit !== 'coverage') return t('frequencies.no-codings');
  return t(byAnswers({ rows, columns }) ? 'frequencies.no-answer' : 'frequencies.no-speech');
};

/** Whether a side of the table divides what is said by what it answers. */
export const byAnswers = ({ rows, columns }: Pick<TableQuery, 'rows' | 'columns'>): boolean =>
  [rows, columns].some((kind) => kind === 'question' || kind === 'part');

/** Whether any figure of a table has no value. */
export const hasUndefined = ({
  cells,
  rowTotals,
  columnTotals,
  total,
}: CrossTable<Figure>): boolean =>
  [...cells, rowTotals, columnTotals, [total]].some((figures) => figures.includes(null));

/** How strongly a figure is shaded beside the largest: 0 for nothing, else 1–9. */
export function heatOf(
  cells: readonly (readonly Figure[])[],
  query: TableQuery,
): (figure: Figure) => number {
  let largest = inPercent(query) || query.unit === 'words' ? 0 : FULL_AT_LEAST;
  for (const row of cells) for (const figure of row) largest = Math.max(largest, figure ?? 0);
  return (figure) => (figure ? Math.ceil((HEAT_STEPS * figure) / largest) : 0);
}
