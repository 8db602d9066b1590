import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';

/** One worked example: what goes in, what a second program made of it, and how near is near. */
export interface Vector {
  readonly id: string;
  readonly input: Record<string, never>;
  readonly expected: unknown;
  readonly tolerance: number;
}

/** The input of a vector in the file's own shape: each computation names what it reads. */
export type Compute = (input: never) => unknown;

const file = path.join(import.meta.dirname, '../../../../../shared/methods/stats-vectors.json');

/** Null where the file is not there: the tests with tables of their own still run. */
export const vectors: readonly Vector[] | null = existsSync(file)
  ? (JSON.parse(readFileSync(file, 'utf8')) as { vectors: Vector[] }).vectors
  : null;

/** Three decimals of a book, from a figure that the file's spans are only digitised from. */
const PRINTED = 'publishedInBook';

/** Every number, null and word that is expected is there; what is computed beside them may be more. */
export function expectWithin(got: unknown, expected: unknown, tolerance: number, at = ''): void {
  if (typeof expected === 'number') {
    expect(got, at).toBeTypeOf('number');
    expect(
      Math.abs((got as number) - expected),
      `${at}: ${String(got)}, not ${expected}`,
    ).toBeLessThanOrEqual(tolerance + roundingOf(expected));
  } else if (expected !== null && typeof expected === 'object') {
    expect(got, at).toBeTypeOf('object');
    if (Array.isArray(expected)) expect(got, at).toHaveLength(expected.length);
    for (const [key, value] of Object.entries(expected))
      if (key !== PRINTED)
        expectWithin((got as Record<string, unknown>)[key], value, tolerance, `${at}.${key}`);
  } else expect(got, at).toBe(expected);
}

/** The file's numbers are rounded to six decimals, some more strictly than their tolerance. */
const roundingOf = (expected: number): number =>
  (String(expected).split('.')[1]?.length ?? 0) >= 6 ? 5e-7 : 0;
