import type { TypeId } from '../../domain/ids.ts';
import type { Command } from '../../domain/project/commands.ts';
import { found } from '../../domain/project/found.ts';
import type { Project } from '../../domain/project/project.ts';
import { TYPE_KINDS } from '../../domain/project/records.ts';
import { typeChecks } from '../../domain/types/checks.ts';
import { codedExcerpts, type CodedExcerpt } from '../../domain/types/coded-excerpts.ts';
import { draftOf } from '../../domain/types/drafts.ts';
import { membersOf } from '../../domain/types/members.ts';
import { outside } from '../../domain/types/outside.ts';
import { profiles } from '../../domain/types/profiles.ts';
import type { Services } from '../services.ts';
import { excerptJson, typeJson } from './answers.ts';
import { route, type ApiRoute } from './route.ts';
import * as types from './schemas-types.ts';
import * as schema from './schemas.ts';

/** The work on types: members, features with their evidence, drafts, profiles, what lies outside. */
export const typificationRoutes = (services: Services): ApiRoute[] => [
  ...typeWorkRoutes(services),
  ...readingRoutes(services),
];

function typeWorkRoutes({ workspace }: Services): ApiRoute[] {
  type Run = {
    params: { p: Parameters<typeof workspace.read>[0]; id: TypeId };
    actor: { id: string };
    expectedRevision: number | undefined;
  };
  const run = async (
    { params, actor, expectedRevision }: Run,
    command: Command,
  ): Promise<object> => {
    const { revision } = await workspace.execute(params.p, command, actor, expectedRevision);
    const { types } = await workspace.read(params.p);
    return { ...typeJson(found(types, params.id, 'type')), revision };
  };
  return [
    route({
      method: 'get',
      path: '/projects/:p/types/:id',
      summary: 'A type with its members, the features they draft and what to check in it',
      params: schema.typeParams,
      query: types.draftQuery,
      response: types.typeWorkAnswer,
      handle: async ({ params, query }) =>
        typeWorkJson(await workspace.read(params.p), params.id, query.share),
    }),
    route({
      method: 'put',
      path: '/projects/:p/types/:id/cases',
      summary: 'Give a type to these cases as a whole, and to no others',
      params: schema.typeParams,
      body: types.typedCases,
      response: schema.typeAnswer,
      handle: (input) => run(input, { kind: 'type-cases', typeId: input.params.id, ...input.body }),
    }),
    route({
      method: 'put',
      path: '/projects/:p/types/:id/features/:themeId',
      summary: 'Make a theme a feature of a type, or change its evidence and note',
      params: types.featureParams,
      body: types.featureChanges,
      response: schema.typeAnswer,
      handle: (input) =>
        run(input, {
          kind: 'set-feature',
          id: input.params.id,
          themeId: input.params.themeId,
          ...input.body,
        }),
    }),
    route({
      method: 'delete',
      path: '/projects/:p/types/:id/features/:themeId',
      summary: 'Take a feature from a type; can be undone',
      params: types.featureParams,
      response: schema.typeAnswer,
      handle: (input) => {
        const { id, themeId } = input.params;
        return run(input, { kind: 'remove-feature', id, themeId });
      },
    }),
    route({
      method: 'post',
      path: '/projects/:p/types/:id/draft',
      summary: 'Take the features that the members draft as those of the type, in one step',
      params: schema.typeParams,
      body: types.draftChoice,
      response: schema.typeAnswer,
      handle: (input) => {
        const { kind: draft, share } = input.body;
        return run(input, { kind: 'draft-features', id: input.params.id, draft, share });
      },
    }),
  ];
}

function readingRoutes({ workspace }: Services): ApiRoute[] {
  return [
    route({
      method: 'get',
      path: '/projects/:p/analysis/profiles',
      summary: 'Cases by themes, their distances, the average-linkage tree and each one’s deviance',
      params: schema.projectParams,
      query: types.profileQuery,
      response: types.profilesAnswer,
      handle: async ({ params, query }) => {
        const { cases, themes, ...rest } = profiles(await workspace.read(params.p), query.tree);
        const named = <T extends { id: string; name: string }>({ id, name }: T) => ({ id, name });
        return {
          cases: cases.map(named),
          themes: themes.map((theme) => ({ ...named(theme), label: theme.label })),
          ...rest,
        };
      },
    }),
    route({
      method: 'get',
      path: '/projects/:p/analysis/outside',
      summary: 'Deviant excerpts, cases outside every type and turns that nobody coded',
      params: schema.projectParams,
      response: types.outsideAnswer,
      handle: async ({ params }) => {
        const project = await workspace.read(params.p);
        const { deviant, contradicting, cases, turns } = outside(project);
        return {
          deviant: excerptsJson(project, deviant),
          contradicting: excerptsJson(project, contradicting),
          cases,
          turns: turns.map(({ transcript, spoken, uncoded }) => ({
            transcriptId: transcript.id,
            spoken,
            uncoded,
          })),
        };
      },
    }),
  ];
}

const excerptsJson = (project: Project, coded: readonly CodedExcerpt[]): object[] =>
  coded.map(({ excerpt }) => excerptJson(project, excerpt));

function typeWorkJson(project: Project, id: TypeId, share: number): object {
  const type = found(project.types, id, 'type');
  const coded = codedExcerpts(project);
  const members = membersOf(project, id, coded);
  return {
    ...typeJson(type),
    members: { cases: members.cases, excerpts: excerptsJson(project, members.excerpts) },
    drafts: TYPE_KINDS.map((kind) => draftOf(kind, members, share)),
    checks: typeChecks(project, coded).get(id) ?? [],
  };
}
