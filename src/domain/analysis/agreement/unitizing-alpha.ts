import { known, ratio, noValue, type Statistic } from '../statistic.ts';
import { sum } from '../sum.ts';
import {
  GAP,
  unitCoincidences,
  type CodingVariant,
  type Continuum,
  type UnitCoincidences,
} from './continuum.ts';

/** α of one value, where coders gave any. */
export interface ValueAlpha {
  readonly value: string;
  /** (k)uα: how far who gave this value agrees with what others gave the same place. */
  readonly alpha: Statistic;
  /** How much of its length units of other coders cover, pair by pair, 0–1. */
  readonly coverage: Statistic;
}

export interface UnitizingAlpha {
  /** uα: agreement on where units are and on their values. */
  readonly alpha: Statistic;
  /** |uα: on where units are, whatever their values. */
  readonly binaryAlpha: Statistic;
  /** cuα: on the values, where two coders both made a unit. */
  readonly codingAlpha: Statistic;
  /** The variant of cuα and (k)uα, to be named with them. */
  readonly codingVariant: CodingVariant;
  /** How much of all lengths two coders both made units of, pair by pair, 0–1. */
  readonly valuedCoverage: Statistic;
  /** In the order of first use. */
  readonly perValue: readonly ValueAlpha[];
}

/**
 * Krippendorff's α for units that coders cut out of a text themselves, with gaps between them; the
 * family uα, |uα, cuα and (k)uα. Observed coincidences are lengths that pairs of coders gave the
 * same value, chance is that of all lengths shuffled, a unit never meeting itself. Several texts
 * are joined end to end. It is reckoned from where units begin and end.
 *
 * Source: Krippendorff, Mathet, Bouvry & Widlöcher 2016, Quality & Quantity 50(6):2347–2364, as in
 * Krippendorff 2019, Content Analysis, 4th ed., § 12.6. Programs differ in cuα and (k)uα, see
 * `CodingVariant`. The αU of 1995 and 2004 is another coefficient and is not reckoned here.
 *
 * Undefined where no text has two coders, or no two units meet (`no-pairs`); where one value is
 * everywhere (`no-variation`); where a coder's units overlap (`overlapping-units`): then themes are
 * to be looked at one by one; and with `any-other` where so little meets that chance has no room
 * (`out-of-range`).
 *
 * @throws RangeError for a unit outside its text.
 */
export function unitizingAlpha(
  continua: readonly Continuum[],
  codingVariant: CodingVariant = 'pairs',
): UnitizingAlpha {
  const units = continua.flatMap(({ coders }) => [...coders.values()].flat());
  const values = [...new Set(units.map(({ value }) => value))];
  const places = new Map(values.map((value, i) => [value, i + 1]));
  const coded = unitCoincidences(continua, (value) => places.get(value)!, values.length);
  const binary = unitCoincidences(continua, () => 1, 1);
  if (!coded || !binary) return without(values, codingVariant, noValue('overlapping-units'));
  const total = sum(coded.shared.map((row) => sum(row)));
  if (total === 0) return without(values, codingVariant, noValue('no-pairs'));
  const valued = valuedOnly(coded, codingVariant);
  return {
    alpha: alphaOf(coded),
    binaryAlpha: alphaOf(binary),
    codingAlpha: alphaOf(valued),
    codingVariant,
    valuedCoverage: known(sum(valued.shared.map((row) => sum(row))) / total),
    perValue: values.map((value, i) => ({ value, ...valueAlpha(coded, valued, i) })),
  };
}

const without = (
  values: readonly string[],
  codingVariant: CodingVariant,
  why: Statistic,
): UnitizingAlpha => ({
  codingVariant,
  alpha: why,
  binaryAlpha: why,
  codingAlpha: why,
  valuedCoverage: why,
  perValue: values.map((value) => ({ value, alpha: why, coverage: why })),
});

type Coincidences = Pick<UnitCoincidences, 'shared' | 'own'>;

/** Only where both coders made a unit. */
const valuedOnly = (
  { shared, ownMet }: UnitCoincidences,
  variant: CodingVariant,
): Coincidences => ({
  shared: shared.slice(GAP + 1).map((row) => row.slice(GAP + 1)),
  own: ownMet[variant].slice(GAP + 1),
});

/**
 * What chance would give values c and k, of the same total as what is observed: ε; null where units
 * share as much with themselves as there is in all.
 */
function expectedOf({ shared, own }: Coincidences): ((c: number, k: number) => number) | null {
  const lengths = shared.map((row) => sum(row));
  const total = sum(lengths);
  const share = total - sum(own) / total;
  return share > 0 ? (c, k) => (lengths[c]! * lengths[k]! - (c === k ? own[c]! : 0)) / share : null;
}

/** 1 − observed ÷ expected disagreement. */
function alphaOf(coincidences: Coincidences): Statistic {
  const { shared } = coincidences;
  const unequal = (of: (c: number, k: number) => number): number =>
    sum(shared.flatMap((row, c) => row.map((_, k) => (c === k ? 0 : of(c, k)))));
  if (sum(shared.map((row) => sum(row))) === 0) return noValue('no-pairs');
  const expected = expectedOf(coincidences);
  if (!expected) return noValue('out-of-range');
  const chance = unequal(expected);
  return chance === 0
    ? noValue('no-variation')
    : known(1 - unequal((c, k) => shared[c]![k]!) / chance);
}

function valueAlpha(
  coded: UnitCoincidences,
  valued: Coincidences,
  k: number,
): Omit<ValueAlpha, 'value'> {
  const length = sum(coded.shared[GAP + 1 + k]!);
  const met = sum(valued.shared[k]!);
  const coverage = ratio(met, length, 'no-pairs');
  if (met === 0) return { alpha: noValue('no-pairs'), coverage };
  const expected = expectedOf(valued);
  if (!expected) return { alpha: noValue('out-of-range'), coverage };
  const chance = valued.shared.map((_, c) => expected(c, k));
  const all = sum(chance);
  const unequal = all - chance[k]!;
  const observed = (met - valued.shared[k]![k]!) / met;
  if (unequal === 0) return { alpha: noValue('no-variation'), coverage };
  return {
    alpha: all > 0 ? known(1 - (all * observed) / unequal) : noValue('out-of-range'),
    coverage,
  };
}
