import { describe, expect, it } from 'vitest';
import { dendrogramSvg } from '../../src/markup/dendrogram.ts';

const drawn = (names: readonly string[]): string =>
  dendrogramSvg({
    title: 'How alike <they> are',
    scale: 'Distance',
    names,
    merges: [
      { a: 1, b: 2, height: 0.25, size: 2 },
      { a: 0, b: 3, height: 0.5, size: 3 },
    ],
    number: (value) => value.toFixed(2),
  });

const textsOf = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text ?? '');

describe('a drawn tree', () => {
  const svg = drawn(['H1', 'H2', 'H3']);

  it('names its title, the scale and every item, in the order of the branches', () => {
    expect(svg).toContain('aria-label="How alike &lt;they&gt; are"');
    expect(textsOf(svg)).toEqual([
      ...['0.00', '0.25', '0.50', '0.75', '1.00', 'Distance'],
      ...['H1', 'H2', 'H3'],
    ]);
  });

  it('has a bracket for each join, as far right as its distance', () => {
    const brackets = [...svg.matchAll(/d="M([\d.]+) [\d.]+H([\d.]+)V[\d.]+H([\d.]+)"/g)].map(
      ([, ...xs]) => xs.map(Number),
    );
    const zero = brackets[0]![0]!;
    expect(brackets).toEqual([
      [zero, zero + 100, zero],
      [zero, zero + 200, zero + 100],
    ]);
  });

  it('shortens long names by whole characters and shows markup as text', () => {
    const texts = textsOf(drawn(['👩‍🚀'.repeat(40), '<b>H2</b>', 'H3']));
    expect(texts.some((text) => text.endsWith('…') && !text.includes('\uFFFD'))).toBe(true);
    expect(texts).toContain('&lt;b&gt;H2&lt;/b&gt;');
  });
});
