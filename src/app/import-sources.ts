import type { ProjectId, SourceId } from '../domain/ids.ts';
import type { NewSource } from '../domain/project/framework-commands.ts';
import type { Project } from '../domain/project/project.ts';
import type { Actor, Outcome, Workspace } from './workspace.ts';

export interface ImportedSources extends Pick<Outcome, 'revision'> {
  readonly sourceIds: readonly SourceId[];
  /** Titles of those the project had already. */
  readonly known: readonly string[];
}

/** Adds the sources of a bibliography that the project does not have yet, as one step. */
export async function importSources(
  workspace: Workspace,
  projectId: ProjectId,
  sources: readonly NewSource[],
  actor: Actor,
): Promise<ImportedSources> {
  const marks = new Set(marksOf(await workspace.read(projectId)));
  const known: string[] = [];
  const added = sources.flatMap((source) => {
    const own = markOf(source);
    if (own.some((mark) => marks.has(mark))) {
      known.push(source.title);
      return [];
    }
    for (const mark of own) marks.add(mark);
    return [{ ...source, id: workspace.newId<SourceId>() }];
  });
  const { revision } = await workspace.execute(
    projectId,
    { kind: 'add-sources', sources: added },
    actor,
  );
  return { revision, sourceIds: added.map(({ id }) => id), known };
}

const marksOf = ({ sources }: Project): string[] => [...sources.values()].flatMap(markOf);

/** What makes two sources one: their DOI, or title and year. */
const markOf = ({ doi, title, year }: NewSource): string[] => [
  ...(doi ? [`doi ${doi.toLowerCase()}`] : []),
  ...(title ? [`title ${title.toLowerCase()} ${year ?? ''}`] : []),
];
