import { describe, expect, it } from 'vitest';
import { casesInOrder } from '../../../src/domain/project/project.ts';
import { MOST_CASES_IN_A_TREE, profiles } from '../../../src/domain/types/profiles.ts';
import {
  THESIS_BRAY_CURTIS,
  THESIS_COUNTS,
  THESIS_DEVIANCE,
  THESIS_JACCARD,
  THESIS_MERGES,
} from '../analysis/typification/thesis-profiles.ts';
import { buildProject } from '../../support/build-project.ts';
import { coding, interview, typedProject } from './typed-project.ts';

const NAMES = THESIS_COUNTS.map((_, i) => `H${i + 1}`);

/** A project whose excerpts count as in the thesis: what each interviewee was coded with how often. */
const thesis = () =>
  buildProject({
    texts: NAMES.map((title) => ({ title, text: interview(title) })),
    themes: THESIS_COUNTS[0].map((_, theme) => ({ name: `T${theme}` })),
    codings: THESIS_COUNTS.flatMap((counts, i) =>
      counts
        .flatMap((count, theme) => new Array<string>(count).fill(`T${theme}`))
        .map((theme, n) => coding(NAMES[i]!, n + 1, [theme])),
    ),
  }).project;

const belowDiagonal = (matrix: readonly (readonly (number | null)[])[]) =>
  matrix.map((row, i) => row.slice(0, i).map((value) => Number(value?.toFixed(6))));

describe('the profiles of a real study', () => {
  const found = profiles(thesis());

  it('hold the counts of its table', () => {
    expect(found.cases.map(({ name }) => name)).toEqual(NAMES);
    expect(found.counts).toEqual(THESIS_COUNTS);
  });

  it('are as far from each other as SciPy says', () => {
    expect(belowDiagonal(found.brayCurtis)).toEqual(THESIS_BRAY_CURTIS);
    expect(belowDiagonal(found.jaccard)).toEqual(THESIS_JACCARD);
  });

  it('are joined as SciPy joins them, by counts or by presence, and call the tree a reading aid', () => {
    const { tree } = found;
    expect(tree.strength).toBe('reading-aid');
    expect(tree.merges.map((one) => ({ ...one, height: Number(one.height.toFixed(6)) }))).toEqual(
      THESIS_MERGES,
    );
    const byPresence = profiles(thesis(), 'presence').tree;
    // H2 and H4 have the same themes.
    expect(byPresence.merges[0]).toEqual({ a: 1, b: 3, height: 0, size: 2 });
  });

  it('deviate from the others as numpy says', () => {
    expect(found.deviance.map(({ value }) => Number(value?.toFixed(6)))).toEqual(THESIS_DEVIANCE);
  });
});

describe('profiles', () => {
  it('have no distance and no place in the tree for a case without codings', () => {
    const { project, caseId } = typedProject(
      ['H1', 'H2', 'H3'],
      [coding('H1', 1, ['A']), coding('H3', 1, ['A', 'B'])],
    );
    const { brayCurtis, jaccard, tree, deviance } = profiles(project);
    expect(jaccard).toEqual([
      [0, null, 0.5],
      [null, null, null],
      [0.5, null, 0],
    ]);
    expect(brayCurtis[0]![2]).toBe(0.5);
    expect(tree).toEqual({
      values: 'counts',
      strength: 'none',
      caseIds: [caseId('H1'), caseId('H3')],
      merges: [],
    });
    expect(deviance[1]).toEqual({ value: null, reason: 'empty-profile' });
  });

  it('count a theme that was coded, whatever is above or below it', () => {
    const built = typedProject(['H1'], [coding('H1', 1, ['A']), coding('H1', 2, ['B'])]);
    const [id, parentId] = [built.themeId('B'), built.themeId('A')];
    built.run({ kind: 'move-theme', id, parentId, index: 0 });
    const { themes, counts } = profiles(built.project);
    expect(themes.map(({ name }) => name)).toEqual(['A', 'B']);
    expect(counts).toEqual([[1, 1]]);
  });

  it('make no tree of more cases than a page can show', () => {
    const names = Array.from({ length: MOST_CASES_IN_A_TREE + 1 }, (_, i) => `P${i}`);
    const { project } = buildProject({
      texts: names.map((title) => ({ title, text: `${title}: Yes.` })),
      codings: names.map((title) => ({ transcript: title, quote: 'Yes.', themes: ['A'] })),
    });
    expect(casesInOrder(project)).toHaveLength(names.length);
    expect(profiles(project).tree).toMatchObject({ strength: 'too-many', merges: [] });
  });
});
