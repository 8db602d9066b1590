import { nodesInOrder } from '../codebook/tree.ts';
import type { ConceptId, FrameworkId } from '../ids.ts';
import type { Project } from '../project/project.ts';
import type { Concept } from '../project/records.ts';

export interface ConceptInTree {
  readonly concept: Concept;
  /** 0 for a top concept. */
  readonly depth: number;
}

/** The concepts of one dimension of a framework: a tree of its own. */
export function conceptsOf(
  { concepts }: Pick<Project, 'concepts'>,
  frameworkId: FrameworkId,
  dimension: number,
): Map<ConceptId, Concept> {
  const own = [...concepts.values()].filter(
    (one) => one.frameworkId === frameworkId && one.dimension === dimension,
  );
  return new Map(own.map((one) => [one.id, one]));
}

/** The concepts of a framework from top to bottom, dimension by dimension. */
export function conceptsInOrder(project: Project, frameworkId: FrameworkId): ConceptInTree[] {
  const dimensions = project.frameworks.get(frameworkId)?.dimensions ?? [];
  return dimensions.flatMap((_, dimension) =>
    nodesInOrder(conceptsOf(project, frameworkId, dimension)).map(({ node, depth }) => ({
      concept: node,
      depth,
    })),
  );
}
