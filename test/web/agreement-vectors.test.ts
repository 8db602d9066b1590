import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiOf } from '../support/client.ts';
import { startApp, type RunningApp } from '../support/start-app.ts';

type Span = readonly [start: number, end: number];

let app: RunningApp;
let api: ReturnType<typeof apiOf>;
beforeAll(async () => {
  app = await startApp();
  api = apiOf(app.base);
});
afterAll(async () => {
  await app.close();
  expect(app.logged).toEqual([]);
});

/** A project in which A and B gave a theme to these places of a text; its address. */
async function coded(text: string, a: readonly Span[], b: readonly Span[]): Promise<string> {
  const base = `/projects/${(await api.post('/projects', { name: 'G', language: 'en' })).body.id}`;
  const up = await api.upload(`${base}/transcripts`, { 'H1.txt': text }).expect(200);
  const transcriptId = up.body.imported[0].id as string;
  const theme = (await api.post(`${base}/themes`, { name: 'Trust' })).body.id as string;
  for (const [coder, spans] of [
    ['A', a],
    ['B', b],
  ] as const)
    for (const [start, end] of spans)
      await api
        .post(`${base}/excerpts`, { transcriptId, start, end, coder, themeIds: [theme] })
        .expect(201);
  return base;
}
const figures = async (base: string, query: string) =>
  (
    await api
      .get(`${base}/analysis/agreement?coders=A,B&${query}`)
      .set('Accept-Language', 'en')
      .expect(200)
  ).body;

describe('published figures of agreement, through the API', () => {
  // Ten segments, apply or not: the ATLAS.ti manual's example.
  const [first, second] = [
    [1, 1, 0, 0, 0, 0, 0, 0, 0, 0],
    [0, 1, 1, 0, 0, 1, 0, 1, 0, 0],
  ];
  const EXPECTED = {
    percentAgreement: 0.6,
    kappa: 0.090909,
    scottPi: 0.047619,
    gwetAC1: 0.310345,
    brennanPrediger: 0.2,
  };
  const turns = first.map((_, i) => `${i % 2 ? 'H1' : 'H2'}: abcdefghij`);
  /** Ten turns, and ten stretches of a text without any: where each begins. */
  const UNITS = {
    turns: { text: turns.join('\n\n'), startOf: (i: number) => i * 16 + 4, n: 10 },
    characters: { text: 'abcdefghij'.repeat(10), startOf: (i: number) => i * 10, n: 100 },
  };

  it.each(['turns', 'characters'] as const)('are the same in %s', async (unit) => {
    const { text, startOf, n } = UNITS[unit];
    const spansOf = (marks: readonly number[]): Span[] =>
      marks.flatMap((mark, i): Span[] => (mark ? [[startOf(i), startOf(i) + 10]] : []));
    const base = await coded(text, spansOf(first), spansOf(second));
    const body = await figures(base, `unit=${unit}`);
    expect(body.transcripts[0].units).toBe(n);
    const [pair] = body.themes[0].figures.agreement.pairs;
    for (const [name, value] of Object.entries(EXPECTED))
      expect([name, pair[name].value]).toEqual([name, expect.closeTo(value, 5)]);
    if (unit === 'turns') {
      expect(pair.krippendorffAlpha.value).toBeCloseTo(0.095238, 5);
      expect(pair.interval95).toHaveLength(2);
      expect(body.intervalReason).toBeNull();
    } else {
      expect(pair.interval95).toBeNull();
      expect(body.intervalReason).toContain('not independent');
    }
    const csv = await api.get(`${base}/analysis/agreement.csv?coders=A,B&unit=${unit}`);
    for (const shown of ['0.0909', '0.0476', '0.3103'])
      expect([shown, csv.text.includes(shown)]).toEqual([shown, true]);
  });

  it('are those of NVivo’s coding comparison, character by character', async () => {
    const base = await coded('x'.repeat(1_000), [[0, 150]], [[100, 200]]);
    const [pair] = (await figures(base, 'unit=characters')).themes[0].figures.agreement.pairs;
    expect(pair.counts).toEqual({ both: 50, onlyFirst: 100, onlySecond: 50, neither: 800 });
    expect(pair.percentAgreement.value).toBeCloseTo(0.85, 9);
    expect(pair.kappa.value).toBeCloseTo(0.318182, 5);
  });

  it.each([
    ['0.9', 1],
    ['0.5', 2],
    ['0.3', 3],
    ['any', 3],
  ])('match passages that overlap by %s', async (overlap, matched) => {
    const a: Span[] = [
      [0, 10],
      [20, 40],
      [50, 60],
      [70, 75],
    ];
    const b: Span[] = [
      [1, 10],
      [25, 45],
      [52, 55],
      [80, 90],
    ];
    const base = await coded('x'.repeat(100), a, b);
    const body = await figures(base, `unit=segments&overlap=${overlap}`);
    const [pair] = body.themes[0].figures.pairs;
    const left = 4 - matched;
    expect(pair.counts).toEqual({ matched, onlyFirst: left, onlySecond: left });
    expect(pair.agreement.agreementPercent.value).toBe((100 * 2 * matched) / 8);
    expect(body.intervalReason).toContain('nobody marked');
  });
});
