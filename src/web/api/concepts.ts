import type { Command } from '../../domain/project/commands.ts';
import type { ConceptId, FrameworkId, ProjectId } from '../../domain/ids.ts';
import { found } from '../../domain/project/found.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Concept } from '../../domain/project/records.ts';
import { conceptsInOrder } from '../../domain/theory/concepts-in-order.ts';
import { Rejection } from '../../domain/rejection.ts';
import type { Services } from '../services.ts';
import { route, type ApiRoute } from './route.ts';
import { revision } from './schemas.ts';
import * as schema from './schemas-theory.ts';

export function conceptRoutes({ workspace }: Services): ApiRoute[] {
  type Run = {
    params: { p: ProjectId; id: FrameworkId; cid?: ConceptId };
    actor: { id: string };
    expectedRevision: number | undefined;
  };
  const run = async ({ params, actor, expectedRevision }: Run, command: Command) => {
    if (params.cid) conceptOf(await workspace.read(params.p), params.id, params.cid);
    return workspace.execute(params.p, command, actor, expectedRevision);
  };
  const after = async ({ params }: Run, cid: ConceptId): Promise<object> => {
    const project = await workspace.read(params.p);
    return { ...conceptOf(project, params.id, cid), revision: project.revision };
  };
  return [
    route({
      method: 'get',
      path: '/projects/:p/frameworks/:id/concepts',
      summary: 'The concepts of a framework, from top to bottom',
      params: schema.frameworkParams,
      response: schema.conceptsAnswer,
      handle: async ({ params }) => {
        const project = await workspace.read(params.p);
        const { id } = found(project.frameworks, params.id, 'framework');
        const concepts = conceptsInOrder(project, id);
        return { concepts: concepts.map(({ concept, depth }) => ({ ...concept, depth })) };
      },
    }),
    route({
      method: 'post',
      path: '/projects/:p/frameworks/:id/concepts',
      summary: 'Add concepts at the end of their siblings; one below another comes after it',
      params: schema.frameworkParams,
      body: schema.newConcepts,
      response: schema.conceptsAnswer,
      status: 201,
      handle: async (input) => {
        const { id } = input.params;
        const concepts = input.body.concepts.map((one) => ({
          ...one,
          id: one.id ?? workspace.newId<ConceptId>(),
        }));
        await run(input, { kind: 'add-concepts', frameworkId: id, concepts });
        const project = await workspace.read(input.params.p);
        return {
          concepts: concepts.map((one) => conceptOf(project, id, one.id)),
          revision: project.revision,
        };
      },
    }),
    route({
      method: 'patch',
      path: '/projects/:p/frameworks/:id/concepts/:cid',
      summary: 'Change a concept',
      params: schema.conceptParams,
      body: schema.conceptChanges,
      response: schema.conceptAnswer,
      handle: async (input) => {
        const { cid } = input.params;
        await run(input, { kind: 'change-concept', id: cid, changes: input.body });
        return after(input, cid);
      },
    }),
    route({
      method: 'post',
      path: '/projects/:p/frameworks/:id/concepts/:cid/move',
      summary: 'Move a concept below another, or to the top of a dimension',
      params: schema.conceptParams,
      body: schema.conceptMove,
      response: schema.conceptAnswer,
      handle: async (input) => {
        const { cid } = input.params;
        await run(input, { kind: 'move-concept', id: cid, ...input.body });
        return after(input, cid);
      },
    }),
    route({
      method: 'delete',
      path: '/projects/:p/frameworks/:id/concepts/:cid',
      summary: 'Remove a concept; those below it move up, themes stay, unlinked; can be undone',
      params: schema.conceptParams,
      response: revision,
      handle: async (input) => {
        const outcome = await run(input, { kind: 'remove-concept', id: input.params.cid });
        return { revision: outcome.revision };
      },
    }),
  ];
}

/** @throws Rejection `concept-not-found` where it is not of that framework */
function conceptOf(project: Project, frameworkId: FrameworkId, id: ConceptId): Concept {
  const concept = found(project.concepts, id, 'concept');
  if (concept.frameworkId !== frameworkId)
    throw new Rejection('not-found', 'concept-not-found', { id });
  return concept;
}
