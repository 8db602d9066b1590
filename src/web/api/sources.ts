import { importSources } from '../../app/import-sources.ts';
import type { ReferencesReader } from '../../app/ports.ts';
import type { SourceId } from '../../domain/ids.ts';
import { found } from '../../domain/project/found.ts';
import { localsOf } from '../middleware/language.ts';
import { fileOf, upload } from '../middleware/upload.ts';
import type { Services } from '../services.ts';
import { route, type ApiRoute } from './route.ts';
import { projectParams, revision } from './schemas.ts';
import * as schema from './schemas-theory.ts';

export function sourceRoutes(services: Services): ApiRoute[] {
  const { workspace, references } = services;
  return [
    route({
      method: 'get',
      path: '/projects/:p/sources',
      summary: 'The publications a project leans on',
      params: projectParams,
      response: schema.sourcesAnswer,
      handle: async ({ params }) => ({
        sources: [...(await workspace.read(params.p)).sources.values()],
      }),
    }),
    route({
      method: 'post',
      path: '/projects/:p/sources',
      summary: 'Add a publication; without a key it gets one',
      params: projectParams,
      body: schema.newSource,
      response: schema.sourceAnswer,
      status: 201,
      handle: async ({ params, body, actor, expectedRevision }) => {
        const id = body.id ?? workspace.newId<SourceId>();
        const sources = [{ ...body, id }];
        const outcome = await workspace.execute(
          params.p,
          { kind: 'add-sources', sources },
          actor,
          expectedRevision,
        );
        const project = await workspace.read(params.p);
        return { ...found(project.sources, id, 'source'), revision: outcome.revision };
      },
    }),
    route({
      method: 'patch',
      path: '/projects/:p/sources/:id',
      summary: 'Change a publication',
      params: schema.sourceParams,
      body: schema.sourceChanges,
      response: schema.sourceAnswer,
      handle: async ({ params: { p, id }, body, actor, expectedRevision }) => {
        const command = { kind: 'change-source', id, changes: body } as const;
        const outcome = await workspace.execute(p, command, actor, expectedRevision);
        const project = await workspace.read(p);
        return { ...found(project.sources, id, 'source'), revision: outcome.revision };
      },
    }),
    route({
      method: 'delete',
      path: '/projects/:p/sources/:id',
      summary: 'Remove a publication; can be undone',
      params: schema.sourceParams,
      response: revision,
      handle: async ({ params: { p, id }, actor, expectedRevision }) => {
        const command = { kind: 'remove-source', id } as const;
        return {
          revision: (await workspace.execute(p, command, actor, expectedRevision)).revision,
        };
      },
    }),
    importRoute(services, references),
  ];
}

const importRoute = ({ workspace, limits }: Services, references: ReferencesReader): ApiRoute =>
  route({
    method: 'post',
    path: '/projects/:p/import/sources',
    summary: 'Import a bibliography; what the project has already is not added again',
    params: projectParams,
    upload: { field: 'file', parse: upload('file', limits) },
    response: schema.sourcesImported,
    handle: async ({ params, req, res, actor }) => {
      const { name, bytes } = fileOf(req, 'file');
      const { t } = localsOf(res);
      const { sources, problems } = references.read(name, bytes);
      const imported = await importSources(workspace, params.p, sources, actor);
      const misses = problems.map(({ row, code, details }) => ({
        row,
        code,
        reason: t(`errors.${code}`, details),
      }));
      return { ...imported, misses };
    },
  });
