import { summaryMatrix, type MatrixOptions } from '../../domain/analysis/summary-matrix.ts';
import { themeTitle } from '../../domain/codebook/tree.ts';
import type { Project } from '../../domain/project/project.ts';
import type { SummaryTable } from '../../formats/tables/summary-file.ts';
import type { Translate } from '../i18n.ts';
import { caseHeads } from './matrix-heads.ts';

/** The framework matrix as the page shows it, to be written into a file. */
export function summaryTable(project: Project, options: MatrixOptions, t: Translate): SummaryTable {
  const { language } = project.settings;
  const matrix = summaryMatrix(project, options);
  const heads = caseHeads(project, matrix, options, language, t);
  return {
    name: t('matrix.title'),
    title: t('matrix.caption'),
    language,
    corner: t('matrix.theme'),
    columns: heads.map(({ name, group }) => (group === null ? name : `${name} (${group})`)),
    rows: matrix.themes.map(({ theme, depth }, i) => ({
      name: themeTitle(theme),
      depth,
      texts: (matrix.cells[i] ?? []).map(({ text }) => text),
    })),
    part: (part, parts) => t('report.table.part', { part, parts }),
  };
}
