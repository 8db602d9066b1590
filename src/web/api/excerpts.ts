import { changeExcerpt, codePassage } from '../../app/code-passage.ts';
import { findExcerpts } from '../../app/find-excerpts.ts';
import { found } from '../../domain/project/found.ts';
import { Rejection } from '../../domain/rejection.ts';
import { keptName, personOf } from '../person.ts';
import type { Services } from '../services.ts';
import { excerptJson } from './answers.ts';
import { route, type ApiRoute } from './route.ts';
import * as schema from './schemas.ts';

export function excerptRoutes(services: Services): ApiRoute[] {
  const { workspace } = services;
  return [
    route({
      method: 'get',
      path: '/projects/:p/excerpts',
      summary: 'Excerpts in reading order, filtered, a page at a time',
      params: schema.projectParams,
      query: schema.excerptFilter,
      response: schema.excerptsAnswer,
      handle: async ({ params, query: { limit, cursor, ...filter } }) => {
        const project = await workspace.read(params.p);
        const page = findExcerpts(project, filter, limit, cursor);
        return { ...page, excerpts: page.excerpts.map((excerpt) => excerptJson(project, excerpt)) };
      },
    }),
    route({
      method: 'post',
      path: '/projects/:p/excerpts',
      summary: 'Code a passage; the same coder coding the same span again extends the excerpt',
      params: schema.projectParams,
      body: schema.newExcerpt,
      response: schema.excerptAnswer,
      status: 201,
      handle: async ({ params, body: { coder, ...passage }, actor, expectedRevision, req }) => {
        const project = await workspace.read(params.p);
        const by = personOf(services, actor, project.settings.language, coder ?? keptName(req));
        const { excerpt, revision } = await codePassage(
          workspace,
          params.p,
          passage,
          by,
          actor,
          expectedRevision,
        );
        return { ...excerptJson(project, excerpt), revision };
      },
    }),
    route({
      method: 'get',
      path: '/projects/:p/excerpts/:id',
      summary: 'An excerpt',
      params: schema.excerptParams,
      response: schema.excerptAnswer,
      handle: async ({ params }) => {
        const project = await workspace.read(params.p);
        return excerptJson(project, found(project.excerpts, params.id, 'excerpt'));
      },
    }),
    route({
      method: 'patch',
      path: '/projects/:p/excerpts/:id',
      summary: 'Change what an excerpt carries or where it stands',
      params: schema.excerptParams,
      body: schema.excerptChanges,
      response: schema.excerptAnswer,
      handle: async ({ params, body: { start, end, ...changes }, actor, expectedRevision }) => {
        if ((start === undefined) !== (end === undefined))
          throw new Rejection('invalid', 'span-half');
        const span = start !== undefined && end !== undefined ? { span: { start, end } } : {};
        const { excerpt, revision } = await changeExcerpt(
          workspace,
          params.p,
          params.id,
          { ...changes, ...span },
          actor,
          expectedRevision,
        );
        return { ...excerptJson(await workspace.read(params.p), excerpt), revision };
      },
    }),
    route({
      method: 'delete',
      path: '/projects/:p/excerpts/:id',
      summary: 'Uncode a passage; can be undone',
      params: schema.excerptParams,
      response: schema.revision,
      handle: async ({ params, actor, expectedRevision }) => {
        const { revision } = await workspace.execute(
          params.p,
          { kind: 'remove-excerpt', id: params.id },
          actor,
          expectedRevision,
        );
        return { revision };
      },
    }),
  ];
}
