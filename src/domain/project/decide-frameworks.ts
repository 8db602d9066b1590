import { byOrder, numberedAt, orderAtEnd, placeWithin } from '../codebook/place.ts';
import { conceptsOf } from '../theory/concepts-in-order.ts';
import type { FrameworkId } from '../ids.ts';
import { Rejection } from '../rejection.ts';
import type { Context } from './decide.ts';
import { decideConcepts, newConcepts } from './decide-concepts.ts';
import { decideSources, newSources } from './decide-sources.ts';
import { changeOf, someOf, type ProjectEvent } from './events.ts';
import { found } from './found.ts';
import type { FrameworkCommand } from './framework-commands.ts';
import type { Project } from './project.ts';
import type { Framework } from './records.ts';
import { checkReferences, pointersTo } from './references.ts';

/** Frameworks, their concepts and the sources they stand on. */
export function decideFrameworks(
  project: Project,
  command: FrameworkCommand,
  context: Context,
): ProjectEvent[] {
  switch (command.kind) {
    case 'add-framework':
      return addFramework(project, command, context);
    case 'change-framework':
      return changeFramework(project, command);
    case 'move-framework':
      return moveFramework(project, command);
    case 'remove-framework':
      return removeFramework(project, found(project.frameworks, command.id, 'framework'));
    case 'add-concepts':
    case 'change-concept':
    case 'move-concept':
    case 'remove-concept':
      return decideConcepts(project, command, context);
    case 'add-sources':
    case 'change-source':
    case 'remove-source':
      return decideSources(project, command, context);
  }
}

function addFramework(
  project: Project,
  command: Extract<FrameworkCommand, { kind: 'add-framework' }>,
  context: Context,
): ProjectEvent[] {
  const { framework, concepts } = command;
  if (framework.id !== undefined && project.frameworks.has(framework.id))
    throw new Rejection('conflict', 'framework-exists', { id: framework.id });
  const sources = newSources(project, command.sources, context);
  const made = new Set<string>(sources.map(({ record }) => record.id));
  const record: Framework = withDimensions({
    citation: null,
    note: null,
    dimensions: [framework.name],
    sourceIds: [],
    libraryId: null,
    ...framework,
    id: framework.id ?? (context.newId() as FrameworkId),
    order: orderAtEnd(project.frameworks.values()),
  });
  const known = record.sourceIds.filter((id) => !made.has(id));
  checkReferences(project, 'framework', { ...record, sourceIds: known });
  return [
    ...sources,
    { kind: 'framework-added', record },
    ...newConcepts(project, record, concepts, context),
  ];
}

/** @throws Rejection `framework-dimensions` unless there are one or two, told apart by name */
function withDimensions(framework: Framework): Framework {
  const { dimensions, name } = framework;
  const isTold = dimensions.every((one) => one.trim() !== '') && new Set(dimensions).size > 0;
  if (!isTold || dimensions.length > 2 || dimensions[0] === dimensions[1])
    throw new Rejection('invalid', 'framework-dimensions', { framework: name });
  return framework;
}

/** Where a dimension is given up, its concepts go to the end of the one that is left. */
function changeFramework(
  project: Project,
  { id, changes }: Extract<FrameworkCommand, { kind: 'change-framework' }>,
): ProjectEvent[] {
  const framework = found(project.frameworks, id, 'framework');
  const changed = withDimensions({ ...framework, ...changes });
  checkReferences(project, 'framework', changed);
  return [
    ...someOf(changeOf('framework', framework, changes)),
    ...(changed.dimensions.length < framework.dimensions.length ? unified(project, id) : []),
  ];
}

function unified(project: Project, id: FrameworkId): ProjectEvent[] {
  const last = orderAtEnd(conceptsOf(project, id, 0).values());
  const tops = [...conceptsOf(project, id, 1).values()]
    .filter(({ parentId }) => parentId === null)
    .sort(byOrder);
  return [...conceptsOf(project, id, 1).values()].flatMap((one) => {
    const at = tops.indexOf(one);
    const order = at < 0 ? one.order : last + at;
    return someOf(changeOf('concept', one, { dimension: 0, order }));
  });
}

function moveFramework(
  project: Project,
  { id, index }: Extract<FrameworkCommand, { kind: 'move-framework' }>,
): ProjectEvent[] {
  const framework = found(project.frameworks, id, 'framework');
  const inOrder = [...project.frameworks.values()].sort(byOrder);
  const others = inOrder.filter((one) => one.id !== id);
  if (inOrder.indexOf(framework) === placeWithin(others, index)) return [];
  return numberedAt(others, framework, index).flatMap(({ id, order }) =>
    someOf(changeOf('framework', found(project.frameworks, id, 'framework'), { order })),
  );
}

/** Its concepts go with it; themes and types made from them stay, no longer linked. */
function removeFramework(project: Project, framework: Framework): ProjectEvent[] {
  const concepts = [...project.concepts.values()].filter(
    ({ frameworkId }) => frameworkId === framework.id,
  );
  return [
    ...pointersTo(project, 'concept', new Set(concepts.map(({ id }) => id))),
    ...concepts.map((record): ProjectEvent => ({ kind: 'concept-removed', record })),
    { kind: 'framework-removed', record: framework },
  ];
}
