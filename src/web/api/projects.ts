import { createProject } from '../../app/create-project.ts';
import { listProjects } from '../../app/list-projects.ts';
import { openExample } from '../../app/open-example.ts';
import type { Services } from '../services.ts';
import { personOf } from '../person.ts';
import * as z from 'zod';
import { LANGUAGES } from '../../domain/project/records.ts';
import { projectJson } from './answers.ts';
import { route, type ApiRoute } from './route.ts';
import * as schema from './schemas.ts';

export function projectRoutes(services: Services): ApiRoute[] {
  const { workspace, version } = services;
  return [
    route({
      method: 'get',
      path: '/health',
      summary: 'Whether the app answers',
      response: z.object({ status: z.literal('ok'), version: z.string(), store: z.string() }),
      handle: () => ({ status: 'ok', version, store: workspace.store.kind }),
    }),
    route({
      method: 'post',
      path: '/projects',
      summary: 'Make a project',
      body: schema.newProject,
      response: schema.projectAnswer,
      status: 201,
      handle: async ({ body, actor }) =>
        projectJson(await workspace.read(await createProject(workspace, body, actor))),
    }),
    route({
      method: 'get',
      path: '/projects',
      summary: 'The projects, newest change first; those whose journal is broken are named',
      handle: ({ actor }) => listProjects(workspace, actor),
    }),
    route({
      method: 'post',
      path: '/projects/example',
      summary: 'Open the example project in a language',
      body: z.object({ language: z.enum(LANGUAGES).default('en') }),
      response: schema.projectAnswer,
      status: 201,
      handle: async ({ body, actor }) => {
        const coder = personOf(services, actor, body.language);
        return projectJson(
          await workspace.read(await openExample(workspace, services, body.language, coder, actor)),
        );
      },
    }),
    route({
      method: 'get',
      path: '/projects/:p',
      summary: 'A project, its settings and sizes',
      params: schema.projectParams,
      response: schema.projectAnswer,
      handle: async ({ params }) => projectJson(await workspace.read(params.p)),
    }),
    route({
      method: 'patch',
      path: '/projects/:p',
      summary: 'Change name, language, approach or research questions',
      params: schema.projectParams,
      body: schema.projectChanges,
      response: schema.projectAnswer,
      handle: async ({ params, body, actor, expectedRevision }) => {
        await workspace.execute(
          params.p,
          { kind: 'change-project', changes: body },
          actor,
          expectedRevision,
        );
        return projectJson(await workspace.read(params.p));
      },
    }),
    route({
      method: 'delete',
      path: '/projects/:p',
      summary: 'Take a project off the list; it can be restored',
      params: schema.projectParams,
      handle: async ({ params, actor }) => {
        const { revision } = await workspace.read(params.p);
        await workspace.remove(params.p, actor);
        return { removed: params.p, revision };
      },
    }),
    route({
      method: 'post',
      path: '/projects/:p/restore',
      summary: 'Bring a removed project back whole',
      params: schema.projectParams,
      response: schema.projectAnswer,
      handle: async ({ params, actor }) => {
        await workspace.restore(params.p, actor);
        return projectJson(await workspace.read(params.p));
      },
    }),
  ];
}
