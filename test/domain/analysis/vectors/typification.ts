import { averageLinkage } from '../../../../src/domain/analysis/typification/average-linkage.ts';
import { brayCurtisDistance } from '../../../../src/domain/analysis/typification/bray-curtis-distance.ts';
import { devianceScores } from '../../../../src/domain/analysis/typification/deviance-scores.ts';
import { distanceMatrix } from '../../../../src/domain/analysis/typification/distance-matrix.ts';
import { jaccardDistance } from '../../../../src/domain/analysis/typification/jaccard-distance.ts';
import type { Compute } from './vectors.ts';

interface Profiles {
  readonly cases: readonly string[];
  readonly counts: readonly (readonly number[])[];
}

export const TYPIFICATION: Readonly<Record<string, Compute>> = {
  'typification-distance': ({ counts }: Profiles) => {
    const jaccard = distanceMatrix(counts, jaccardDistance).matrix;
    const brayCurtis = distanceMatrix(counts, brayCurtisDistance).matrix;
    return {
      jaccard,
      brayCurtis,
      upgmaBrayCurtisMerges: averageLinkage(brayCurtis),
      upgmaJaccardHeights: averageLinkage(jaccard).map(({ height }) => height),
    };
  },
  'typification-deviance': ({ cases, counts }: Profiles) => {
    const score = devianceScores(counts).map(({ value }) => value ?? -1);
    const byScore = [...cases.keys()].sort((a, b) => score[b]! - score[a]!);
    return { score, order: byScore.map((i) => cases[i]) };
  },
};
