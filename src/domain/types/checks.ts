import { typeWarnings } from '../analysis/typification/type-warnings.ts';
import type { ThemeId, TypeId } from '../ids.ts';
import { byOrder, type Project } from '../project/project.ts';
import type { Type } from '../project/records.ts';
import { codedExcerpts, type CodedExcerpt } from './coded-excerpts.ts';
import { membersOf, type Members } from './members.ts';

/** What to look at before a type is reported. */
export type TypeCheck =
  | { readonly kind: 'no-members' }
  | { readonly kind: 'feature-without-evidence'; readonly themeId: ThemeId }
  /** Nothing but the name tells it from these. */
  | { readonly kind: 'same-features'; readonly typeIds: readonly TypeId[] }
  /** Its exemplar does not carry it, and is not of an interviewee it was given to. */
  | { readonly kind: 'exemplar-outside' };

/** The checks that each type fails, in the order of the types; types in order have none. */
export function typeChecks(
  project: Project,
  coded: readonly CodedExcerpt[] = codedExcerpts(project),
): Map<TypeId, TypeCheck[]> {
  const types = [...project.types.values()].sort(byOrder);
  const checks = new Map(
    types.map((type) => [type.id, memberChecks(type, membersOf(project, type.id, coded))]),
  );
  for (const warning of typeWarnings(types.map(checkedType)))
    if (warning.kind === 'feature-without-evidence')
      checks
        .get(warning.typeId as TypeId)
        ?.push({ kind: warning.kind, themeId: warning.featureId as ThemeId });
    else
      for (const id of warning.typeIds) {
        const typeIds = warning.typeIds.filter((other) => other !== id) as TypeId[];
        checks.get(id as TypeId)?.push({ kind: warning.kind, typeIds });
      }
  return checks;
}

const checkedType = ({ id, features }: Type) => ({
  id,
  featureIds: features.map(({ themeId }) => themeId),
  evidencedIds: features
    .filter(({ evidenceIds }) => evidenceIds.length > 0)
    .map(({ themeId }) => themeId),
});

function memberChecks(type: Type, { cases, excerpts, passages }: Members): TypeCheck[] {
  const { exemplarCaseId, exemplarExcerptId } = type;
  const outside =
    (exemplarCaseId !== null && !cases.some(({ id }) => id === exemplarCaseId)) ||
    (exemplarExcerptId !== null &&
      !passages.some(({ excerpt }) => excerpt.id === exemplarExcerptId));
  return [
    ...(cases.length + excerpts.length === 0 ? [{ kind: 'no-members' as const }] : []),
    ...(outside ? [{ kind: 'exemplar-outside' as const }] : []),
  ];
}
