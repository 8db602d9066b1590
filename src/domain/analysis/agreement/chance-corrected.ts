import { known, noValue, type Statistic } from '../statistic.ts';

/** Sums of shares that should be 1 miss it by less than this. */
const ROUNDING = 1e-12;

/**
 * Agreement beyond chance: (observed − expected) / (1 − expected), at most 1; 0 is what chance
 * alone would give. Where chance alone would give full agreement there is nothing beyond it: 0/0,
 * undefined (`no-variation`), and not 1.
 */
export const chanceCorrected = (observed: number, expected: number): Statistic =>
  1 - expected < ROUNDING ? noValue('no-variation') : known((observed - expected) / (1 - expected));
