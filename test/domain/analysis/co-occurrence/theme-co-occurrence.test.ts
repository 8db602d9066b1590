import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CO_OCCURRENCE_RULES } from '../../../../src/domain/analysis/co-occurrence/joint-counts.ts';
import {
  excerptsTogether,
  themeCoOccurrence,
  type CoOccurrenceOptions,
} from '../../../../src/domain/analysis/co-occurrence/theme-co-occurrence.ts';
import { buildProject, type GivenCoding } from '../../../support/build-project.ts';

const text = `Interviewer: What matters?

H1: Promises are kept here. Prices are fair too.

Interviewer: What else?

H1: Answers come fast.
`;

const build = (codings: readonly GivenCoding[]) =>
  buildProject({
    texts: [
      { title: 'H1', text },
      { title: 'H2', text: text.replaceAll('H1', 'H2') },
    ],
    themes: [
      { name: 'Top' },
      { name: 'A', parent: 'Top' },
      { name: 'B', parent: 'Top' },
      { name: 'C' },
    ],
    codings,
  });

const options = (rule: CoOccurrenceOptions['rule']): CoOccurrenceOptions => ({
  rule,
  level: 'coded',
  coderId: null,
});

const overlapping: GivenCoding[] = [
  { transcript: 'H1', quote: 'Promises are kept here. Prices', themes: ['A'] },
  { transcript: 'H1', quote: 'Prices are fair too.', themes: ['B'] },
  { transcript: 'H1', quote: 'Answers come fast.', themes: ['C'] },
  { transcript: 'H2', quote: 'Answers come fast.', themes: ['A', 'C'] },
];

describe('themes together', () => {
  it.each([
    ['overlap', ['A+B 1', 'A+C 1']],
    ['excerpt', ['A+C 1']],
    ['turn', ['A+B 1', 'A+C 1']],
    ['case', ['A+B 1', 'A+C 2', 'B+C 1']],
  ] as const)('by %s', (rule, expected) => {
    const { project } = build(overlapping);
    const { themes, pairs } = themeCoOccurrence(project, options(rule));
    const told = pairs.map(({ a, b, n12 }) => `${themes[a]?.name}+${themes[b]?.name} ${n12}`);
    expect(told.sort()).toEqual(expected);
  });

  it('are counted at the top of their branch, once an excerpt', () => {
    const { project } = build([
      { transcript: 'H1', quote: 'Promises are kept here.', themes: ['A', 'B', 'C'] },
    ]);
    const { themes, pairs } = themeCoOccurrence(project, { ...options('excerpt'), level: 'top' });
    expect(themes.map(({ name }) => name)).toEqual(['Top', 'C']);
    expect(pairs).toMatchObject([{ n1: 1, n2: 1, n12: 1, coefficient: { value: 1 } }]);
  });

  it('are one coder’s where one is asked for', () => {
    const { project } = build([
      { transcript: 'H1', quote: 'Promises are kept here.', themes: ['A'], coder: 'Ann' },
      { transcript: 'H1', quote: 'Promises are kept here.', themes: ['B'], coder: 'Bo' },
    ]);
    const [ann] = [...project.coders.values()].filter(({ name }) => name === 'Ann');
    const all = themeCoOccurrence(project, options('overlap'));
    const one = themeCoOccurrence(project, { ...options('overlap'), coderId: ann!.id });
    expect(all.pairs).toHaveLength(1);
    expect(one.pairs).toEqual([]);
    expect(one.themes.map(({ name }) => name)).toEqual(['A']);
  });

  it('stand with the strongest coefficient first, and warn', () => {
    const { project } = build([
      { transcript: 'H1', start: text.indexOf('Promises'), end: text.length - 1, themes: ['A'] },
      ...['kept', 'here', 'Prices', 'fair', 'too', 'Answers'].map((quote) => ({
        transcript: 'H1',
        quote,
        themes: ['B'],
      })),
    ]);
    const [pair] = themeCoOccurrence(project, options('overlap')).pairs;
    expect(pair).toMatchObject({ n1: 1, n2: 6, n12: 6 });
    expect(pair?.warnings).toEqual(['out-of-range', 'unequal-frequencies']);
  });

  const QUOTES = [
    'Promises are kept here.',
    'here. Prices are fair',
    'too.',
    'Answers',
    'come fast.',
  ];
  const coding = fc.record({
    transcript: fc.constantFrom('H1', 'H2'),
    quote: fc.constantFrom(...QUOTES),
    themes: fc.uniqueArray(fc.constantFrom('A', 'B', 'C'), { minLength: 1 }),
    coder: fc.constantFrom('Ann', 'Bo'),
  });

  it('open excerpts exactly where they are together, in either order', () => {
    fc.assert(
      fc.property(
        fc.array(coding, { maxLength: 12 }),
        fc.constantFrom(...CO_OCCURRENCE_RULES),
        fc.constantFrom('coded', 'top'),
        (codings, rule, level) => {
          const { project } = build(codings);
          const asked = { ...options(rule), level } as const;
          const { themes, counts } = themeCoOccurrence(project, asked);
          themes.forEach((one, a) =>
            themes.forEach((other, b) => {
              if (a === b) return;
              const found = excerptsTogether(project, asked, one.id, other.id);
              const back = excerptsTogether(project, asked, other.id, one.id);
              expect(found.length > 0).toBe((counts.together[a]?.[b] ?? 0) > 0);
              expect(new Set(back)).toEqual(new Set(found));
            }),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});
