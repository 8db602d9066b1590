import { numberedAt, orderAtEnd, placeWithin } from '../codebook/place.ts';
import { ancestors, childrenByParent } from '../codebook/tree.ts';
import type { ConceptId } from '../ids.ts';
import { Rejection } from '../rejection.ts';
import { conceptsOf } from '../theory/concepts-in-order.ts';
import type { Context } from './decide.ts';
import { changeOf, someOf, type Added, type ProjectEvent } from './events.ts';
import { found } from './found.ts';
import type { FrameworkCommand, NewConcept } from './framework-commands.ts';
import type { Project } from './project.ts';
import type { Concept, Framework } from './records.ts';
import { pointersTo } from './references.ts';

type ConceptCommand = Extract<
  FrameworkCommand,
  { kind: 'add-concepts' | 'change-concept' | 'move-concept' | 'remove-concept' }
>;

export function decideConcepts(
  project: Project,
  command: ConceptCommand,
  context: Context,
): ProjectEvent[] {
  switch (command.kind) {
    case 'add-concepts': {
      const framework = found(project.frameworks, command.frameworkId, 'framework');
      return newConcepts(project, framework, command.concepts, context);
    }
    case 'change-concept': {
      const concept = found(project.concepts, command.id, 'concept');
      return someOf(changeOf('concept', concept, command.changes));
    }
    case 'move-concept':
      return moveConcept(project, command);
    case 'remove-concept':
      return removeConcept(project, found(project.concepts, command.id, 'concept'));
  }
}

/** Concepts at the end of their siblings, in the order given. */
export function newConcepts(
  project: Project,
  framework: Framework,
  added: readonly NewConcept[],
  context: Context,
): Added<'concept'>[] {
  const concepts = new Map(project.concepts);
  return added.map((concept) => {
    if (concept.id !== undefined && concepts.has(concept.id))
      throw new Rejection('conflict', 'concept-exists', { id: concept.id });
    const { parentId, dimension } = placeOf(concepts, framework, concept);
    const siblings = siblingsIn({ concepts }, framework, parentId, dimension);
    const record: Concept = {
      definition: null,
      ...concept,
      id: concept.id ?? (context.newId() as ConceptId),
      frameworkId: framework.id,
      parentId,
      dimension,
      order: orderAtEnd(siblings),
    };
    concepts.set(record.id, record);
    return { kind: 'concept-added', record };
  });
}

/** @throws Rejection where the parent is another framework's or the dimension is not there */
function placeOf(
  concepts: Project['concepts'],
  framework: Framework,
  { name, parentId = null, dimension = 0 }: Pick<NewConcept, 'name' | 'parentId' | 'dimension'>,
): Pick<Concept, 'parentId' | 'dimension'> {
  const parent = parentId === null ? null : found(concepts, parentId, 'concept');
  if (parent && parent.frameworkId !== framework.id)
    throw new Rejection('invalid', 'concept-of-other-framework', { concept: name });
  if (!parent && framework.dimensions[dimension] === undefined)
    throw new Rejection('invalid', 'concept-dimension', { concept: name });
  return { parentId, dimension: parent?.dimension ?? dimension };
}

const siblingsIn = (
  project: Pick<Project, 'concepts'>,
  framework: Framework,
  parentId: ConceptId | null,
  dimension: number,
): Concept[] => childrenByParent(conceptsOf(project, framework.id, dimension)).get(parentId) ?? [];

function moveConcept(
  project: Project,
  command: Extract<ConceptCommand, { kind: 'move-concept' }>,
): ProjectEvent[] {
  const { concepts } = project;
  const concept = found(concepts, command.id, 'concept');
  const framework = found(project.frameworks, concept.frameworkId, 'framework');
  const { name } = concept;
  const { parentId, dimension } = placeOf(concepts, framework, {
    name,
    parentId: command.parentId,
    dimension: command.dimension ?? concept.dimension,
  });
  if (parentId !== null && [parentId, ...ancestors(concepts, parentId)].includes(concept.id))
    throw new Rejection('invalid', 'concept-cycle', {
      concept: name,
      parent: found(concepts, parentId, 'concept').name,
    });
  const siblings = siblingsIn(project, framework, parentId, dimension);
  const others = siblings.filter(({ id }) => id !== concept.id);
  if (siblings.indexOf(concept) === placeWithin(others, command.index)) return [];
  return [
    ...numberedAt(others, { ...concept, parentId, dimension }, command.index).flatMap(
      ({ id, ...place }) =>
        someOf(
          changeOf('concept', found(concepts, id, 'concept'), {
            parentId: place.parentId,
            dimension: place.dimension,
            order: place.order,
          }),
        ),
    ),
    ...below(concepts, concept.id).flatMap((one) =>
      someOf(changeOf('concept', one, { dimension })),
    ),
  ];
}

const below = (concepts: Project['concepts'], id: ConceptId): Concept[] =>
  [...concepts.values()].filter((one) => ancestors(concepts, one.id).includes(id));

/** The concepts below it move up; themes and types linked to it are no longer linked. */
function removeConcept(project: Project, concept: Concept): ProjectEvent[] {
  const { id, parentId, dimension } = concept;
  const framework = found(project.frameworks, concept.frameworkId, 'framework');
  const last = orderAtEnd(siblingsIn(project, framework, parentId, dimension));
  return [
    ...siblingsIn(project, framework, id, dimension).flatMap((child, i) =>
      someOf(changeOf('concept', child, { parentId, order: last + i })),
    ),
    ...pointersTo(project, 'concept', new Set([id])),
    { kind: 'concept-removed', record: concept },
  ];
}
