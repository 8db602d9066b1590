import { describe, expect, it } from 'vitest';
import type { ThemeId, TypeId } from '../../../src/domain/ids.ts';
import { ancestors, themesInOrder } from '../../../src/domain/codebook/tree.ts';
import { byOrder } from '../../../src/domain/project/project.ts';
import { Rejection } from '../../../src/domain/rejection.ts';
import { faultsOf } from './invariants.ts';
import { Journal } from './journal.ts';
import { newTranscript, passage } from './moves.ts';

const theme = (id: string): ThemeId => id as ThemeId;
const type = (id: string): TypeId => id as TypeId;

/** A codebook drawn by indentation; each theme's id is its name. */
function codebook(...lines: string[]): Journal {
  const journal = new Journal();
  const above: string[] = [];
  for (const line of lines) {
    const name = line.trim();
    const depth = (line.length - name.length) / 2;
    const parentId = depth === 0 ? null : theme(above[depth - 1] ?? '');
    journal.run({ kind: 'add-theme', theme: { id: theme(name), name, parentId } });
    above.splice(depth, Infinity, name);
  }
  return journal;
}

const drawn = ({ project }: Journal): string[] =>
  themesInOrder(project.themes).map((row) => '  '.repeat(row.depth) + row.theme.name);

/** The codebook with an interview and, for each list of themes, an excerpt that carries them. */
function coded(
  journal: Journal,
  ...excerpts: { themes?: string[]; types?: string[]; memo?: string }[]
): Journal {
  const [added] = journal
    .run({ kind: 'add-transcripts', transcripts: [newTranscript(1)] })
    .slice(-1);
  if (added?.kind !== 'transcript-added') throw new Error('no transcript');
  for (const [i, { themes = [], types = [], memo }] of excerpts.entries())
    journal.run({
      kind: 'add-excerpts',
      coder: 'Anna',
      excerpts: [
        {
          transcriptId: added.record.id,
          textHash: added.record.textHash,
          anchor: passage(i, 0),
          themeIds: themes.map(theme),
          typeIds: types.map(type),
          memo: memo ?? null,
        },
      ],
    });
  return journal;
}

const carried = ({ project }: Journal): string[] =>
  [...project.excerpts.values()].map(({ themeIds, typeIds, memo }) =>
    [...themeIds, ...typeIds, ...(memo === null ? [] : [`“${memo}”`])].join(' '),
  );

describe('adding a theme', () => {
  it('puts it behind its siblings, in the least used colour', () => {
    const journal = codebook('A', '  B', 'C');
    journal.run({ kind: 'add-theme', theme: { id: theme('D'), name: 'D', parentId: theme('A') } });
    expect(drawn(journal)).toEqual(['A', '  B', '  D', 'C']);
    expect([...journal.project.themes.values()].map(({ colour }) => colour)).toEqual([1, 2, 3, 4]);
  });

  it.each([
    { approach: 'data-driven', origin: 'inductive' },
    { approach: 'theory-driven', origin: 'deductive' },
    { approach: 'theory-guided', origin: 'inductive' },
  ] as const)('takes it for $origin in a $approach analysis', ({ approach, origin }) => {
    const journal = new Journal();
    journal.run({ kind: 'change-project', changes: { approach } });
    journal.run({ kind: 'add-theme', theme: { name: 'A' } });
    expect([...journal.project.themes.values()][0]?.origin).toBe(origin);
  });

  it('keeps what was said about it', () => {
    const journal = new Journal();
    const said = {
      label: '4.1',
      level: 'main',
      definition: 'd',
      include: 'i',
      exclude: 'e',
      colour: 9,
      origin: 'abductive',
    } as const;
    journal.run({ kind: 'add-theme', theme: { name: 'A', ...said } });
    expect([...journal.project.themes.values()][0]).toMatchObject(said);
  });
});

describe('moving a theme', () => {
  const moved = (id: string, parent: string | null, index: number): string[] => {
    const journal = codebook('A', '  B', '  C', '  D', 'E', '  F');
    journal.run({
      kind: 'move-theme',
      id: theme(id),
      parentId: parent === null ? null : theme(parent),
      index,
    });
    expect(faultsOf(journal.project)).toEqual([]);
    return drawn(journal);
  };

  it.each([
    {
      name: 'to the front',
      id: 'D',
      parent: 'A',
      index: 0,
      expected: ['A', '  D', '  B', '  C', 'E', '  F'],
    },
    {
      name: 'to the middle',
      id: 'B',
      parent: 'A',
      index: 1,
      expected: ['A', '  C', '  B', '  D', 'E', '  F'],
    },
    {
      name: 'to the end',
      id: 'B',
      parent: 'A',
      index: 2,
      expected: ['A', '  C', '  D', '  B', 'E', '  F'],
    },
    {
      name: 'beyond the end',
      id: 'B',
      parent: 'A',
      index: 99,
      expected: ['A', '  C', '  D', '  B', 'E', '  F'],
    },
    {
      name: 'before the front',
      id: 'D',
      parent: 'A',
      index: -3,
      expected: ['A', '  D', '  B', '  C', 'E', '  F'],
    },
    {
      name: 'below another',
      id: 'C',
      parent: 'E',
      index: 0,
      expected: ['A', '  B', '  D', 'E', '  C', '  F'],
    },
    {
      name: 'with all below it',
      id: 'A',
      parent: 'F',
      index: 0,
      expected: ['E', '  F', '    A', '      B', '      C', '      D'],
    },
    {
      name: 'to the top',
      id: 'F',
      parent: null,
      index: 1,
      expected: ['A', '  B', '  C', '  D', 'F', 'E'],
    },
  ])('$name', ({ id, parent, index, expected }) => {
    expect(moved(id, parent, index)).toEqual(expected);
  });

  it.each([0, 1, 2])('to the place %i where it stands already is no change', (index) => {
    const journal = codebook('A', 'B', 'C');
    const id = theme(['A', 'B', 'C'][index] ?? '');
    expect(journal.run({ kind: 'move-theme', id, parentId: null, index })).toEqual([]);
  });

  it('between the same two a hundred times keeps them apart', () => {
    const journal = codebook('A', 'B', 'C', 'D');
    for (let i = 0; i < 100; i++) {
      const [, , last = ''] = drawn(journal);
      journal.run({ kind: 'move-theme', id: theme(last), parentId: null, index: 1 });
      expect(new Set([...journal.project.themes.values()].map(({ order }) => order)).size).toBe(4);
      expect(drawn(journal)[1]).toBe(last);
    }
  });

  it.each([
    { id: 'A', parent: 'A' },
    { id: 'A', parent: 'B' },
    { id: 'A', parent: 'C' },
  ])('$id below $parent would be a circle', ({ id, parent }) => {
    const journal = codebook('A', '  B', '    C');
    expect(() =>
      journal.run({ kind: 'move-theme', id: theme(id), parentId: theme(parent), index: 0 }),
    ).toThrow(new Rejection('invalid', 'theme-cycle', { theme: id, parent }));
  });
});

describe('removing a theme', () => {
  it('gives its codings to its parent, each once', () => {
    const journal = coded(
      codebook('A', '  B', 'C'),
      { themes: ['B'] },
      { themes: ['B', 'A'] },
      { themes: ['C', 'B'] },
    );
    journal.run({ kind: 'remove-theme', id: theme('B') });
    expect(carried(journal)).toEqual(['A', 'A', 'C A']);
  });

  it('lets its sub-themes move up, behind the others and in their order', () => {
    const journal = codebook('A', '  B', '    C', '    D', '  E');
    journal.run({ kind: 'remove-theme', id: theme('B') });
    expect(drawn(journal)).toEqual(['A', '  E', '  C', '  D']);
  });

  it('leaves its name as a memo with what would carry nothing', () => {
    const journal = codebook('A', 'B');
    journal.run({ kind: 'add-type', type: { id: type('t'), name: 'Type' } });
    journal.run({ kind: 'change-theme', id: theme('A'), changes: { label: '4.1' } });
    coded(
      journal,
      { themes: ['A'] },
      { themes: ['A', 'B'] },
      { themes: ['A'], types: ['t'] },
      { themes: ['A'], memo: 'kept' },
    );
    journal.run({ kind: 'remove-theme', id: theme('A') });
    expect(carried(journal)).toEqual(['“4.1 A”', 'B', 't', '“kept”']);
    expect(faultsOf(journal.project)).toEqual([]);
  });

  it('is one step, and undone brings back codings, sub-themes and memos', () => {
    const journal = coded(codebook('A', '  B'), { themes: ['A'] }, { themes: ['B'] });
    const before = [drawn(journal), carried(journal)];
    journal.run({ kind: 'remove-theme', id: theme('A') });
    expect([drawn(journal), carried(journal)]).toEqual([['B'], ['“A”', 'B']]);
    journal.step('undo');
    expect([drawn(journal), carried(journal)]).toEqual(before);
  });
});

describe('types', () => {
  it('are moved like themes', () => {
    const journal = new Journal();
    for (const name of ['A', 'B', 'C'])
      journal.run({ kind: 'add-type', type: { id: type(name), name } });
    const names = (): string =>
      [...journal.project.types.values()]
        .sort(byOrder)
        .map(({ name }) => name)
        .join('');
    for (const [id, index, expected] of [
      ['C', 0, 'CAB'],
      ['C', 1, 'ACB'],
      ['A', 99, 'CBA'],
      ['A', -1, 'ACB'],
    ] as const) {
      journal.run({ kind: 'move-type', id: type(id), index });
      expect(names()).toBe(expected);
    }
    expect(journal.run({ kind: 'move-type', id: type('C'), index: 1 })).toEqual([]);
  });

  it('leave their name as a memo with what would carry nothing', () => {
    const journal = codebook('A');
    journal.run({ kind: 'add-type', type: { id: type('t'), name: 'Type' } });
    coded(journal, { types: ['t'] }, { themes: ['A'], types: ['t'] });
    journal.run({ kind: 'remove-type', id: type('t') });
    expect(carried(journal)).toEqual(['“Type”', 'A']);
  });
});

describe('a codebook', () => {
  it('may be 50 levels deep', () => {
    const names = Array.from({ length: 50 }, (_, depth) => `${'  '.repeat(depth)}T${depth}`);
    const journal = codebook(...names);
    expect(drawn(journal)).toEqual(names);
    expect(ancestors(journal.project.themes, theme('T49'))).toHaveLength(49);
    expect(() =>
      journal.run({ kind: 'move-theme', id: theme('T0'), parentId: theme('T49'), index: 0 }),
    ).toThrow(Rejection);
    journal.run({ kind: 'move-theme', id: theme('T49'), parentId: null, index: 0 });
    expect(drawn(journal)[0]).toBe('T49');
  });

  it('may hold 2,000 themes', () => {
    const journal = codebook(
      ...Array.from({ length: 2_000 }, (_, i) => `${i % 20 === 0 ? '' : '  '}T${i}`),
    );
    expect(drawn(journal)).toHaveLength(2_000);
    journal.run({ kind: 'remove-theme', id: theme('T0') });
    expect(drawn(journal).slice(-1)).toEqual(['T19']);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'takes %s for an id like any other',
    (id) => {
      const journal = new Journal();
      expect(() => journal.run({ kind: 'remove-theme', id: theme(id) })).toThrow(
        new Rejection('not-found', 'theme-not-found', { id }),
      );
      journal.run({ kind: 'add-theme', theme: { id: theme(id), name: id } });
      journal.run({ kind: 'add-type', type: { id: type(id), name: id } });
      journal.run({
        kind: 'add-theme',
        theme: { id: theme('below'), name: 'Below', parentId: theme(id) },
      });
      coded(journal, { themes: [id], types: [id] });
      expect(drawn(journal)).toEqual([id, '  Below']);
      expect(carried(journal)).toEqual([`${id} ${id}`]);
    },
  );
});

describe('fifty levels', () => {
  const line = (count: number): string[] =>
    Array.from({ length: count }, (_, i) => `${'  '.repeat(i)}t${i + 1}`);
  const tooDeep = (name: string) =>
    new Rejection('invalid', 'theme-too-deep', { theme: name, most: 50 });

  it('are as deep as themes go', () => {
    const journal = codebook(...line(50));
    const below = { name: 'below', parentId: theme('t50') };
    expect(() => journal.run({ kind: 'add-theme', theme: below })).toThrow(tooDeep('below'));
    journal.run({ kind: 'add-theme', theme: { name: 'beside', parentId: theme('t49') } });
  });

  it('count what a moved theme has below it', () => {
    const journal = codebook(...line(48), 'a', '  a1', '    a2');
    const before = drawn(journal);
    const to = (parentId: string) =>
      journal.run({ kind: 'move-theme', id: theme('a'), parentId: theme(parentId), index: 0 });
    expect(() => to('t48')).toThrow(tooDeep('a'));
    expect(drawn(journal)).toEqual(before);
    to('t47');
    journal.step('undo');
    expect(drawn(journal)).toEqual(before);
  });

  it('count what comes below the theme that another is merged into', () => {
    const journal = codebook(...line(49), 'a', '  a1', '    a2');
    const merge = { kind: 'merge-theme', id: theme('a'), into: theme('t49') } as const;
    expect(() => journal.run(merge)).toThrow(tooDeep('a1'));
    journal.run({ ...merge, into: theme('t48') });
    expect(faultsOf(journal.project)).toEqual([]);
  });
});
