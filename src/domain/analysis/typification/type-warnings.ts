/** A type, as far as its warnings see it. */
export interface CheckedType {
  readonly id: string;
  readonly featureIds: readonly string[];
  /** The features that some excerpt shows. */
  readonly evidencedIds: readonly string[];
}

export type TypeWarning =
  | {
      readonly kind: 'feature-without-evidence';
      readonly typeId: string;
      readonly featureId: string;
    }
  /** In the order of the types; two or more. */
  | { readonly kind: 'same-features'; readonly typeIds: readonly string[] };

/**
 * What to look at before the types are reported: features that no excerpt shows, and types that
 * nothing but their names tells apart. Types without features are unfinished, not the same.
 */
export const typeWarnings = (types: readonly CheckedType[]): TypeWarning[] => [
  ...types.flatMap(withoutEvidence),
  ...sameFeatures(types),
];

function withoutEvidence({ id, featureIds, evidencedIds }: CheckedType): TypeWarning[] {
  const evidenced = new Set(evidencedIds);
  return [...new Set(featureIds)]
    .filter((featureId) => !evidenced.has(featureId))
    .map((featureId) => ({ kind: 'feature-without-evidence', typeId: id, featureId }));
}

function sameFeatures(types: readonly CheckedType[]): TypeWarning[] {
  const groups = new Map<string, string[]>();
  for (const { id, featureIds } of types) {
    if (featureIds.length === 0) continue;
    const key = JSON.stringify([...new Set(featureIds)].sort());
    const group = groups.get(key);
    if (group) group.push(id);
    else groups.set(key, [id]);
  }
  return [...groups.values()]
    .filter((typeIds) => typeIds.length > 1)
    .map((typeIds) => ({ kind: 'same-features', typeIds }));
}
