import { describe, expect, it } from 'vitest';
import { mergePreview, removalPreview } from '../../../src/domain/codebook/preview.ts';
import { buildProject } from '../../support/build-project.ts';

const TEXT = 'H1: one two three four five six.';
const built = () =>
  buildProject({
    texts: [{ title: 'H1', text: TEXT }],
    themes: [
      { name: 'A', definition: 'what A is' },
      { name: 'A1', parent: 'A' },
      { name: 'A2', parent: 'A' },
      { name: 'B' },
    ],
    types: [{ name: 'Type' }],
    codings: [
      { transcript: 'H1', quote: 'one', themes: ['A'] },
      { transcript: 'H1', quote: 'two', themes: ['A', 'B'] },
      { transcript: 'H1', quote: 'three', themes: ['A'], types: ['Type'] },
      { transcript: 'H1', quote: 'four', themes: ['A1', 'A'] },
      { transcript: 'H1', quote: 'five', themes: ['B'] },
    ],
    report: { texts: { A: 'Said of A' } },
  });

describe('the preview', () => {
  it('of a merge counts what the merge then moves', () => {
    const { project, themeId, typeId, run, excerptIds } = built();
    const [a, b] = [themeId('A'), themeId('B')];
    run({
      kind: 'change-type',
      id: typeId('Type'),
      changes: { features: [{ themeId: a, evidenceIds: [], note: null }] },
    });
    run({ kind: 'change-theme', id: a, changes: { anchorId: excerptIds[0]! } });
    const preview = mergePreview(project, a, b);
    expect({
      ...preview,
      subThemes: preview.subThemes.map(({ name }) => name),
      types: preview.types.map(({ name }) => name),
    }).toEqual({
      excerptCount: 4,
      bothCount: 1,
      subThemes: ['A1', 'A2'],
      types: ['Type'],
      reportText: true,
      words: true,
      concept: false,
      anchor: true,
    });
    const withB = () =>
      [...project.excerpts.values()].filter(({ themeIds }) => themeIds.includes(b)).length;
    const before = withB();
    run({ kind: 'merge-theme', id: a, into: b });
    expect(withB()).toBe(before + preview.excerptCount - preview.bothCount);
    expect(project.themes.get(b)).toMatchObject({ anchorId: excerptIds[0], memo: 'A\nwhat A is' });
    expect(project.types.get(typeId('Type'))?.features.map((one) => one.themeId)).toEqual([b]);
    expect(project.report.texts[b]).toBe('Said of A');
  });

  it('of a merge into an own sub-theme leaves that sub-theme out', () => {
    const { project, themeId } = built();
    const { subThemes, bothCount } = mergePreview(project, themeId('A'), themeId('A1'));
    expect([subThemes.map(({ name }) => name), bothCount]).toEqual([['A2'], 1]);
  });

  it('of a deletion tells what would be left with no theme', () => {
    const { project, themeId } = built();
    expect(removalPreview(project, themeId('A'))).toMatchObject({ excerptCount: 4, bareCount: 1 });
    expect(removalPreview(project, themeId('A1'))).toMatchObject({
      excerptCount: 1,
      bothCount: 1,
      bareCount: 0,
      subThemes: [],
      reportText: false,
    });
  });
});
