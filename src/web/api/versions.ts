import { compareCodebooks } from '../../app/compare-codebooks.ts';
import type { ProjectId, VersionId } from '../../domain/ids.ts';
import { found } from '../../domain/project/found.ts';
import { newestFirst } from '../../domain/codebook/versions.ts';
import type { Services } from '../services.ts';
import { route, type ApiRoute } from './route.ts';
import * as codebook from './schemas-codebook.ts';
import * as schema from './schemas.ts';

/** Named states of the codebook and what changed between them. */
export function versionRoutes({ workspace }: Services): ApiRoute[] {
  const versionAfter = async (p: ProjectId, id: VersionId, revision: number): Promise<object> => {
    const version = found((await workspace.read(p)).versions, id, 'version');
    return { ...version, projectRevision: revision };
  };
  return [
    route({
      method: 'get',
      path: '/projects/:p/versions',
      summary: 'The named versions of the codebook, newest first',
      params: schema.projectParams,
      response: codebook.versionsAnswer,
      handle: async ({ params }) => ({ versions: newestFirst(await workspace.read(params.p)) }),
    }),
    route({
      method: 'post',
      path: '/projects/:p/versions',
      summary: 'Name the codebook as it stands now',
      params: schema.projectParams,
      body: codebook.newVersion,
      response: codebook.versionAnswer,
      status: 201,
      handle: async ({ params: { p }, body, actor, expectedRevision }) => {
        const version = { ...body, id: body.id ?? workspace.newId<VersionId>() };
        const command = { kind: 'add-version', version } as const;
        const { revision } = await workspace.execute(p, command, actor, expectedRevision);
        return versionAfter(p, version.id, revision);
      },
    }),
    route({
      method: 'get',
      path: '/projects/:p/versions/diff',
      summary: 'What changed in the codebook between two points: version ids, revisions or `now`',
      params: schema.projectParams,
      query: codebook.diffQuery,
      response: codebook.diffAnswer,
      handle: ({ params: { p }, query: { from, to } }) => compareCodebooks(workspace, p, from, to),
    }),
    route({
      method: 'patch',
      path: '/projects/:p/versions/:id',
      summary: 'Change the name or the note of a version',
      params: codebook.versionParams,
      body: codebook.versionChanges,
      response: codebook.versionAnswer,
      handle: async ({ params: { p, id }, body, actor, expectedRevision }) => {
        const command = { kind: 'change-version', id, changes: body } as const;
        const { revision } = await workspace.execute(p, command, actor, expectedRevision);
        return versionAfter(p, id, revision);
      },
    }),
    route({
      method: 'delete',
      path: '/projects/:p/versions/:id',
      summary: 'Delete the name of a version; the codebook and its history stay; can be undone',
      params: codebook.versionParams,
      response: schema.revision,
      handle: async ({ params: { p, id }, actor, expectedRevision }) => {
        const command = { kind: 'remove-version', id } as const;
        const { revision } = await workspace.execute(p, command, actor, expectedRevision);
        return { revision };
      },
    }),
  ];
}
