import type { MatrixOptions, SummaryMatrix } from '../../domain/analysis/summary-matrix.ts';
import { found } from '../../domain/project/found.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Language } from '../../domain/project/records.ts';
import { groupName } from '../group-name.ts';
import type { Translate } from '../i18n.ts';

/** The interviewees over a matrix, each with what it shares of the attribute they stand by. */
export function caseHeads(
  { attributes }: Project,
  { cases }: SummaryMatrix,
  { attributeId = null }: MatrixOptions,
  language: Language,
  t: Translate,
): { id: string; name: string; group: string | null }[] {
  const attribute = attributeId === null ? null : found(attributes, attributeId, 'attribute');
  return cases.map(({ record, group }) => ({
    id: record.id,
    name: record.name,
    group: attribute && group ? groupName(attribute, group, language, t) : null,
  }));
}
