import distance from 'natural/lib/natural/distance/index.js';

/** Slips of a finger that a name of this length may hold and still be taken for another. */
const slipsIn = (name: string): number => (name.length < 5 ? 0 : name.length < 12 ? 1 : 2);

/**
 * The name that `name` may be a misspelling of: other than it, and so few slips away (letters left
 * out, added, changed or swapped; Damerau 1964) that a reader may not see the difference. Numbers
 * must agree, because "Phase 1" and "Phase 2" are meant to differ.
 */
export function resembling(name: string, others: Iterable<string>): string | null {
  const wanted = fold(name);
  for (const other of others) {
    const known = fold(other);
    if (known === wanted || Math.abs(known.length - wanted.length) > 2) continue;
    if (digits(known) !== digits(wanted)) continue;
    if (distance.DamerauLevenshteinDistance(known, wanted) <= slipsIn(wanted)) return other;
  }
  return null;
}

const fold = (name: string): string => name.normalize('NFC').toLowerCase().trim();

const digits = (name: string): string => name.replace(/\D+/g, ' ').trim();
