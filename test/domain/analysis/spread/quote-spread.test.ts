import { describe, expect, it } from 'vitest';
import { quoteSpread } from '../../../../src/domain/analysis/spread/quote-spread.ts';
import { buildProject } from '../../../support/build-project.ts';

const said = (name: string, words: number): string =>
  `Interviewer: What?\n\n${name}: ${Array.from({ length: words }, (_, i) => `w${i}`).join(' ')}.\n`;

const build = (quotes: Readonly<Record<string, number>>) =>
  buildProject({
    texts: [
      { title: 'H1', text: said('H1', 60) },
      { title: 'H2', text: said('H2', 30) },
      { title: 'H3', text: said('H3', 10) },
    ],
    codings: Object.entries(quotes).flatMap(([transcript, count]) =>
      Array.from({ length: count }, (_, i) => ({
        transcript,
        quote: `w${i} `.trim(),
        themes: ['A'],
        coder: `c${i}`,
      })),
    ),
  }).project;

const rounded = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 100) / 100;

describe('who is quoted', () => {
  it('is what the words give, more or less, or nothing', () => {
    const rows = quoteSpread(build({ H1: 3, H2: 7 }));
    expect(rows.map(({ case: one, flag }) => [one.name, flag])).toEqual([
      ['H1', 'under'],
      ['H2', 'over'],
      ['H3', 'never'],
    ]);
    expect(rows.map(({ ratio }) => rounded(ratio.value))).toEqual([0.5, 2.33, 0]);
    expect(rows.map(({ wordCount }) => wordCount)).toEqual([60, 30, 10]);
    expect(rows[0]?.pages).toBe(0.2);
  });

  it('is undefined before anything is coded', () => {
    expect(quoteSpread(build({}))[0]).toMatchObject({
      ratio: { value: null, reason: 'no-codings' },
      flag: null,
      shareOfWords: { value: 0.6 },
    });
  });

  it('adds up to all of it', () => {
    const rows = quoteSpread(build({ H1: 2, H2: 2, H3: 1 }));
    const total = (pick: (row: (typeof rows)[number]) => number | null) =>
      rows.reduce((sum, row) => sum + (pick(row) ?? 0), 0);
    expect(total(({ shareOfExcerpts }) => shareOfExcerpts.value)).toBeCloseTo(1);
    expect(total(({ shareOfWords }) => shareOfWords.value)).toBeCloseTo(1);
  });
});
