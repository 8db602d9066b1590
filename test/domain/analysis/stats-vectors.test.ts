import { describe, expect, it } from 'vitest';
import { AGREEMENT } from './vectors/agreement.ts';
import { ANONYMITY } from './vectors/anonymity.ts';
import { CO_OCCURRENCE } from './vectors/co-occurrence.ts';
import { FREQUENCIES } from './vectors/frequencies.ts';
import { MEASURES } from './vectors/measures.ts';
import { SATURATION } from './vectors/saturation.ts';
import { SEGMENTS } from './vectors/segments.ts';
import { TYPIFICATION } from './vectors/typification.ts';
import { expectWithin, vectors, type Compute } from './vectors/vectors.ts';

const COMPUTED: Readonly<Record<string, Compute>> = {
  ...AGREEMENT,
  ...ANONYMITY,
  ...CO_OCCURRENCE,
  ...FREQUENCIES,
  ...MEASURES,
  ...SATURATION,
  ...SEGMENTS,
  ...TYPIFICATION,
};

/** Listed in the file so that nobody mixes them up with what is computed. */
const NOT_COMPUTED: Readonly<Record<string, string>> = {
  'char-qualcoder-as-implemented': 'multiplies where it should add',
  'unitizing-1995-2004-old-definition': 'superseded by another formula',
};

const title = vectors
  ? 'numbers computed by other programs'
  : 'numbers computed by other programs (not tried: ../shared/methods is not there)';

describe.skipIf(!vectors)(title, () => {
  const known = (vectors ?? []).filter(({ id }) => id in COMPUTED);

  it.each(known.map((vector) => [vector.id, vector] as const))('%s', (id, vector) => {
    const got = COMPUTED[id]?.(vector.input as never);
    expectWithin(got, vector.expected, vector.tolerance, id);
  });

  it('are all computed here, or named with why they are not', () => {
    const ids = (vectors ?? []).map(({ id }) => id);
    const told = [...Object.keys(COMPUTED), ...Object.keys(NOT_COMPUTED)];
    expect(told.sort()).toEqual(ids.sort());
  });
});
