import type { ConceptId, FrameworkId, ProjectId, SourceId } from '../domain/ids.ts';
import type { NewConcept, NewSource } from '../domain/project/framework-commands.ts';
import type { Project } from '../domain/project/project.ts';
import { Rejection } from '../domain/rejection.ts';
import type { FrameworkLibrary, LibraryConcept, LibrarySource } from './ports.ts';
import type { Actor, Workspace } from './workspace.ts';

/**
 * Puts a framework of the library into a project, in the project's language, with its concepts and
 * sources, as one step. A source the project has already is not added again.
 *
 * @throws Rejection `framework-used` where the project has it, `framework-not-found`
 */
export async function useFramework(
  workspace: Workspace,
  library: FrameworkLibrary,
  projectId: ProjectId,
  libraryId: string,
  actor: Actor,
): Promise<FrameworkId> {
  const { settings } = await workspace.read(projectId);
  const framework = await library.get(libraryId, settings.language);
  if (!framework) throw new Rejection('not-found', 'framework-not-found', { id: libraryId });
  const project = await workspace.read(projectId);
  if ([...project.frameworks.values()].some((one) => one.libraryId === libraryId))
    throw new Rejection('conflict', 'framework-used', { framework: framework.name });
  const id = workspace.newId<FrameworkId>();
  const sources = framework.sources.map((source) => ({ source, known: knownAs(project, source) }));
  const added = sources
    .filter(({ known }) => known === null)
    .map(({ source }) => ({ ...newSource(source), id: workspace.newId<SourceId>() }));
  const kept = sources.flatMap(({ known }) => known ?? []);
  const { name, citation, note, dimensions } = framework;
  const sourceIds = [...kept, ...added.map((source) => source.id)];
  await workspace.execute(
    projectId,
    {
      kind: 'add-framework',
      framework: { id, name, citation, note, dimensions, libraryId, sourceIds },
      concepts: flat(framework.concepts, null, () => workspace.newId<ConceptId>()),
      sources: added,
    },
    actor,
  );
  return id;
}

const knownAs = ({ sources }: Project, { doi, key }: LibrarySource): SourceId | null =>
  [...sources.values()].find((one) => (doi ? one.doi === doi : false) || one.key === key)?.id ??
  null;

const newSource = (source: LibrarySource): NewSource => ({
  ...source,
  // Types of CSL, as bibliographies have them.
  kind: source.container ? 'article-journal' : source.publisher ? 'book' : 'document',
  title: source.title ?? '',
  year: source.year === null ? null : String(source.year),
});

const flat = (
  concepts: readonly LibraryConcept[],
  parentId: ConceptId | null,
  newId: () => ConceptId,
): (NewConcept & { id: ConceptId })[] =>
  concepts.flatMap(({ name, definition, dimension, children }) => {
    const id = newId();
    return [{ id, name, definition, dimension, parentId }, ...flat(children, id, newId)];
  });
