import { known, noValue, type Statistic } from '../statistic.ts';

/** Records that nobody can tell apart by the attributes looked at. */
export interface EquivalenceClass {
  /** By attribute, in their order; null where it is not known. */
  readonly values: readonly (string | null)[];
  /** Indexes of the records, in order: one index is a person who stands alone. */
  readonly records: readonly number[];
}

export interface EquivalenceClasses {
  /** The smallest class's size. */
  readonly k: Statistic;
  /** The smallest first; of equals, the one met first. */
  readonly classes: readonly EquivalenceClass[];
  /** Classes of one record. */
  readonly uniqueCount: number;
  /** Classes smaller than the least size asked for. */
  readonly small: readonly EquivalenceClass[];
}

/** Of two who share their attributes, each knows the other. */
export const LEAST_CLASS_SIZE = 3;

/**
 * The k of k-anonymity: how many records share the rarest combination of attributes. Records
 * without attributes are one class; an unknown value is a value of its own, as a reader sees it.
 *
 * Source: Sweeney 2002, Int. J. Uncertainty, Fuzziness and Knowledge-Based Systems 10(5):557–570.
 * It says nothing of what readers know besides: colleagues see through k of any size. Undefined
 * (`no-records`) without records.
 *
 * @param records by person, then by attribute that might identify.
 */
export function equivalenceClasses(
  records: readonly (readonly (string | null)[])[],
  leastSize: number = LEAST_CLASS_SIZE,
): EquivalenceClasses {
  const byValues = new Map<string, { values: readonly (string | null)[]; records: number[] }>();
  records.forEach((values, index) => {
    const key = JSON.stringify(values);
    const found = byValues.get(key);
    if (found) found.records.push(index);
    else byValues.set(key, { values, records: [index] });
  });
  const classes = [...byValues.values()].sort((a, b) => a.records.length - b.records.length);
  const smallest = classes[0];
  return {
    k: smallest ? known(smallest.records.length) : noValue('no-records'),
    classes,
    uniqueCount: classes.filter((one) => one.records.length === 1).length,
    small: classes.filter((one) => one.records.length < leastSize),
  };
}
