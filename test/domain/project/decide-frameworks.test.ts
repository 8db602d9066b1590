import { describe, expect, it } from 'vitest';
import type { ConceptId, FrameworkId, SourceId, ThemeId, TypeId } from '../../../src/domain/ids.ts';
import type { NewConcept } from '../../../src/domain/project/framework-commands.ts';
import { byOrder } from '../../../src/domain/project/project.ts';
import type { Framework } from '../../../src/domain/project/records.ts';
import { conceptsInOrder } from '../../../src/domain/theory/concepts-in-order.ts';
import { faultsOf } from './invariants.ts';
import { Journal } from './journal.ts';

const F = 'F' as FrameworkId;
const concept = (id: string): ConceptId => id as ConceptId;

/** Concepts drawn by indentation; the id of each is its name, `name |` is of the second dimension. */
function concepts(...lines: string[]): NewConcept[] {
  const above: string[] = [];
  return lines.map((line) => {
    const [name = ''] = line.trim().split(' ');
    const depth = (line.length - line.trimStart().length) / 2;
    above.splice(depth, Infinity, name);
    const parentId = depth === 0 ? null : concept(above[depth - 1] ?? '');
    return { id: concept(name), name, parentId, dimension: line.endsWith('|') ? 1 : 0 };
  });
}

function framework(lines: string[], more: Partial<Framework> = {}, journal = new Journal()) {
  journal.run({
    kind: 'add-framework',
    framework: { id: F, name: 'Pillars', ...more },
    concepts: concepts(...lines),
    sources: [],
  });
  return journal;
}

const TWO = { dimensions: ['Phase', 'Owner'] };

const drawn = ({ project }: Journal, id = F): string[] =>
  conceptsInOrder(project, id).map(
    ({ concept, depth }) =>
      '  '.repeat(depth) + concept.name + (concept.dimension === 1 ? ' |' : ''),
  );

const theme = (journal: Journal, id: string, conceptId: string | null, more: object = {}): void => {
  journal.run({
    kind: 'add-theme',
    theme: {
      id: id as ThemeId,
      name: id,
      conceptId: conceptId === null ? null : concept(conceptId),
      ...more,
    },
  });
};

describe('a framework', () => {
  it('comes with its concepts and sources in one step that can be undone', () => {
    const journal = new Journal();
    const source = 's' as SourceId;
    journal.run({
      kind: 'add-framework',
      framework: { id: F, name: 'Pillars', citation: 'Hollyoake 2009', sourceIds: [source] },
      concepts: concepts('Trust', '  Promises', 'Unity'),
      sources: [{ id: source, title: 'Four pillars', authors: ['Hollyoake, M.'], year: '2009' }],
    });
    expect(journal.project.frameworks.get(F)).toMatchObject({
      name: 'Pillars',
      citation: 'Hollyoake 2009',
      dimensions: ['Pillars'],
      sourceIds: [source],
    });
    expect(drawn(journal)).toEqual(['Trust', '  Promises', 'Unity']);
    journal.step('undo');
    const { frameworks, concepts: left, sources } = journal.project;
    expect([frameworks.size, left.size, sources.size]).toEqual([0, 0, 0]);
  });

  it.each([[[]], [['']], [['a', 'b', 'c']], [['a', 'a']], [['a', ' ']]])(
    'refuses the dimensions %j',
    (dimensions) => {
      expect(() => framework([], { dimensions })).toThrow('framework-dimensions');
      const journal = framework([]);
      expect(() =>
        journal.run({ kind: 'change-framework', id: F, changes: { dimensions } }),
      ).toThrow('framework-dimensions');
    },
  );

  it('refuses what is there already and what is not there', () => {
    expect(() => framework([], {}, framework([]))).toThrow('framework-exists');
    expect(() => framework(['A', 'A'])).toThrow('concept-exists');
    expect(() => framework([], { sourceIds: ['x' as SourceId] })).toThrow('source-not-found');
    expect(() => framework(['A |'])).toThrow('concept-dimension');
    expect(() => new Journal().run({ kind: 'remove-framework', id: F })).toThrow(
      'framework-not-found',
    );
  });

  it('that gives up a dimension keeps its concepts, after the others', () => {
    const journal = framework(['Before', 'After', 'Brand |', '  Shop |', 'Partner |'], TWO);
    journal.run({ kind: 'change-framework', id: F, changes: { dimensions: ['All'] } });
    expect(drawn(journal)).toEqual(['Before', 'After', 'Brand', '  Shop', 'Partner']);
    journal.step('undo');
    expect(drawn(journal)).toEqual(['Before', 'After', 'Brand |', '  Shop |', 'Partner |']);
  });

  it('is moved among the frameworks', () => {
    const journal = new Journal();
    for (const name of ['A', 'B', 'C']) framework([], { id: name as FrameworkId, name }, journal);
    journal.run({ kind: 'move-framework', id: 'C' as FrameworkId, index: 0 });
    const names = [...journal.project.frameworks.values()].sort(byOrder).map(({ name }) => name);
    expect(names).toEqual(['C', 'A', 'B']);
    expect(journal.run({ kind: 'move-framework', id: 'C' as FrameworkId, index: 0 })).toEqual([]);
  });

  it('takes its concepts with it and leaves the themes and types that were linked', () => {
    const journal = framework(['Trust', 'Unity']);
    theme(journal, 'deductive', 'Trust', { origin: 'deductive' });
    theme(journal, 'abductive', 'Unity', { linkRationale: 'because', linkPage: '149' });
    theme(journal, 'unlinked', null);
    journal.run({ kind: 'add-type', type: { name: 'T', conceptId: concept('Trust') } });
    journal.run({ kind: 'remove-framework', id: F });
    const { themes, types, concepts: left } = journal.project;
    expect(left.size).toBe(0);
    expect(
      [...themes.values()].map(({ id, conceptId, origin }) => [id, conceptId, origin]),
    ).toEqual([
      ['deductive', null, 'deductive'],
      ['abductive', null, 'inductive'],
      ['unlinked', null, 'inductive'],
    ]);
    expect([...types.values()].map(({ conceptId }) => conceptId)).toEqual([null]);
    journal.step('undo');
    expect(themes.get('abductive' as ThemeId)).toMatchObject({
      conceptId: 'Unity',
      origin: 'abductive',
      linkRationale: 'because',
      linkPage: '149',
    });
    expect(drawn(journal)).toEqual(['Trust', 'Unity']);
  });

  it('leaves a theme alone that states another origin than its link makes it', () => {
    const journal = framework(['Trust', 'Unity']);
    theme(journal, 'stated', 'Trust', { origin: 'inductive' });
    journal.run({ kind: 'remove-concept', id: concept('Unity') });
    expect(journal.project.themes.get('stated' as ThemeId)).toMatchObject({
      conceptId: 'Trust',
      origin: 'inductive',
      linkedAt: null,
    });
  });
});

describe('a concept', () => {
  it('is added below another and has its dimension', () => {
    const journal = framework(['Before', 'Brand |'], TWO);
    journal.run({
      kind: 'add-concepts',
      frameworkId: F,
      concepts: [{ name: 'Shop', parentId: concept('Brand') }, { name: 'After' }],
    });
    expect(drawn(journal)).toEqual(['Before', 'After', 'Brand |', '  Shop |']);
  });

  it('cannot be below a concept of another framework', () => {
    const journal = framework(['A']);
    framework([], { id: 'G' as FrameworkId }, journal);
    expect(() =>
      journal.run({
        kind: 'add-concepts',
        frameworkId: 'G' as FrameworkId,
        concepts: [{ name: 'B', parentId: concept('A') }],
      }),
    ).toThrow('concept-of-other-framework');
  });

  it('changes its name and definition', () => {
    const journal = framework(['A']);
    const changes = { name: 'B', definition: 'What it is.' };
    journal.run({ kind: 'change-concept', id: concept('A'), changes });
    expect(journal.project.concepts.get(concept('A'))).toMatchObject(changes);
  });

  it.each([
    { id: 'C', to: null, index: 0, gives: ['C', 'A', '  B', 'X |', '  Y |'] },
    { id: 'C', to: 'A', index: 0, gives: ['A', '  C', '  B', 'X |', '  Y |'] },
    { id: 'B', to: null, index: 9, gives: ['A', 'C', 'B', 'X |', '  Y |'] },
    { id: 'A', to: 'X', index: 1, gives: ['C', 'X |', '  Y |', '  A |', '    B |'] },
    { id: 'A', to: null, index: 0, dimension: 1, gives: ['C', 'A |', '  B |', 'X |', '  Y |'] },
    { id: 'X', to: null, index: 1, dimension: 0, gives: ['A', '  B', 'X', '  Y', 'C'] },
  ])('$id is moved to $index below $to, with what is below it', ({ id, to, index, ...rest }) => {
    const journal = framework(['A', '  B', 'C', 'X |', '  Y |'], TWO);
    const before = drawn(journal);
    const parentId = to === null ? null : concept(to);
    const { gives, ...dimension } = rest;
    journal.run({ kind: 'move-concept', id: concept(id), parentId, index, ...dimension });
    expect(drawn(journal)).toEqual(gives);
    expect(faultsOf(journal.project)).toEqual([]);
    journal.step('undo');
    expect(drawn(journal)).toEqual(before);
  });

  it('cannot go below itself', () => {
    const journal = framework(['A', '  B', '    C']);
    for (const to of ['A', 'C'])
      expect(() =>
        journal.run({ kind: 'move-concept', id: concept('A'), parentId: concept(to), index: 0 }),
      ).toThrow('concept-cycle');
  });

  it('that is removed leaves what is below it to the one above', () => {
    const journal = framework(['A', '  B', '    C', '    D', '  E']);
    theme(journal, 'on B', 'B');
    theme(journal, 'on C', 'C');
    journal.run({ kind: 'remove-concept', id: concept('B') });
    expect(drawn(journal)).toEqual(['A', '  E', '  C', '  D']);
    const links = [...journal.project.themes.values()].map(({ conceptId }) => conceptId);
    expect(links).toEqual([null, 'C']);
  });
});

describe('a source', () => {
  const keys = ({ project }: Journal) => [...project.sources.values()].map(({ key }) => key);

  it('gets a key of its own', () => {
    const journal = new Journal();
    const source = { title: 'Journeys', authors: ['Lemon, K.', 'Verhoef, P.'], year: '2016' };
    journal.run({ kind: 'add-sources', sources: [source, source, { title: 'Ö & Å: a book' }] });
    journal.run({ kind: 'add-sources', sources: [{ title: 'X', key: 'lemon-2016' }] });
    expect(keys(journal)).toEqual(['lemon-2016', 'lemon-2016-2', 'ö-å-a-book', 'lemon-2016-3']);
  });

  it('cannot take the key of another', () => {
    const journal = new Journal();
    journal.run({ kind: 'add-sources', sources: [{ title: 'A' }, { title: 'B' }] });
    const [first] = journal.project.sources.keys();
    expect(() =>
      journal.run({ kind: 'change-source', id: first as SourceId, changes: { key: 'b' } }),
    ).toThrow('source-key-taken');
  });

  it('that is removed is no longer what a framework stands on', () => {
    const journal = new Journal();
    const s = 's' as SourceId;
    journal.run({ kind: 'add-sources', sources: [{ id: s, title: 'A' }] });
    framework([], { sourceIds: [s] }, journal);
    journal.run({ kind: 'remove-source', id: s });
    expect(journal.project.frameworks.get(F)?.sourceIds).toEqual([]);
    journal.step('undo');
    expect(journal.project.frameworks.get(F)?.sourceIds).toEqual([s]);
  });
});

describe('a step that others have built on', () => {
  it('is not undone where a concept would stand in a dimension that is gone', () => {
    const journal = framework([]);
    journal.run({ kind: 'change-framework', id: F, changes: TWO }, 'bertta');
    journal.run({ kind: 'add-concepts', frameworkId: F, concepts: concepts('X |') }, 'celia');
    expect(() => journal.step('undo', 'bertta')).toThrow('step-overtaken');
  });

  it('is not undone where a concept would stand in another dimension than what it is below', () => {
    const journal = framework(['A'], TWO);
    const move = { kind: 'move-concept', parentId: null, index: 0, dimension: 1 } as const;
    journal.run({ ...move, id: concept('A') }, 'bertta');
    const below = [{ name: 'B', parentId: concept('A') }];
    journal.run({ kind: 'add-concepts', frameworkId: F, concepts: below }, 'celia');
    expect(() => journal.step('undo', 'bertta')).toThrow('step-overtaken');
  });
});

it('a type may be made from a concept, which has to be there', () => {
  const journal = framework(['A']);
  const id = 't' as TypeId;
  journal.run({ kind: 'add-type', type: { id, name: 'T', conceptId: concept('A') } });
  expect(() =>
    journal.run({ kind: 'change-type', id, changes: { conceptId: concept('B') } }),
  ).toThrow('concept-not-found');
});
