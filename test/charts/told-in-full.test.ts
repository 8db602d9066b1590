import { describe, expect, it } from 'vitest';
import { chartSvg } from '../../src/charts/chart-svg.ts';
import type { Chart, HeatChart } from '../../src/charts/chart.ts';
import { fileLook, pageLook } from '../../src/charts/look.ts';
import { fitted } from '../../src/charts/text.ts';
import { bars, curve, heat, network, timeline } from './some-charts.ts';
import { named } from './svg-elements.ts';

const LONG =
  'Asiakaskokemuksen johtaminen, mittaaminen ja kehittäminen pitkäjänteisesti yrityksessä';

const textsOf = (chart: Chart): string[] =>
  named(chartSvg(chart, fileLook()), 'text').map(({ text }) => text);

describe('names', () => {
  const charts: readonly (readonly [string, Chart])[] = [
    ['bars', { ...bars(2), items: [{ name: LONG, values: [1] }] }],
    ['rows', { ...heat(4), rows: [{ name: LONG, cells: [{ value: 1 }] }] }],
    ['heads', { ...heat(2), columns: [...Array.from({ length: 8 }, () => LONG)] }],
    ['nodes', { ...network(3), nodes: [{ name: LONG, value: 1 }], edges: [] }],
    ['timeline', { ...timeline(2), rows: [{ name: LONG, stretches: [] }] }],
  ];

  it.each(charts)('stand in full on a drawing that is handed in: %s', (_, chart) => {
    const inLines = named(chartSvg(chart, fileLook()), 'text').filter(({ text }) =>
      text.startsWith('Asiakas'),
    );
    expect(inLines.length).toBeGreaterThan(0);
    for (const { text } of inLines) {
      expect(text).not.toContain('…');
      expect(text.replace(/ \(1\)$/, '').replaceAll(' ', '')).toBe(LONG.replaceAll(' ', ''));
    }
  });

  it('are broken within a word that is wider than a line, between syllables', () => {
    const word = 'kokonaisasiakaskokemuksenjohtamisjärjestelmä';
    const { lines, isWhole } = fitted(word, 170);
    expect(isWhole).toBe(true);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.map((line) => line.replace(/-$/, '')).join('')).toBe(word);
    for (const line of lines.slice(1)) expect(line).toMatch(/^[^aeiouyäö][aeiouyäö]/);
  });

  it('of rows below each other take as much room as they have lines', () => {
    const rows = [LONG, 'Hinta', LONG].map((name) => ({ name, cells: [{ value: 2 }] }));
    const chart: HeatChart = { ...heat(1), rows };
    const areas = named(chartSvg(chart, pageLook('h')), 'rect').slice(0, rows.length);
    const tops = areas.map(({ attributes }) => Number(attributes['y']));
    const heights = areas.map(({ attributes }) => Number(attributes['height']));
    expect(heights[0]).toBeGreaterThan(heights[1] ?? 0);
    tops.slice(1).forEach((top, i) => expect(top).toBeGreaterThan(tops[i]! + heights[i]!));
  });
});

describe('figures', () => {
  const cells = [{ value: 0 }, { value: null }, null, { value: 3, href: '/there' }];
  const chart: HeatChart = {
    ...heat(1),
    columns: ['a', 'b', 'c', 'd'],
    rows: [{ name: 'Hinta', cells }],
  };

  it('of a heat map say 0 where there is nothing, "–" where there is no figure, and lead nowhere', () => {
    expect(textsOf(chart)).toEqual(expect.arrayContaining(['0', '–', '3']));
    expect(named(chartSvg(chart, pageLook('h')), 'a')).toHaveLength(1);
  });

  it('of bars below nothing stand at their own end, within the drawing', () => {
    const below: Chart = {
      ...bars(0),
      items: [
        { name: 'Hinta', values: [-25], texts: ['−25 (n = 4)'] },
        { name: 'Laatu', values: [100], texts: ['100 (n = 2)'] },
      ],
    };
    const texts = named(chartSvg(below, pageLook('b')), 'text');
    const [bar] = named(chartSvg(below, pageLook('b')), 'rect');
    const figure = texts.find(({ text }) => text.startsWith('−25'));
    const name = texts.find(({ text }) => text === 'Hinta');
    expect(figure?.attributes['text-anchor']).toBe('end');
    expect(Number(figure?.attributes['x'])).toBeLessThan(Number(bar?.attributes['x']));
    // Eight characters of it fit between the name and the bar.
    expect(Number(figure?.attributes['x']) - Number(name?.attributes['x'])).toBeGreaterThan(60);
  });

  it('of a curve never lie over the name of the stretch behind them', () => {
    const flat = curve(7);
    const high = { ...flat, items: flat.items.map((item) => ({ ...item, value: 8 })) };
    const chartOf = { ...high, bands: [{ from: 0, to: 3, name: 'Perusta: 8 teemaa' }] };
    const texts = named(chartSvg(chartOf, pageLook('c')), 'text');
    const band = texts.find(({ text }) => text.startsWith('Perusta'));
    const figures = texts.filter(({ attributes, text }) => text === '8' && attributes['stroke']);
    expect(figures).toHaveLength(7);
    for (const { attributes } of figures)
      expect(Number(attributes['y']) - Number(band?.attributes['y'])).toBeGreaterThan(14);
  });
});
