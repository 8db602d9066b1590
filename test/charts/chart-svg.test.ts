import { describe, expect, it } from 'vitest';
import { chartSvg } from '../../src/charts/chart-svg.ts';
import type { Chart } from '../../src/charts/chart.ts';
import { fileLook, pageLook } from '../../src/charts/look.ts';
import { shadeOf } from '../../src/charts/heat-map.ts';
import { bars, curve, heat, KINDS, network, timeline } from './some-charts.ts';
import { elementsOf, named } from './svg-elements.ts';

const numbersIn = (svg: string): number[] =>
  elementsOf(svg).flatMap(({ attributes }) =>
    Object.entries(attributes)
      .filter(([key]) => /^(?:x|y|x1|x2|y1|y2|cx|cy|r|width|height|d|viewBox)$/.test(key))
      .filter(([, value]) => value !== '100%')
      .flatMap(([, value]) => value.split(/[^-\d.e]+/).filter((part) => part !== ''))
      .map(Number),
  );

describe.each(KINDS)('%s', (_, make) => {
  it.each([0, 1, 2, 7, 300])('of %i items are a drawing with a name and numbers alone', (count) => {
    for (const look of [fileLook(), pageLook('one')]) {
      const svg = chartSvg(make(count), look);
      expect(numbersIn(svg).every(Number.isFinite)).toBe(true);
      const [root] = elementsOf(svg);
      expect(root?.attributes['aria-labelledby']).toBe(`${look.id}-title`);
      const ids = new Map(elementsOf(svg).map(({ attributes, text }) => [attributes['id'], text]));
      expect(ids.get(`${look.id}-title`)).toBe('Excerpts by theme <all>');
      expect(ids.get(`${look.id}-desc`)).toBe('The "longest" bar is Trust.');
      expect(svg.includes('Nothing is coded yet.')).toBe(count === 0);
    }
  });

  it('are the same text each time', () => {
    expect(chartSvg(make(9), fileLook())).toBe(chartSvg(make(9), fileLook()));
  });

  it('keep to their own picture', () => {
    const svg = chartSvg(make(40), fileLook());
    const [root] = elementsOf(svg);
    const [, , width = 0, height = 0] = (root?.attributes['viewBox'] ?? '').split(' ').map(Number);
    for (const { attributes } of named(svg, 'text')) {
      if (attributes['transform']) continue;
      expect(Number(attributes['x'])).toBeLessThanOrEqual(width);
      expect(Number(attributes['y'])).toBeLessThanOrEqual(height);
    }
  });

  it('are coloured by the page there and by themselves in a file, and never styled inline', () => {
    const onPage = chartSvg(make(5), pageLook('one'));
    const alone = chartSvg(make(5), fileLook());
    expect(onPage).not.toMatch(/#[0-9a-f]{6}/);
    expect(alone).not.toContain('var(');
    for (const svg of [onPage, alone]) expect(svg).not.toMatch(/\sstyle=|<style|<script|\son\w+=/);
  });

  it('hold links on a page alone, out of the keyboard’s way: the table has them', () => {
    expect(named(chartSvg(make(8), fileLook()), 'a')).toEqual([]);
    const links = named(chartSvg(make(8), pageLook('one')), 'a');
    expect(links.every(({ attributes }) => attributes['tabindex'] === '-1')).toBe(true);
    const [root] = elementsOf(chartSvg(make(8), pageLook('one')));
    expect(root?.attributes['role']).toBe(links.length > 0 ? 'group' : 'img');
    expect(elementsOf(chartSvg(make(8), fileLook()))[0]?.attributes['role']).toBe('img');
  });
});

describe('a chart', () => {
  it('shortens a long name by whole characters and tells all of it', () => {
    const name = `${'👩‍🚀'.repeat(60)} ja loput`;
    const chart: Chart = { ...bars(1), items: [{ name, values: [1] }] };
    const texts = named(chartSvg(chart, fileLook()), 'text').map(({ text }) => text);
    const shown = texts.find((text) => text.includes('👩‍🚀'));
    expect(shown).toContain(name);
    const visible = shown?.slice(name.length) ?? '';
    expect(visible.endsWith('…')).toBe(true);
    expect(visible.slice(0, -1).replaceAll('👩‍🚀', '')).toBe('');
  });

  it('wraps a name of several words and leaves none of it out', () => {
    const name = 'Asiakkaan kokonaisvaltainen ymmärtäminen myyntitilanteessa';
    const chart: Chart = { ...bars(1), items: [{ name, values: [1] }] };
    const lines = named(chartSvg(chart, fileLook()), 'tspan').map(({ text }) => text);
    expect(lines.join(' ')).toBe(name);
  });

  it('leaves out what XML cannot hold', () => {
    const chart: Chart = { ...bars(1), items: [{ name: 'a\u0000\ud800b\uffff', values: [1] }] };
    expect(named(chartSvg(chart, fileLook()), 'text').map(({ text }) => text)).toContain('ab');
  });

  it('writes figures as the language does, and a dash where there is none', () => {
    const chart: Chart = {
      ...bars(2),
      items: [
        { name: 'a', values: [1234.5] },
        { name: 'b', values: [null] },
      ],
    };
    const texts = named(chartSvg(chart, fileLook()), 'text').map(({ text }) => text);
    expect(texts).toContain('1\u00a0234,5');
    expect(texts).toContain('–');
  });

  it('tells series apart by pattern', () => {
    const chart: Chart = {
      ...bars(0),
      series: ['a', 'b', 'c', 'd'],
      items: [{ name: 'x', values: [1, 2, 3, 4] }],
    };
    const fills = named(chartSvg(chart, fileLook('k')), 'rect')
      .slice(-4)
      .map(({ attributes }) => attributes['fill']);
    expect(new Set(fills).size).toBe(4);
    expect(fills.filter((fill) => fill?.startsWith('url(#k-'))).toHaveLength(2);
  });

  it('draws negative values to the other side of nothing', () => {
    const chart: Chart = {
      ...bars(0),
      items: [
        { name: 'a', values: [-10] },
        { name: 'b', values: [20] },
      ],
    };
    const [first, second] = named(chartSvg(chart, fileLook()), 'rect').slice(-2);
    const x = Number(first?.attributes['x']);
    expect(x + Number(first?.attributes['width'])).toBeCloseTo(Number(second?.attributes['x']), 1);
  });
});

describe('shades', () => {
  it('are nothing for nothing, the last for the most, and in the order of the values', () => {
    expect(shadeOf(0, 10)).toBe(0);
    expect(shadeOf(10, 10)).toBe(9);
    expect(shadeOf(1, 1_000)).toBe(1);
    const steps = Array.from({ length: 101 }, (_, i) => shadeOf(i, 100));
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  });

  const channel = (hex: string, at: number): number => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const luminance = (hex: string): number =>
    0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);

  it('grow ever darker in grey, and figures on each can be read', () => {
    const { shades } = fileLook();
    const lights = shades.map(({ fill }) => luminance(fill));
    expect(lights).toEqual(lights.toSorted((a, b) => b - a));
    for (const { fill, ink } of shades) {
      const [light, dark] = [luminance(fill), luminance(ink)].sort((a, b) => b - a) as [
        number,
        number,
      ];
      expect((light + 0.05) / (dark + 0.05)).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe('places', () => {
  it('of a heat map: only cells with something in them are drawn', () => {
    const cells = heat(20).rows.flatMap((row) => row.cells.filter((cell) => cell !== null));
    expect(named(chartSvg(heat(20), pageLook('h')), 'a')).toHaveLength(cells.length);
  });

  it('of a network: names stand below each other, two lines apart, on either side', () => {
    const svg = chartSvg(network(30), fileLook());
    const left = named(svg, 'text').filter(({ attributes }) => attributes['text-anchor'] === 'end');
    const ys = left.map(({ attributes }) => Number(attributes['y'])).sort((a, b) => a - b);
    ys.slice(1).forEach((y, i) => expect(y - ys[i]!).toBeGreaterThanOrEqual(29));
  });

  it('of a timeline: as far along as the words are', () => {
    const rects = named(chartSvg(timeline(3), pageLook('t')), 'rect');
    const xs = rects.map(({ attributes }) => Number(attributes['x']));
    expect(xs[2]! - xs[1]!).toBeCloseTo(xs[1]! - xs[0]!, 1);
    expect(xs[1]!).toBeGreaterThan(xs[0]!);
  });

  it('of a curve: it rises with the totals, and the mark stands at its item', () => {
    const svg = chartSvg(curve(6), fileLook());
    const dots = named(svg, 'circle').filter(({ attributes }) => attributes['cx'] !== '12');
    const ys = dots.map(({ attributes }) => Number(attributes['cy']));
    expect(ys).toEqual(ys.toSorted((a, b) => b - a));
    const mark = named(svg, 'line').find(({ attributes }) => attributes['stroke-dasharray']);
    expect(mark?.attributes['x1']).toBe(dots.at(-1)?.attributes['cx']);
  });
});
