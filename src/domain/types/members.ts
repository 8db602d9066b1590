import type { TypeMember } from '../analysis/typification/draft-type.ts';
import type { CaseId, TypeId } from '../ids.ts';
import { casesInOrder, type Project } from '../project/project.ts';
import type { Case } from '../project/records.ts';
import type { CodedExcerpt } from './coded-excerpts.ts';

/** What a type is found in: passages that carry it, and interviewees it was given to as a whole. */
export interface Members {
  readonly typeId: TypeId;
  readonly cases: readonly Case[];
  /** In interview order. */
  readonly excerpts: readonly CodedExcerpt[];
  /** The member excerpts and whatever else the member cases say: where evidence is looked for. */
  readonly passages: readonly CodedExcerpt[];
}

/** @param coded every excerpt of the project, in interview order */
export function membersOf(
  project: Project,
  typeId: TypeId,
  coded: readonly CodedExcerpt[],
): Members {
  const cases = casesInOrder(project).filter(({ typeIds }) => typeIds.includes(typeId));
  const caseIds = new Set(cases.map(({ id }) => id));
  const carries = ({ excerpt }: CodedExcerpt): boolean => excerpt.typeIds.includes(typeId);
  return {
    typeId,
    cases,
    excerpts: coded.filter(carries),
    passages: coded.filter((one) => carries(one) || caseIds.has(one.caseId)),
  };
}

export type MemberId =
  { readonly caseId: CaseId } | { readonly excerptId: CodedExcerpt['excerpt']['id'] };

/** A member with its themes, and what it is. */
export type ThemedMember = TypeMember & { readonly is: MemberId };

/**
 * The members as drafts compare them. A case has every theme that its passages have; an excerpt of
 * a member case is part of that member and no second one.
 */
export function themedMembers({ cases, excerpts, passages }: Members): ThemedMember[] {
  const whole = new Set(cases.map(({ id }) => id));
  const themesOf = new Map<CaseId, Set<string>>();
  for (const { id } of cases) themesOf.set(id, new Set());
  for (const { caseId, excerpt } of passages)
    for (const themeId of excerpt.themeIds) themesOf.get(caseId)?.add(themeId);
  return [
    ...cases.map(({ id }) => ({
      id: `case ${id}`,
      is: { caseId: id },
      featureIds: [...(themesOf.get(id) ?? [])],
    })),
    ...excerpts
      .filter(({ caseId }) => !whole.has(caseId))
      .map(({ excerpt }) => ({
        id: `excerpt ${excerpt.id}`,
        is: { excerptId: excerpt.id },
        featureIds: excerpt.themeIds,
      })),
  ];
}
