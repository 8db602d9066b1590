import { percent, ratio, type Statistic } from '../statistic.ts';
import { sum } from '../sum.ts';
import type { Answer } from './answers.ts';
import { groupAnswers, type GroupedAnswers } from './grouped-answers.ts';

export const CES_GROUPS = ['easy', 'neutral', 'difficult'] as const;
export type CesGroup = (typeof CES_GROUPS)[number];

export const CES_SCALES = { '1-5': { min: 1, max: 5 }, '1-7': { min: 1, max: 7 } } as const;
export type CesScale = keyof typeof CES_SCALES;

/** Which end of the scale stands for little effort; surveys differ, so it is never assumed. */
export const CES_DIRECTIONS = ['low-is-easy', 'high-is-easy'] as const;
export type CesDirection = (typeof CES_DIRECTIONS)[number];

export interface CustomerEffort extends GroupedAnswers<CesGroup> {
  readonly scale: CesScale;
  readonly direction: CesDirection;
  /** In the answers' own numbers: it reads with the direction only. */
  readonly mean: Statistic;
  readonly easyPercent: Statistic;
  readonly difficultPercent: Statistic;
  /** −100 (all difficult) to 100 (all easy), whatever the direction. */
  readonly index: Statistic;
}

/**
 * Customer effort (CES) as an ease index: % easy − % difficult of all valid answers. The middle of
 * the scale (3 of 5, 4 of 7) is neutral and stays in the denominator; every answer on the easy
 * side of it is easy, every one on the other side difficult: of 1–7 where 1 is easy, 1–3 and 5–7.
 *
 * Source: the measure is Dixon, Freeman & Toman 2010, Harvard Business Review 88(7/8):116–122; the
 * grouping is a reading of Gerdt & Korkiakoski 2016, 169. Undefined (`no-answers`) without a valid
 * answer.
 */
export function customerEffort(
  answers: readonly Answer[],
  scale: CesScale,
  direction: CesDirection,
): CustomerEffort {
  const { min, max } = CES_SCALES[scale];
  const middle = (min + max) / 2;
  const sign = direction === 'high-is-easy' ? 1 : -1;
  const grouped = groupAnswers(answers, CES_SCALES[scale], CES_GROUPS, (rating) => {
    const ease = sign * (rating - middle);
    return ease > 0 ? 'easy' : ease < 0 ? 'difficult' : 'neutral';
  });
  const { easy, difficult } = grouped.counts;
  const share = (part: number): Statistic => percent(part, grouped.n, 'no-answers');
  return {
    ...grouped,
    scale,
    direction,
    mean: ratio(sum(grouped.valid), grouped.n, 'no-answers'),
    easyPercent: share(easy),
    difficultPercent: share(difficult),
    index: share(easy - difficult),
  };
}
