import type { Span } from '../text/span.ts';

/** From `min` to `max`, both within unless the end is open. */
export interface Interval {
  readonly min: number;
  readonly max: number;
  readonly minOpen?: boolean;
  readonly maxOpen?: boolean;
}

/** What a quantifier says of how many: a share 0–1 of all interviewees, or their number. */
export type Amount =
  | { readonly of: 'share'; readonly interval: Interval }
  | { readonly of: 'count'; readonly interval: Interval };

/** A place of a running text that says how many interviewees something holds for. */
export interface QuantifierClaim extends Span {
  readonly text: string;
  readonly amount: Amount;
  /** How many interviewees the text says there are: 7 in "five of the seven". */
  readonly total: number | null;
  /** It leaves no room: "five of seven", "only one", "all", not "a few". */
  readonly exact: boolean;
  /** What stands in brackets behind it, as "(H1, H2)" does. */
  readonly names: readonly string[];
}

export interface Coded {
  /** Interviewees whose excerpts carry the theme, and all of the project. */
  readonly caseCount: number;
  readonly totalCount: number;
}

/** Beside what is coded, the text claims as much, more or less; or it counts other interviewees. */
export type Verdict = 'holds' | 'more' | 'less' | 'other-total';

/**
 * Sets a claim against the cases coded. Shares are compared in whole interviewees, so that "half" of
 * seven may be three or four; percentages to the digits they are given in.
 */
export function judgeClaim(claim: QuantifierClaim, coded: Coded): Verdict {
  if (claim.total !== null && claim.total !== coded.totalCount) return 'other-total';
  const { of, interval } = claim.amount;
  const { min, max, minOpen, maxOpen } = of === 'count' ? interval : inCases(interval, coded);
  if (coded.caseCount < min || (minOpen === true && coded.caseCount === min)) return 'more';
  if (coded.caseCount > max || (maxOpen === true && coded.caseCount === max)) return 'less';
  return 'holds';
}

/** In interviewees; where no whole number lies within the share, the next ones at both ends do. */
function inCases({ min, max, minOpen, maxOpen }: Interval, { totalCount }: Coded): Interval {
  const [from, to] = [min * totalCount, max * totalCount];
  const isOpen = minOpen === true || maxOpen === true;
  return isOpen || Math.ceil(from) <= Math.floor(to)
    ? { min: from, max: to, minOpen: minOpen === true, maxOpen: maxOpen === true }
    : { min: Math.floor(from), max: Math.ceil(to) };
}
