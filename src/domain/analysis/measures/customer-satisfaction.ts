import { percent, ratio, type Statistic } from '../statistic.ts';
import { sum } from '../sum.ts';
import type { Answer } from './answers.ts';
import { groupAnswers, type GroupedAnswers } from './grouped-answers.ts';

export const CSAT_GROUPS = ['satisfied', 'neutral', 'dissatisfied'] as const;
export type CsatGroup = (typeof CSAT_GROUPS)[number];

const CSAT_SCALE = { min: 1, max: 5 };

export interface CustomerSatisfaction extends GroupedAnswers<CsatGroup> {
  /** 1 to 5. */
  readonly mean: Statistic;
  /** The share of 4 and 5 in per cent. */
  readonly topTwoPercent: Statistic;
}

/**
 * Customer satisfaction (CSAT) on 1 (very dissatisfied) to 5 (very satisfied): the mean, and the
 * share of the two highest answers. Groups: 4–5 satisfied, 3 neutral, 1–2 dissatisfied.
 *
 * Source: common practice; there is no standard. Undefined (`no-answers`) without a valid answer.
 */
export function customerSatisfaction(answers: readonly Answer[]): CustomerSatisfaction {
  const grouped = groupAnswers(answers, CSAT_SCALE, CSAT_GROUPS, csatGroup);
  return {
    ...grouped,
    mean: ratio(sum(grouped.valid), grouped.n, 'no-answers'),
    topTwoPercent: percent(grouped.counts.satisfied, grouped.n, 'no-answers'),
  };
}

const csatGroup = (rating: number): CsatGroup =>
  rating >= 4 ? 'satisfied' : rating === 3 ? 'neutral' : 'dissatisfied';
