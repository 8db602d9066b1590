import { ancestors } from '../codebook/tree.ts';
import type { ConceptId, FrameworkId, ThemeId, TypeId } from '../ids.ts';
import type { NewTheme, NewType } from '../project/commands.ts';
import { found } from '../project/found.ts';
import type { Project } from '../project/project.ts';
import type { Concept } from '../project/records.ts';
import { Rejection } from '../rejection.ts';
import { conceptsInOrder } from './concepts-in-order.ts';

export interface Choice {
  readonly frameworkId: FrameworkId;
  /** Null for all. */
  readonly conceptIds: readonly ConceptId[] | null;
  /** The dimension that becomes types, of a two-dimensional framework. */
  readonly typesFrom: number | null;
}

/** A codebook to add, and the concepts that have a theme or a type already. */
export interface CodebookDraft {
  readonly themes: readonly NewTheme[];
  readonly types: readonly NewType[];
  readonly skipped: readonly Concept[];
}

/**
 * The chosen concepts as themes, with their definitions and pages, below the themes of the concepts
 * above them; those of the other dimension as types. All deductive: they came from theory first.
 *
 * @throws Rejection `concepts-not-chosen` where nothing is chosen
 */
export function themesFromFramework(
  project: Project,
  { frameworkId, conceptIds, typesFrom }: Choice,
  newId: <T extends string>() => T,
): CodebookDraft {
  const framework = found(project.frameworks, frameworkId, 'framework');
  const concepts = conceptsInOrder(project, frameworkId).map(({ concept }) => concept);
  const wanted =
    conceptIds && new Set(conceptIds.map((id) => found(project.concepts, id, 'concept').id));
  const chosen = concepts.filter(({ id }) => !wanted || wanted.has(id));
  if (chosen.length === 0) throw new Rejection('invalid', 'concepts-not-chosen');
  const [themeOf, typeOf] = [madeFrom(project.themes), madeFrom(project.types)];
  const linkPage = pagesOf(framework.citation);
  const themes: NewTheme[] = [];
  const types: NewType[] = [];
  const skipped: Concept[] = [];
  for (const { id: conceptId, ...concept } of chosen) {
    const isType = framework.dimensions.length > 1 && concept.dimension === typesFrom;
    const words = { name: concept.name, conceptId };
    if ((isType ? typeOf : themeOf).has(conceptId)) skipped.push({ id: conceptId, ...concept });
    else if (isType) types.push({ ...words, id: newId<TypeId>(), description: concept.definition });
    else {
      const id = newId<ThemeId>();
      const above = ancestors(project.concepts, conceptId).find((one) => themeOf.has(one));
      const parentId = above === undefined ? null : (themeOf.get(above) ?? null);
      const { definition } = concept;
      themes.push({ ...words, id, parentId, definition, linkPage, origin: 'deductive' });
      themeOf.set(conceptId, id);
    }
  }
  return { themes, types, skipped };
}

/** The first theme, or type, of each concept. */
function madeFrom<I extends string>(
  records: ReadonlyMap<I, { readonly id: I; readonly conceptId: ConceptId | null }>,
): Map<ConceptId, I> {
  const made = new Map<ConceptId, I>();
  for (const { id, conceptId } of records.values())
    if (conceptId !== null && !made.has(conceptId)) made.set(conceptId, id);
  return made;
}

/** The pages at the end of a citation: "Hollyoake 2009, 148–149" → "148–149". */
const pagesOf = (citation: string | null): string | null =>
  /,\s*(\d+(?:\s*[–-]\s*\d+)?)\s*$/.exec(citation ?? '')?.[1] ?? null;
