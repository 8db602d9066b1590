import type { Measure } from '../../project/records.ts';
import { known, noValue, type Statistic } from '../statistic.ts';
import type { Answer } from './answers.ts';
import { CES_GROUPS, CES_SCALES, customerEffort, type CesGroup } from './customer-effort.ts';
import { CSAT_GROUPS, customerSatisfaction, type CsatGroup } from './customer-satisfaction.ts';
import { NPS_GROUPS, NPS_SCALES, netPromoterScore, type NpsGroup } from './net-promoter-score.ts';

export type MeasureGroup = NpsGroup | CsatGroup | CesGroup;

/** What a measure's answers say together, whichever measure it is. */
export interface MeasureStatistics {
  /** NPS −100…100; CSAT the share of 4–5 in per cent; CES the ease index −100…100. */
  readonly score: Statistic;
  /** In the answers' own numbers. */
  readonly mean: Statistic;
  /** Every group of the measure, the favourable end first. */
  readonly groups: readonly {
    readonly group: MeasureGroup;
    readonly count: number;
    /** Of the valid answers. */
    readonly percent: Statistic;
  }[];
  readonly n: number;
  readonly missingCount: number;
  readonly invalidCount: number;
  /** By answer; null where it is missing or invalid. */
  readonly groupOf: readonly (MeasureGroup | null)[];
}

/** The scales a measure may have; the others are no such measure. */
export const MEASURE_SCALES = {
  nps: Object.values(NPS_SCALES),
  csat: [{ min: 1, max: 5 }],
  ces: Object.values(CES_SCALES),
} as const satisfies Record<Measure['kind'], readonly { min: number; max: number }[]>;

const GROUPS = { nps: NPS_GROUPS, csat: CSAT_GROUPS, ces: CES_GROUPS } as const;

export const groupsOfMeasure = ({ kind }: Measure): readonly MeasureGroup[] => GROUPS[kind];

/** Whether it can be computed: a scale it knows and, of effort, which end is easy. */
export const isMeasure = ({ kind, min, max, easyEnd }: Measure): boolean =>
  MEASURE_SCALES[kind].some((scale) => scale.min === min && scale.max === max) &&
  (kind === 'ces') === (easyEnd !== null);

/** Score, groups, n and missing of a measure's answers: see the measure's own file for its source. */
export function measureStatistics(measure: Measure, answers: readonly Answer[]): MeasureStatistics {
  const { n, missingCount, invalid, valid, groups, counts, score } = computed(measure, answers);
  const byGroup = counts as Readonly<Partial<Record<MeasureGroup, number>>>;
  const total = valid.reduce((sum, rating) => sum + rating, 0);
  return {
    score,
    mean: n === 0 ? noValue('no-answers') : known(total / n),
    groups: groupsOfMeasure(measure).map((group) => {
      const count = byGroup[group] ?? 0;
      return { group, count, percent: n === 0 ? noValue('no-answers') : known((100 * count) / n) };
    }),
    n,
    missingCount,
    invalidCount: invalid.length,
    groupOf: groups,
  };
}

function computed(measure: Measure, answers: readonly Answer[]) {
  switch (measure.kind) {
    case 'nps': {
      return netPromoterScore(answers, measure.min === 0 ? '0-10' : '1-10');
    }
    case 'csat': {
      const grouped = customerSatisfaction(answers);
      return { ...grouped, score: grouped.topTwoPercent };
    }
    case 'ces': {
      const direction = measure.easyEnd === 'high' ? 'high-is-easy' : 'low-is-easy';
      const grouped = customerEffort(answers, measure.max === 7 ? '1-7' : '1-5', direction);
      return { ...grouped, score: grouped.index };
    }
  }
}
