import { coverage } from '../domain/analysis/coverage.ts';
import { mapTable, type CrossTable } from '../domain/analysis/cross-table.ts';
import {
  countTable,
  type FrequencyOptions,
  type FrequencyUnit,
} from '../domain/analysis/frequencies.ts';
import { keptTable } from '../domain/analysis/kept-tables.ts';
import type { Figure } from '../domain/analysis/shown-table.ts';
import type { TextOf } from '../domain/analysis/text-of.ts';
import type { ProjectId } from '../domain/ids.ts';
import type { Project } from '../domain/project/project.ts';
import { projectWithTexts } from './project-with-texts.ts';
import type { Workspace } from './workspace.ts';

export interface TableOptions extends Omit<FrequencyOptions, 'unit'> {
  readonly unit: FrequencyUnit | 'coverage';
}

/**
 * A table of a project, with the project it was counted from. Shares that are undefined are null.
 *
 * @throws Rejection `project-not-found`
 */
export async function countedTable(
  workspace: Workspace,
  id: ProjectId,
  options: TableOptions,
): Promise<{ project: Project; table: CrossTable<Figure> }> {
  const { project, textOf } = wantsTexts(options)
    ? await projectWithTexts(workspace, id)
    : { project: await workspace.read(id), textOf: NO_TEXTS };
  return { project, table: tableOf(project, options, textOf) };
}

/** The table, where the project and what it is counted from are at hand. */
export const tableOf = (
  project: Project,
  options: TableOptions,
  textOf: TextOf,
): CrossTable<Figure> =>
  keptTable(project, JSON.stringify(options), () => count(project, options, textOf));

const NO_TEXTS: TextOf = () => '';

/** Whether texts are needed for it. */
export const wantsTexts = ({ unit }: Pick<TableOptions, 'unit'>): boolean =>
  unit === 'words' || unit === 'coverage';

function count(project: Project, options: TableOptions, textOf: TextOf): CrossTable<Figure> {
  const { unit } = options;
  return unit === 'coverage'
    ? mapTable(coverage(project, options, textOf), ({ value }) => value)
    : countTable(project, { ...options, unit }, textOf);
}
