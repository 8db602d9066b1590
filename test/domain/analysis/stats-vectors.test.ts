import { describe, expect, it } from 'vitest';
import { ANONYMITY } from './vectors/anonymity.ts';
import { CO_OCCURRENCE } from './vectors/co-occurrence.ts';
import { FREQUENCIES } from './vectors/frequencies.ts';
import { MEASURES } from './vectors/measures.ts';
import { SATURATION } from './vectors/saturation.ts';
import { TYPIFICATION } from './vectors/typification.ts';
import { expectWithin, vectors, type Compute } from './vectors/vectors.ts';

const COMPUTED: Readonly<Record<string, Compute>> = {
  ...ANONYMITY,
  ...CO_OCCURRENCE,
  ...FREQUENCIES,
  ...MEASURES,
  ...SATURATION,
  ...TYPIFICATION,
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

  it('has every one that is computed here', () => {
    const ids = (vectors ?? []).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(Object.keys(COMPUTED)));
  });
});
