/** An excerpt or anything else that was coded, as far as a profile sees it. */
export interface ProfiledCoding {
  readonly caseId: string;
  readonly themeIds: readonly string[];
}

/** What each case was coded with: the raw material of comparing cases. */
export interface CaseProfiles {
  readonly caseIds: readonly string[];
  readonly themeIds: readonly string[];
  /** By case, then by theme: how many codings; a case with none is a row of zeros. */
  readonly counts: readonly (readonly number[])[];
}

/**
 * Counts codings, each theme once per coding. Codings of other cases and themes are left out. A
 * coding is counted at the themes it names and not at their ancestors, which would weigh a deep
 * branch double.
 */
export function caseProfiles(
  caseIds: readonly string[],
  themeIds: readonly string[],
  codings: Iterable<ProfiledCoding>,
): CaseProfiles {
  const rowOf = new Map(caseIds.map((id, i) => [id, i]));
  const columnOf = new Map(themeIds.map((id, i) => [id, i]));
  const counts = caseIds.map(() => new Array<number>(themeIds.length).fill(0));
  for (const coding of codings) {
    const row = counts[rowOf.get(coding.caseId) ?? -1];
    if (!row) continue;
    for (const id of new Set(coding.themeIds)) {
      const column = columnOf.get(id);
      if (column !== undefined) row[column] = (row[column] ?? 0) + 1;
    }
  }
  return { caseIds, themeIds, counts };
}

/** Which themes there are at all, whatever their number. */
export const presence = (counts: readonly number[]): boolean[] => counts.map((count) => count > 0);
