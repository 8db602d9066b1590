import type { TypeKind } from '../../project/records.ts';
import { distanceMatrix } from './distance-matrix.ts';
import { jaccardDistance } from './jaccard-distance.ts';
import { medoid } from './medoid.ts';

/** A case or an excerpt, with the themes found in it. */
export interface TypeMember {
  readonly id: string;
  readonly featureIds: readonly string[];
}

export interface DraftedFeature {
  readonly id: string;
  /** Who has it, in the order of the members: where its evidence is. */
  readonly memberIds: readonly string[];
  /** Of the members that have any feature, 0–1. */
  readonly share: number;
}

export interface TypeDraft {
  readonly kind: TypeKind;
  /** The most shared first; of equals, the one met first. */
  readonly features: readonly DraftedFeature[];
  /** The real member that is nearest to all; null when no member has a feature. */
  readonly exemplarId: string | null;
  /** Members without any feature: they take no part. */
  readonly leftOutIds: readonly string[];
}

/** A feature of a general type is found in most members. */
export const GENERAL_SHARE = 0.5;

/**
 * A first proposal of a type's features from its members, for a person to accept or change.
 *
 * - `authentic`: the features of one real member, the medoid by Jaccard distance of features.
 * - `general`: the features found in at least `share` of the members (0–1).
 * - `broadest`: every feature that any member has, if only one.
 *
 * Source: the kinds are Eskola & Suoranta's (Johdatus laadulliseen tutkimukseen); the rules that
 * draft them are this program's own.
 *
 * @throws RangeError for a share outside 0–1.
 */
export function draftType(
  kind: TypeKind,
  members: readonly TypeMember[],
  share: number = GENERAL_SHARE,
): TypeDraft {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`a share of ${share}`);
  const featured = members.filter(({ featureIds }) => featureIds.length > 0);
  const exemplar = exemplarOf(featured);
  const features = featuresOf(featured);
  const kept = {
    authentic: () => features.filter(({ id }) => exemplar?.featureIds.includes(id)),
    general: () => features.filter((feature) => feature.share >= share),
    broadest: () => features,
  }[kind]();
  return {
    kind,
    features: kept,
    exemplarId: exemplar?.id ?? null,
    leftOutIds: members.filter((member) => !featured.includes(member)).map(({ id }) => id),
  };
}

function featuresOf(members: readonly TypeMember[]): DraftedFeature[] {
  const having = new Map<string, string[]>();
  for (const member of members)
    for (const feature of new Set(member.featureIds)) {
      const ids = having.get(feature);
      if (ids) ids.push(member.id);
      else having.set(feature, [member.id]);
    }
  return [...having]
    .map(([id, memberIds]) => ({ id, memberIds, share: memberIds.length / members.length }))
    .sort((a, b) => b.memberIds.length - a.memberIds.length);
}

function exemplarOf(members: readonly TypeMember[]): TypeMember | null {
  const all = [...new Set(members.flatMap(({ featureIds }) => featureIds))];
  const profiles = members.map(({ featureIds }) => {
    const own = new Set(featureIds);
    return all.map((id) => (own.has(id) ? 1 : 0));
  });
  const { item } = medoid(distanceMatrix(profiles, jaccardDistance).matrix);
  return item === null ? null : (members[item] ?? null);
}
