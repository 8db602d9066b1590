import { describe, expect, it } from 'vitest';
import { chartSvg } from '../../src/charts/chart-svg.ts';
import { pageLook } from '../../src/charts/look.ts';
import { tree } from './some-charts.ts';

const svg = chartSvg(
  {
    ...tree(0),
    names: ['H1', '<b>H2</b>', 'H3'],
    merges: [
      { a: 1, b: 2, height: 0.25, size: 2 },
      { a: 0, b: 3, height: 0.5, size: 3 },
    ],
  },
  pageLook('tree'),
);

describe('a drawn tree', () => {
  it('names the scale and every item, in the order of the branches', () => {
    const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
    expect(texts).toEqual([
      ...['0,00', '0,25', '0,50', '0,75', '1,00', 'distance'],
      ...['H1', '&lt;b&gt;H2&lt;/b&gt;', 'H3'],
    ]);
  });

  it('has a bracket for each join, as far right as its distance', () => {
    const brackets = [...svg.matchAll(/d="M([\d.]+) [\d.]+H([\d.]+)V[\d.]+H([\d.]+)"/g)].map(
      ([, ...xs]) => xs.map(Number),
    );
    const zero = brackets[0]![0]!;
    const quarter = brackets[0]![1]! - zero;
    expect(quarter).toBeGreaterThan(100);
    expect(brackets).toEqual([
      [zero, zero + quarter, zero],
      [zero, expect.closeTo(zero + 2 * quarter, 1), zero + quarter],
    ]);
  });
});
