import { themeCounts, typeCounts } from '../../domain/analysis/coded-counts.ts';
import { themesInOrder } from '../../domain/codebook/tree.ts';
import type { ThemeId, TypeId } from '../../domain/ids.ts';
import type { Command } from '../../domain/project/commands.ts';
import { found } from '../../domain/project/found.ts';
import { byOrder } from '../../domain/project/project.ts';
import type { Services } from '../services.ts';
import { themeJson, typeJson } from './answers.ts';
import { route, type ApiRoute } from './route.ts';
import * as schema from './schemas.ts';

export function codebookRoutes({ workspace }: Services): ApiRoute[] {
  type Run = {
    params: { p: Parameters<typeof workspace.read>[0] };
    actor: { id: string };
    expectedRevision: number | undefined;
  };
  const run = ({ params, actor, expectedRevision }: Run, command: Command) =>
    workspace.execute(params.p, command, actor, expectedRevision);
  const themeAfter = async (input: Run, id: ThemeId, revision: number): Promise<object> => ({
    ...themeJson(found((await workspace.read(input.params.p)).themes, id, 'theme')),
    revision,
  });
  const typeAfter = async (input: Run, id: TypeId, revision: number): Promise<object> => ({
    ...typeJson(found((await workspace.read(input.params.p)).types, id, 'type')),
    revision,
  });
  return [
    route({
      method: 'get',
      path: '/projects/:p/themes',
      summary: 'The codebook in tree order, with counts (own, and with sub-themes)',
      params: schema.projectParams,
      response: schema.themesAnswer,
      handle: async ({ params }) => {
        const project = await workspace.read(params.p);
        const counts = themeCounts(project);
        return {
          themes: themesInOrder(project.themes).map(({ theme, depth }) =>
            themeJson(theme, { depth, ...counts.get(theme.id) }),
          ),
        };
      },
    }),
    route({
      method: 'post',
      path: '/projects/:p/themes',
      summary: 'Make a theme',
      params: schema.projectParams,
      body: schema.newTheme,
      response: schema.themeAnswer,
      status: 201,
      handle: async (input) => {
        const id = input.body.id ?? workspace.newId<ThemeId>();
        const { revision } = await run(input, { kind: 'add-theme', theme: { ...input.body, id } });
        return themeAfter(input, id, revision);
      },
    }),
    route({
      method: 'patch',
      path: '/projects/:p/themes/:id',
      summary: 'Change a theme',
      params: schema.themeParams,
      body: schema.themeChanges,
      response: schema.themeAnswer,
      handle: async (input) => {
        const { id } = input.params;
        const { revision } = await run(input, { kind: 'change-theme', id, changes: input.body });
        return themeAfter(input, id, revision);
      },
    }),
    route({
      method: 'post',
      path: '/projects/:p/themes/:id/move',
      summary: 'Move a theme below another, or to the top, at a place among its siblings',
      params: schema.themeParams,
      body: schema.themeMove,
      response: schema.themeAnswer,
      handle: async (input) => {
        const { id } = input.params;
        const { revision } = await run(input, { kind: 'move-theme', id, ...input.body });
        return themeAfter(input, id, revision);
      },
    }),
    route({
      method: 'delete',
      path: '/projects/:p/themes/:id',
      summary:
        'Delete a theme; its codings go to its parent, its sub-themes move up; can be undone',
      params: schema.themeParams,
      response: schema.revision,
      handle: async (input) => {
        const { revision } = await run(input, { kind: 'remove-theme', id: input.params.id });
        return { revision };
      },
    }),
    route({
      method: 'get',
      path: '/projects/:p/types',
      summary: 'The types, with counts',
      params: schema.projectParams,
      response: schema.typesAnswer,
      handle: async ({ params }) => {
        const project = await workspace.read(params.p);
        const counts = typeCounts(project);
        return {
          types: [...project.types.values()]
            .sort(byOrder)
            .map((type) => typeJson(type, counts.get(type.id))),
        };
      },
    }),
    route({
      method: 'post',
      path: '/projects/:p/types',
      summary: 'Make a type',
      params: schema.projectParams,
      body: schema.newType,
      response: schema.typeAnswer,
      status: 201,
      handle: async (input) => {
        const id = input.body.id ?? workspace.newId<TypeId>();
        const { revision } = await run(input, { kind: 'add-type', type: { ...input.body, id } });
        return typeAfter(input, id, revision);
      },
    }),
    route({
      method: 'patch',
      path: '/projects/:p/types/:id',
      summary: 'Change a type',
      params: schema.typeParams,
      body: schema.typeChanges,
      response: schema.typeAnswer,
      handle: async (input) => {
        const { id } = input.params;
        const { revision } = await run(input, { kind: 'change-type', id, changes: input.body });
        return typeAfter(input, id, revision);
      },
    }),
    route({
      method: 'post',
      path: '/projects/:p/types/:id/move',
      summary: 'Move a type to a place in the list',
      params: schema.typeParams,
      body: schema.typeMove,
      response: schema.typeAnswer,
      handle: async (input) => {
        const { id } = input.params;
        const { revision } = await run(input, { kind: 'move-type', id, ...input.body });
        return typeAfter(input, id, revision);
      },
    }),
    route({
      method: 'delete',
      path: '/projects/:p/types/:id',
      summary: 'Delete a type; can be undone',
      params: schema.typeParams,
      response: schema.revision,
      handle: async (input) => {
        const { revision } = await run(input, { kind: 'remove-type', id: input.params.id });
        return { revision };
      },
    }),
  ];
}
