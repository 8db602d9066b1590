import { describe, expect, it } from 'vitest';
import { codebookDiff } from '../../../src/domain/codebook/diff.ts';
import type { ConceptId, ThemeId } from '../../../src/domain/ids.ts';
import { DEFAULTS } from '../../../src/domain/project/defaults.ts';
import type { Theme } from '../../../src/domain/project/records.ts';

const id = (name: string): ThemeId => name as ThemeId;
const theme = (name: string, fields: Partial<Theme> = {}): Theme => ({
  ...DEFAULTS.theme,
  id: id(name),
  name,
  parentId: null,
  order: name.charCodeAt(0),
  colour: 1,
  origin: 'inductive',
  ...fields,
});
const book = (...themes: Theme[]): Map<ThemeId, Theme> => new Map(themes.map((t) => [t.id, t]));

describe('the difference of two codebooks', () => {
  it('is none between a codebook and itself, nor where only colour and order changed', () => {
    const before = book(theme('A'), theme('B'));
    const after = book(theme('B', { order: 1 }), theme('A', { order: 2, colour: 7 }));
    for (const to of [before, after])
      expect(codebookDiff(before, to)).toEqual({ added: [], removed: [], changed: [] });
  });

  it('tells what came and what went, in tree order and with the theme above', () => {
    const before = book(theme('A', { label: '1' }), theme('D', { parentId: id('A') }));
    const after = book(
      theme('A', { label: '1' }),
      theme('C'),
      theme('B', { parentId: id('A'), definition: 'b' }),
    );
    expect(codebookDiff(before, after)).toEqual({
      added: [
        { id: 'B', title: 'B', parent: '1 A', definition: 'b' },
        { id: 'C', title: 'C', parent: null, definition: null },
      ],
      removed: [{ id: 'D', title: 'D', parent: '1 A', definition: null }],
      changed: [],
    });
  });

  const none = { renamed: null, moved: null, redefined: [], retired: null, linked: false };
  it.each<[string, Partial<Theme>, Partial<Theme>, object]>([
    ['a name', {}, { name: 'Z' }, { title: 'Z', renamed: { from: 'X', to: 'Z' } }],
    ['a number', {}, { label: '4' }, { title: '4 X', renamed: { from: 'X', to: '4 X' } }],
    ['a place', {}, { parentId: id('A') }, { moved: { from: null, to: 'A' } }],
    ['a place, back to the top', { parentId: id('A') }, {}, { moved: { from: 'A', to: null } }],
    ['retired', {}, { retired: true }, { retired: 'retired' }],
    ['brought back', { retired: true }, {}, { retired: 'restored' }],
    ['a concept', {}, { conceptId: 'c' as ConceptId }, { linked: true }],
    [
      'a definition',
      { definition: 'one two' },
      { definition: 'one' },
      {
        redefined: [
          {
            field: 'definition',
            parts: [
              { kind: 'same', text: 'one' },
              { kind: 'removed', text: ' two' },
            ],
          },
        ],
      },
    ],
  ])('tells %s', (_, old, now, expected) => {
    const { changed } = codebookDiff(
      book(theme('A'), theme('X', old)),
      book(theme('A'), theme('X', now)),
    );
    expect(changed).toEqual([{ id: 'X', title: 'X', ...none, ...expected }]);
  });
});
