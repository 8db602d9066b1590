import { describe, expect, it } from 'vitest';
import { themeCounts, typeCounts } from '../../../src/domain/analysis/coded-counts.ts';
import { buildProject } from '../../support/build-project.ts';

const built = buildProject({
  texts: ['H1', 'H2', 'H3'].map((name) => ({ title: name, text: `${name}: one two three four` })),
  themes: [
    { name: 'Top' },
    { name: 'Sub', parent: 'Top' },
    { name: 'Leaf', parent: 'Sub' },
    { name: 'Unused' },
  ],
  types: [{ name: 'X' }, { name: 'Idle' }],
  codings: [
    { transcript: 'H1', quote: 'one', themes: ['Sub', 'Leaf'], types: ['X'] },
    { transcript: 'H1', quote: 'two', themes: ['Leaf'], types: ['X'] },
    { transcript: 'H2', quote: 'two', themes: ['Top'] },
    { transcript: 'H3', quote: 'two', types: ['X'] },
    { transcript: 'H3', quote: 'three', memo: 'no theme' },
  ],
});

describe('how often a theme was used', () => {
  it('tells its own excerpts and cases from those of its sub-themes, each once', () => {
    const byName = new Map(
      [...themeCounts(built.project)].map(([id, counts]) => [
        built.project.themes.get(id)?.name,
        counts,
      ]),
    );
    expect(Object.fromEntries(byName)).toEqual({
      Top: { excerptCount: 1, caseCount: 1, subtreeExcerptCount: 3, subtreeCaseCount: 2 },
      Sub: { excerptCount: 1, caseCount: 1, subtreeExcerptCount: 2, subtreeCaseCount: 1 },
      Leaf: { excerptCount: 2, caseCount: 1, subtreeExcerptCount: 2, subtreeCaseCount: 1 },
      Unused: { excerptCount: 0, caseCount: 0, subtreeExcerptCount: 0, subtreeCaseCount: 0 },
    });
  });

  it('counts types, those never used as well', () => {
    expect([...typeCounts(built.project).values()]).toEqual([
      { excerptCount: 3, caseCount: 2 },
      { excerptCount: 0, caseCount: 0 },
    ]);
  });
});
