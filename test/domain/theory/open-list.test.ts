import { expect, it } from 'vitest';
import {
  conceptsWithoutSource,
  linksWithoutReason,
  originsWithoutConcept,
} from '../../../src/domain/theory/open-list.ts';
import { F, withFramework } from './theory.ts';

it('names the themes that met a concept and do not say why', () => {
  const { project, run, themeId } = withFramework(
    ['Trust'],
    { themes: ['a', 'b', 'c', 'd'].map((name) => ({ name })) },
    { a: 'Trust', b: 'Trust', c: 'Trust' },
  );
  run({ kind: 'change-theme', id: themeId('b'), changes: { linkRationale: 'Same words.' } });
  run({ kind: 'change-theme', id: themeId('c'), changes: { origin: 'deductive' } });
  expect(linksWithoutReason(project).map(({ name }) => name)).toEqual(['a']);
  run({ kind: 'change-theme', id: themeId('b'), changes: { linkRationale: ' ' } });
  expect(linksWithoutReason(project).map(({ name }) => name)).toEqual(['a', 'b']);
});

it('names the themes of theory that no concept is left to', () => {
  const { project, run, themeId } = withFramework(
    ['Trust', 'Unity'],
    {
      themes: [
        { name: 'a' },
        { name: 'b', origin: 'deductive' },
        { name: 'below b', parent: 'b', origin: 'deductive' },
        { name: 'c' },
        { name: 'out', level: 'outside', origin: 'deductive' },
      ],
    },
    { a: 'Trust', b: 'Unity' },
  );
  const names = () => originsWithoutConcept(project).map(({ name }) => name);
  expect(names()).toEqual([]);
  run({ kind: 'change-theme', id: themeId('a'), changes: { relation: 'extends' } });
  run({ kind: 'remove-framework', id: F });
  expect(names()).toEqual(['b', 'below b']);
  // One that grew from the data is of the data again, and nothing is said of a concept it has not.
  const { origin, relation, linkedAt } = project.themes.get(themeId('a'))!;
  expect([origin, relation, linkedAt]).toEqual(['inductive', null, null]);
  run({ kind: 'change-theme', id: themeId('b'), changes: { origin: 'inductive' } });
  expect(names()).toEqual(['below b']);
});

it('names the concepts in use whose framework cites nobody', () => {
  const { project, run } = withFramework(
    ['Trust', 'Unity', 'Talk'],
    { themes: [{ name: 'a' }], types: [{ name: 'b' }] },
    { a: 'Trust', b: 'Talk' },
  );
  const names = () => conceptsWithoutSource(project).map(({ name }) => name);
  expect(names()).toEqual([]);
  run({ kind: 'change-framework', id: F, changes: { citation: null } });
  expect(names()).toEqual(['Trust', 'Talk']);
  run({ kind: 'add-sources', sources: [{ title: 'A book' }] });
  run({ kind: 'change-framework', id: F, changes: { sourceIds: [...project.sources.keys()] } });
  expect(names()).toEqual([]);
});
