import type {
  BarChart,
  Chart,
  CurveChart,
  HeatChart,
  NetworkChart,
  TimelineChart,
  TreeChart,
} from '../../src/charts/chart.ts';

const base = {
  title: 'Excerpts by theme <all>',
  note: 'Coder: all & sundry',
  desc: 'The "longest" bar is Trust.',
  empty: 'Nothing is coded yet.',
  language: 'fi',
  table: { columns: ['Theme', 'Excerpts'], rows: [['Trust', 3]] },
} as const;

const names = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${i + 1} Asiakaskokemuksen johtaminen & <kulttuuri>`);

const href = '/projects/p/analyse?theme=1&case=2';

export const bars = (count: number): BarChart => ({
  ...base,
  kind: 'bars',
  series: ['excerpts'],
  scale: 'excerpts',
  items: names(count).map((name, i) => ({ name, values: [i % 7], href })),
});

export const heat = (count: number): HeatChart => ({
  ...base,
  kind: 'heat',
  scale: 'excerpts',
  columns: names(count),
  rows: names(count).map((name, row) => ({
    name,
    cells: names(count).map((_, column) =>
      (row + column) % 9 === 0 ? { value: ((row * column) % 10) + 1, href } : null,
    ),
  })),
});

export const network = (count: number): NetworkChart => ({
  ...base,
  kind: 'network',
  nodes: names(count).map((name, i) => ({ name, value: i + 1 })),
  edges: names(count)
    .slice(1)
    .map((name, i) => ({ a: i, b: i + 1, value: (i % 5) + 1, name, href })),
});

export const curve = (count: number): CurveChart => ({
  ...base,
  kind: 'curve',
  lineName: 'themes',
  barName: 'new themes',
  scale: 'interviews',
  items: names(count).map((name, i) => ({ name, value: i + 1, added: 1 })),
  bands: count > 0 ? [{ from: 0, to: count - 1, name: 'base' }] : [],
  marks: count > 0 ? [{ at: count - 1, name: 'saturated' }] : [],
});

export const timeline = (count: number): TimelineChart => ({
  ...base,
  kind: 'timeline',
  scale: 'words',
  length: 1_000,
  rows: names(count).map((name, i) => ({
    name,
    stretches: [{ from: i, to: i + 20, name: 'excerpt', href }],
  })),
});

export const tree = (count: number): TreeChart => ({
  ...base,
  kind: 'tree',
  scale: 'distance',
  names: names(count),
  merges: names(count)
    .slice(1)
    .map((_, i) => ({
      a: i === 0 ? 0 : i + 1,
      b: i === 0 ? 1 : count + i - 1,
      height: (i + 1) / count,
      size: i + 2,
    })),
});

export const KINDS: readonly (readonly [string, (count: number) => Chart])[] = [
  ['bars', bars],
  ['heat', heat],
  ['network', network],
  ['curve', curve],
  ['timeline', timeline],
  ['tree', tree],
];
