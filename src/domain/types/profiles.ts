import { averageLinkage, type Merge } from '../analysis/typification/average-linkage.ts';
import { brayCurtisAmong } from '../analysis/typification/bray-curtis-distance.ts';
import { caseProfiles } from '../analysis/typification/case-profiles.ts';
import { devianceScores } from '../analysis/typification/deviance-scores.ts';
import { distanceMatrix, type Distances } from '../analysis/typification/distance-matrix.ts';
import { jaccardDistance } from '../analysis/typification/jaccard-distance.ts';
import { treeStrength, type TreeStrength } from '../analysis/typification/tree-strength.ts';
import type { Statistic } from '../analysis/statistic.ts';
import { themesInOrder } from '../codebook/tree.ts';
import type { CaseId } from '../ids.ts';
import { casesInOrder, type Project } from '../project/project.ts';
import type { Case, Theme } from '../project/records.ts';
import { codedExcerpts, type CodedExcerpt } from './coded-excerpts.ts';

/** What a tree is of: which themes there are, or in which proportion. */
export const PROFILE_VALUES = ['presence', 'counts'] as const;
export type ProfileValues = (typeof PROFILE_VALUES)[number];

/** Drawing more would take a page per row, and joining them longer than anybody waits. */
export const MOST_CASES_IN_A_TREE = 200;

export interface Profiles {
  readonly cases: readonly Case[];
  /** In codebook order, those that some excerpt is coded with. */
  readonly themes: readonly Theme[];
  /** Excerpts, by case, then by theme. */
  readonly counts: readonly (readonly number[])[];
  /** Distances 0–1, by case, then by case; null for a case without codings. */
  readonly jaccard: Matrix;
  /** The same on the proportions of the counts. */
  readonly brayCurtis: Matrix;
  readonly tree: ProfileTree;
  /** By case: the Bray–Curtis distance to the mean profile of the others. */
  readonly deviance: readonly Statistic[];
}

type Matrix = readonly (readonly (number | null)[])[];

export interface ProfileTree {
  readonly values: ProfileValues;
  readonly strength: TreeStrength | 'too-many';
  /** The cases in it: a join names them by their place here. */
  readonly caseIds: readonly CaseId[];
  /** From the lowest up; none where the strength is `none` or `too-many`. */
  readonly merges: readonly Merge[];
}

/** Every case by its themes, how far the cases are from each other, and the tree of them. */
export function profiles(
  project: Project,
  values: ProfileValues = 'counts',
  coded: readonly CodedExcerpt[] = codedExcerpts(project),
): Profiles {
  const cases = casesInOrder(project);
  const used = new Set(coded.flatMap(({ excerpt }) => excerpt.themeIds));
  const themes = themesInOrder(project.themes)
    .map(({ theme }) => theme)
    .filter(({ id }) => used.has(id));
  const { counts } = caseProfiles(
    cases.map(({ id }) => id),
    themes.map(({ id }) => id),
    coded.map(({ caseId, excerpt }) => ({ caseId, themeIds: excerpt.themeIds })),
  );
  const jaccard = distanceMatrix(counts, jaccardDistance);
  const brayCurtis = distanceMatrix(counts, brayCurtisAmong(counts));
  return {
    cases,
    themes,
    counts,
    jaccard: withLeftOut(jaccard, cases.length),
    brayCurtis: withLeftOut(brayCurtis, cases.length),
    tree: treeOf(values, cases, counts, values === 'presence' ? jaccard : brayCurtis),
    deviance: devianceScores(counts),
  };
}

function treeOf(
  values: ProfileValues,
  cases: readonly Case[],
  counts: Profiles['counts'],
  { compared, matrix }: Distances,
): ProfileTree {
  const many = compared.length > MOST_CASES_IN_A_TREE;
  const strength = many ? 'too-many' : treeStrength(counts);
  const drawn = strength === 'reading-aid' || strength === 'enough-cases';
  return {
    values,
    strength,
    caseIds: compared.flatMap((i) => cases[i]?.id ?? []),
    merges: drawn ? averageLinkage(matrix) : [],
  };
}

function withLeftOut({ compared, matrix }: Distances, size: number): (number | null)[][] {
  const whole = Array.from({ length: size }, () => new Array<number | null>(size).fill(null));
  compared.forEach((a, i) =>
    compared.forEach((b, j) => {
      const row = whole[a];
      if (row) row[b] = matrix[i]?.[j] ?? null;
    }),
  );
  return whole;
}
