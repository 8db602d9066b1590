import { percent, type Statistic } from '../statistic.ts';
import type { Answer } from './answers.ts';
import { groupAnswers, type GroupedAnswers } from './grouped-answers.ts';

export const NPS_GROUPS = ['promoter', 'passive', 'detractor'] as const;
export type NpsGroup = (typeof NPS_GROUPS)[number];

/** The question as it was asked: on the shorter scale 0 is no answer. */
export const NPS_SCALES = { '0-10': { min: 0, max: 10 }, '1-10': { min: 1, max: 10 } } as const;
export type NpsScale = keyof typeof NPS_SCALES;

export interface NetPromoterScore extends GroupedAnswers<NpsGroup> {
  readonly scale: NpsScale;
  /** −100 to 100. */
  readonly score: Statistic;
}

/**
 * Net Promoter Score: % promoters (9–10) − % detractors (0–6 or 1–6) of all valid answers. The
 * passives (7–8) stay in the denominator.
 *
 * Source: Reichheld 2003, Harvard Business Review 81(12):46–54 (0–10); the 1–10 variant is common
 * in Finnish surveys. Undefined (`no-answers`) without a valid answer.
 */
export function netPromoterScore(answers: readonly Answer[], scale: NpsScale): NetPromoterScore {
  const grouped = groupAnswers(answers, NPS_SCALES[scale], NPS_GROUPS, npsGroup);
  const { promoter, detractor } = grouped.counts;
  return { ...grouped, scale, score: percent(promoter - detractor, grouped.n, 'no-answers') };
}

const npsGroup = (rating: number): NpsGroup =>
  rating >= 9 ? 'promoter' : rating >= 7 ? 'passive' : 'detractor';
