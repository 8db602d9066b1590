import { customerEffort } from '../../../../src/domain/analysis/measures/customer-effort.ts';
import { customerSatisfaction } from '../../../../src/domain/analysis/measures/customer-satisfaction.ts';
import {
  netPromoterScore,
  type NpsScale,
} from '../../../../src/domain/analysis/measures/net-promoter-score.ts';
import type { Compute } from './vectors.ts';

interface Responses {
  readonly responses: readonly number[];
}

const npsOn = (scale: NpsScale, responses: readonly number[]) => {
  const { n, counts, score } = netPromoterScore(responses, scale);
  return {
    n,
    promoters: counts.promoter,
    passives: counts.passive,
    detractors: counts.detractor,
    nps: score.value,
  };
};

export const MEASURES: Readonly<Record<string, Compute>> = {
  'nps-scale-variants': ({ responses }: Responses) => ({
    scale0to10: npsOn('0-10', responses),
    scale1to10_zeroInvalid: npsOn('1-10', responses),
  }),
  'ces-index': ({ responses }: Responses) => {
    const ces = customerEffort(responses, '1-7', 'low-is-easy');
    return {
      easyPct: ces.easyPercent.value,
      difficultPct: ces.difficultPercent.value,
      index: ces.index.value,
    };
  },
  csat: ({ responses }: Responses) => {
    const { mean, topTwoPercent } = customerSatisfaction(responses);
    return { mean: mean.value, top2boxPct: topTwoPercent.value };
  },
};
