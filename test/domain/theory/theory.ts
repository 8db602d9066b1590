import type { ConceptId, FrameworkId } from '../../../src/domain/ids.ts';
import { buildProject, type BuiltProject, type Given } from '../../support/build-project.ts';

export const F = 'F' as FrameworkId;
export const concept = (id: string): ConceptId => id as ConceptId;

/** Two interviews in which every word can be coded by itself. */
export const TEXTS = [
  { title: 'H1', text: 'H1: one two three four five' },
  { title: 'H2', text: 'H2: six seven eight nine ten' },
];

/**
 * A project with a framework: concepts as `child < parent`, each id its name, those after `|` of
 * the second dimension; and links from themes or types (by name) to concepts.
 */
export function withFramework(
  concepts: readonly string[],
  given: Given = {},
  links: Readonly<Record<string, string>> = {},
): BuiltProject {
  const built = buildProject({ texts: TEXTS, ...given });
  built.run({
    kind: 'add-framework',
    framework: {
      id: F,
      name: 'Journey',
      citation: 'Lemon & Verhoef 2016, 77–79',
      dimensions: concepts.includes('|') ? ['Phase', 'Owner'] : ['Phase'],
    },
    concepts: concepts
      .filter((one) => one !== '|')
      .map((line) => {
        const [name = '', parent] = line.split(' < ');
        const dimension = concepts.includes('|') && concepts.indexOf(line) > concepts.indexOf('|');
        const parentId = parent === undefined ? null : concept(parent);
        const definition = `What ${name} is.`;
        return { id: concept(name), name, definition, parentId, dimension: dimension ? 1 : 0 };
      }),
    sources: [],
  });
  for (const [name, conceptId] of Object.entries(links)) {
    const changes = { conceptId: concept(conceptId) };
    if (given.types?.some((type) => type.name === name))
      built.run({ kind: 'change-type', id: built.typeId(name), changes });
    else built.run({ kind: 'change-theme', id: built.themeId(name), changes });
  }
  return built;
}
