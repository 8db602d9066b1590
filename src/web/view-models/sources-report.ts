import type { ImportedSources } from '../../app/import-sources.ts';
import type { RowProblem } from '../../app/ports.ts';
import type { Translate } from '../i18n.ts';

/** What became of an imported bibliography. */
export interface SourcesReport {
  readonly summary: string;
  /** Titles the project had already. */
  readonly known: readonly string[];
  readonly notes: readonly { readonly row: number; readonly reason: string }[];
}

export const sourcesReport = (
  file: string,
  { sourceIds, known }: ImportedSources,
  problems: readonly RowProblem[],
  t: Translate,
): SourcesReport => ({
  summary: t('theory.imported', { file, count: sourceIds.length }),
  known,
  notes: problems.map(({ row, code, details }) => ({ row, reason: t(`errors.${code}`, details) })),
});
