import { describe, expect, it } from 'vitest';
import { OUTSIDE, outsideTheme, themeNotes } from '../../../src/domain/codebook/notes.ts';
import type { ConceptId, ThemeId } from '../../../src/domain/ids.ts';
import { DEFAULTS } from '../../../src/domain/project/defaults.ts';
import type { Approach, Theme } from '../../../src/domain/project/records.ts';
import { SETTINGS } from '../project/journal.ts';

const concept = 'c' as ConceptId;

/** A codebook as `name`: fields; `below` names the parent. */
function notesOf(
  approach: Approach,
  themes: Record<string, Partial<Theme> & { below?: string }>,
): Record<string, readonly string[]> {
  const records = Object.entries(themes).map(([id, { below, ...fields }], i): [ThemeId, Theme] => [
    id as ThemeId,
    {
      ...DEFAULTS.theme,
      ...{ id: id as ThemeId, name: id, order: i, colour: 1, origin: 'inductive', definition: 'd' },
      parentId: (below as ThemeId | undefined) ?? null,
      ...fields,
    },
  ]);
  return Object.fromEntries(
    themeNotes({ themes: new Map(records), settings: { ...SETTINGS, approach } }),
  );
}

describe('notes on themes', () => {
  it('tell siblings of one name, case and accents aside, not namesakes elsewhere', () => {
    expect(
      notesOf('data-driven', {
        a: { name: 'Työ' },
        b: { name: 'tyo' },
        c: { name: 'Työ', below: 'a' },
        d: { name: 'Työ', retired: true },
      }),
    ).toEqual({ a: ['twin'], b: ['twin'] });
  });

  it('tell what has no definition and what was linked without a reason', () => {
    const linked = { conceptId: concept, origin: 'abductive' } as const;
    expect(
      notesOf('theory-guided', {
        a: { definition: null },
        b: linked,
        c: { ...linked, linkRationale: 'r' },
      }),
    ).toEqual({ a: ['undefined'], b: ['rationale'] });
  });

  const linked = { conceptId: concept, linkRationale: 'r' };
  it.each<[Approach, string, Parameters<typeof notesOf>[1], object]>([
    ['theory-driven', 'a theme without a concept', { a: {}, b: linked }, { a: ['unframed'] }],
    ['theory-driven', 'not below a concept', { a: linked, b: { below: 'a' } }, {}],
    [
      'theory-driven',
      'not outside the frame',
      { a: { level: OUTSIDE }, b: { below: 'a' }, c: { below: 'b' } },
      {},
    ],
    ['data-driven', 'a concept', { a: linked, b: {} }, { a: ['early-concept'] }],
    [
      'theory-guided',
      'a lowest theme linked before those above it',
      { a: {}, b: { below: 'a', ...linked }, c: linked },
      { b: ['lowest-first'] },
    ],
    ['theory-guided', 'not below a linked one', { a: linked, b: { below: 'a', ...linked } }, {}],
    ['theory-guided', 'not an upper theme', { a: linked, b: { below: 'a' } }, {}],
  ])('in a %s analysis: %s', (approach, _, themes, expected) => {
    expect(notesOf(approach, themes)).toEqual(expected);
  });
});

it('finds the theme outside the frame unless it is retired', () => {
  const outside = { id: 'o', level: OUTSIDE, retired: false } as Theme;
  expect(outsideTheme({ themes: new Map([[outside.id, outside]]) })).toBe(outside);
  const retired = { ...outside, retired: true };
  expect(outsideTheme({ themes: new Map([[outside.id, retired]]) })).toBeUndefined();
});
