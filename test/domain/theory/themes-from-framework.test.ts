import { describe, expect, it } from 'vitest';
import type { ConceptId } from '../../../src/domain/ids.ts';
import { themesInOrder } from '../../../src/domain/codebook/tree.ts';
import { themesFromFramework } from '../../../src/domain/theory/themes-from-framework.ts';
import type { BuiltProject } from '../../support/build-project.ts';
import { concept, F, withFramework } from './theory.ts';

const TREE = ['Pillars', 'Trust < Pillars', 'Promise < Trust', 'Unity'];
const TABLE = ['Before', 'Search < Before', '|', 'Brand', 'Partner'];

/** Makes them, and gives what was skipped. */
function make(
  { project, run }: BuiltProject,
  conceptIds: string[] | null = null,
  typesFrom: number | null = null,
): string[] {
  let made = 0;
  const ids = conceptIds?.map(concept) ?? null;
  const draft = themesFromFramework(
    project,
    { frameworkId: F, conceptIds: ids, typesFrom },
    <T extends string>() => `made-${project.themes.size}-${++made}` as T,
  );
  run({ kind: 'add-codebook', themes: draft.themes, types: draft.types });
  return draft.skipped.map(({ name }) => name);
}

const drawn = ({ project }: BuiltProject): string[] =>
  themesInOrder(project.themes).map(({ theme, depth }) => '  '.repeat(depth) + theme.name);
const types = ({ project }: BuiltProject): string[] =>
  [...project.types.values()].map(({ name }) => name);

describe('themes from a framework', () => {
  it('are its concepts as a tree, with definition, page and link, deductive', () => {
    const built = withFramework(TREE);
    expect(make(built)).toEqual([]);
    expect(drawn(built)).toEqual(['Pillars', '  Trust', '    Promise', 'Unity']);
    expect([...built.project.themes.values()][1]).toMatchObject({
      name: 'Trust',
      definition: 'What Trust is.',
      conceptId: 'Trust',
      origin: 'deductive',
      linkPage: '77–79',
      linkedAt: null,
    });
  });

  it('are deductive in a data-driven project too', () => {
    const built = withFramework(TREE, { settings: { approach: 'data-driven' } });
    make(built);
    const origins = [...built.project.themes.values()].map(({ origin }) => origin);
    expect(new Set(origins)).toEqual(new Set(['deductive']));
  });

  it('hang below the nearest chosen concept', () => {
    const built = withFramework(TREE);
    make(built, ['Pillars', 'Promise']);
    expect(drawn(built)).toEqual(['Pillars', '  Promise']);
  });

  it('are not made twice; a later one hangs below what is there', () => {
    const built = withFramework(TREE, { themes: [{ name: 'luottamus' }] }, { luottamus: 'Trust' });
    expect(make(built)).toEqual(['Trust']);
    expect(drawn(built)).toEqual(['luottamus', '  Promise', 'Pillars', 'Unity']);
    expect(make(built)).toEqual(['Pillars', 'Trust', 'Promise', 'Unity']);
    expect(built.project.themes.size).toBe(4);
  });

  it.each([
    [1, ['Before', '  Search'], ['Brand', 'Partner']],
    [0, ['Brand', 'Partner'], ['Before', 'Search']],
    [null, ['Before', '  Search', 'Brand', 'Partner'], []],
  ])('and types, where dimension %j is to be types', (typesFrom, themes, expected) => {
    const built = withFramework(TABLE);
    make(built, null, typesFrom);
    expect(drawn(built)).toEqual(themes);
    expect(types(built)).toEqual(expected);
    const links = [...built.project.types.values()].map(({ conceptId }) => conceptId);
    expect(links).toEqual(expected);
    expect(make(built, null, typesFrom)).toHaveLength(4);
  });

  it('never become types where there is one dimension', () => {
    const built = withFramework(TREE);
    make(built, null, 0);
    expect(types(built)).toEqual([]);
    expect(built.project.themes.size).toBe(4);
  });

  it('want something chosen that is there', () => {
    const { project } = withFramework(TREE);
    const from = (...ids: ConceptId[]) =>
      themesFromFramework(
        project,
        { frameworkId: F, conceptIds: ids, typesFrom: null },
        <T extends string>() => 'x' as T,
      );
    expect(() => from()).toThrow('concepts-not-chosen');
    expect(() => from(concept('Elsewhere'))).toThrow('concept-not-found');
  });
});
