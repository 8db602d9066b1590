import { draftType } from '../analysis/typification/draft-type.ts';
import type { ThemeId } from '../ids.ts';
import type { Feature, Type, TypeKind } from '../project/records.ts';
import { themedMembers, type MemberId, type Members } from './members.ts';

/** Features that a type could have, as its members have them: a proposal, until it is taken over. */
export interface Draft {
  readonly kind: TypeKind;
  readonly features: readonly DraftFeature[];
  /** The real member nearest to the others; null when no member has a theme. */
  readonly medoid: MemberId | null;
  /** Members with a theme: the shares are of these. */
  readonly memberCount: number;
  /** Members without any theme: they say nothing here. */
  readonly leftOutCount: number;
}

export interface DraftFeature {
  readonly themeId: ThemeId;
  readonly memberCount: number;
  /** 0–1 */
  readonly share: number;
}

/** In how many of the members a feature of a general type is found, 0–1, where nobody says. */
export const USUAL_SHARE = 0.75;

/** The features that members draft for a type of that kind. */
export function draftOf(kind: TypeKind, members: Members, share: number): Draft {
  const themed = themedMembers(members);
  const draft = draftType(kind, themed, share);
  return {
    kind,
    features: draft.features.map(({ id, memberIds, share: has }) => ({
      themeId: id as ThemeId,
      memberCount: memberIds.length,
      share: has,
    })),
    medoid: themed.find(({ id }) => id === draft.exemplarId)?.is ?? null,
    memberCount: themed.length - draft.leftOutIds.length,
    leftOutCount: draft.leftOutIds.length,
  };
}

/**
 * What taking a draft over makes of a type: its features, those that were there already with their
 * evidence and note. The medoid of an authentic draft becomes the exemplar.
 */
export function takenOver(
  type: Type,
  draft: Draft,
): Pick<Type, 'features'> & Partial<Pick<Type, 'exemplarCaseId' | 'exemplarExcerptId'>> {
  const features = draft.features.map(
    ({ themeId }): Feature =>
      type.features.find((one) => one.themeId === themeId) ?? {
        themeId,
        evidenceIds: [],
        note: null,
      },
  );
  return draft.kind === 'authentic' && draft.medoid
    ? { features, ...exemplarAt(draft.medoid) }
    : { features };
}

/** The exemplar fields of a type whose exemplar is that member. */
export const exemplarAt = (
  member: MemberId | null,
): Pick<Type, 'exemplarCaseId' | 'exemplarExcerptId'> => ({
  exemplarCaseId: member && 'caseId' in member ? member.caseId : null,
  exemplarExcerptId: member && 'excerptId' in member ? member.excerptId : null,
});
