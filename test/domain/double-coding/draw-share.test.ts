import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawShare } from '../../../src/domain/double-coding/draw-share.ts';

const list = fc.uniqueArray(fc.nat(10_000), { maxLength: 60 });
const percent = fc.integer({ min: 1, max: 100 });
const seed = fc.nat(2_147_483_647);

describe('a random share', () => {
  it('is drawn the same again by its seed, whatever the day', () => {
    const names = Array.from({ length: 20 }, (_, i) => `H${i + 1}`);
    expect(drawShare(names, 20, 42)).toEqual(drawShare(names, 20, 42));
    expect(drawShare(names, 20, 42)).toMatchInlineSnapshot(`
      [
        "H10",
        "H13",
        "H15",
        "H18",
      ]
    `);
  });

  it('has so many of the list, each once, in its order', () => {
    fc.assert(
      fc.property(list, percent, seed, (all, share, number) => {
        const drawn = drawShare(all, share, number);
        const wanted = all.length === 0 ? 0 : Math.ceil((all.length * share) / 100);
        expect(drawn).toHaveLength(wanted);
        expect(drawn).toEqual(all.filter((one) => drawn.includes(one)));
      }),
    );
  });

  it('gives everything its chance', () => {
    const drawn = Array.from({ length: 2_000 }, (_, i) => drawShare([1, 2, 3, 4], 25, i)[0]);
    for (const one of [1, 2, 3, 4]) {
      const times = drawn.filter((other) => other === one).length;
      expect(times).toBeGreaterThan(400);
      expect(times).toBeLessThan(600);
    }
  });
});
