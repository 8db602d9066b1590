import { byOrder, type Project } from '../../project/project.ts';
import { conceptsInOrder } from '../../theory/concepts-in-order.ts';
import { answeredBy } from '../../theory/framework-answers.ts';
import { flat, linesOf, places, type Axis, type AxisItem } from './axis-item.ts';

/**
 * The frameworks, each with its concepts below it. An excerpt stands at the concepts that its themes
 * or the themes above them, or its types, are linked to, and at everything above these, once.
 */
export function conceptAxis(project: Project): Axis {
  const items: AxisItem[] = [...project.frameworks.values()].sort(byOrder).flatMap((framework) => [
    flat(framework.id, framework.name),
    ...conceptsInOrder(project, framework.id).map(({ concept, depth }) => ({
      ...flat(concept.id, concept.name),
      depth: depth + 1,
    })),
  ]);
  const above = linesOf(items.map(({ depth }) => depth));
  const lines = new Map(items.map(({ id }, i) => [id, above[i]]));
  const conceptsOf = answeredBy(project);
  return {
    items,
    placesOf: (excerpt) => places([...conceptsOf(excerpt)], (id) => lines.get(id)),
  };
}
