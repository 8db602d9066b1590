/** Why a statistic has no value; the words for a reader belong to whoever shows it. */
export const UNDEFINED_REASONS = [
  /** No valid answer. */
  'no-answers',
  /** A profile without a single coding: it has no shape to compare. */
  'empty-profile',
  /** Nothing to compare with: it is alone. */
  'no-others',
  /** A group without members, or whose members have no features. */
  'no-members',
  /** The base of interviews has no themes: nothing to measure news against. */
  'empty-base',
  /** Fewer interviews than a base and one run after it. */
  'too-few-interviews',
  /** Every run still brings more than the threshold. */
  'not-reached',
  /** Nothing was coded. */
  'no-codings',
  /** Counts that overlap more than the formula can take. */
  'out-of-range',
  /** No records. */
  'no-records',
  /** Nobody speaks there. */
  'no-speech',
  /** No unit that two coders rated. */
  'no-pairs',
  /** Everybody gave one category throughout: there is no chance to correct for. */
  'no-variation',
  /** A scale of one category: nothing can be disagreed on. */
  'single-category',
  /** The formula wants as many ratings of each unit. */
  'unequal-ratings',
  /** A coder's units overlap: the method wants one value at each place. */
  'overlapping-units',
] as const;

export type UndefinedReason = (typeof UNDEFINED_REASONS)[number];

/** A number, or why there is none: never NaN, never an agreed-upon 0 or 1. */
export type Statistic =
  { readonly value: number } | { readonly value: null; readonly reason: UndefinedReason };

/** @throws RangeError for NaN and infinities: a formula missed a case that has no value. */
export function known(value: number): Statistic {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is not a statistic`);
  return { value };
}

export const noValue = (reason: UndefinedReason): Statistic => ({ value: null, reason });

/** `part / whole`, undefined for the reason given when the whole is 0. */
export const ratio = (part: number, whole: number, reason: UndefinedReason): Statistic =>
  whole === 0 ? noValue(reason) : known(part / whole);

/** The same per hundred. */
export const percent = (part: number, whole: number, reason: UndefinedReason): Statistic =>
  ratio(100 * part, whole, reason);
