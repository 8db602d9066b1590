import type { CrossTable } from '../../domain/analysis/cross-table.ts';
import { shownTable, type Figure } from '../../domain/analysis/shown-table.ts';
import type { Project } from '../../domain/project/project.ts';
import type { FigureTable } from '../../formats/tables/figure-file.ts';
import { viewOf, type TableQuery } from '../api/schemas-frequencies.ts';
import type { Translate } from '../i18n.ts';
import { kindName } from '../table-words.ts';
import { notesOf, tableTitle } from './frequency-page.ts';
import { titleOf } from './frequency-table.ts';
import { filtersOf, narrowedTo, researchQuestions } from './table-controls.ts';
import { inPercent, whyUndefined } from './table-figures.ts';

/** The table as the page shows it, to be written into a file. */
export function figureTable(
  project: Project,
  table: CrossTable<Figure>,
  query: TableQuery,
  t: Translate,
): FigureTable {
  const shown = shownTable(table, viewOf(query));
  const { rows, columns, cells, rowTotals, columnTotals, total } = shown;
  const narrowed = narrowedTo([
    ...filtersOf(project, query, t),
    researchQuestions(project, query, t),
  ]);
  return {
    name: t('frequencies.title'),
    title: [tableTitle(project, query, t), ...narrowed].join(' · '),
    notes: notesOf(query, shown, t),
    why: { name: t('charts.why'), reason: whyUndefined(query, t) },
    language: project.settings.language,
    corner: kindName(project, query.rows, t),
    columns: [...columns.map(titleOf), t('frequencies.total')],
    rows: [
      ...rows.map((item, i) => ({
        name: titleOf(item),
        depth: item.depth,
        figures: [...(cells[i] ?? []), rowTotals[i] ?? null],
      })),
      { name: t('frequencies.total'), depth: 0, figures: [...columnTotals, total] },
    ],
    shareDecimals: inPercent(query) ? (query.unit === 'coverage' ? 1 : 0) : null,
  };
}
