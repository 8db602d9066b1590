import { measuresOf } from '../../domain/analysis/measures/measures-of.ts';
import { groupsOfAttribute } from '../../domain/cases/groups-of-attribute.ts';
import type { AttributeId } from '../../domain/ids.ts';
import type { Command } from '../../domain/project/commands.ts';
import { found } from '../../domain/project/found.ts';
import { attributesInOrder, type Project } from '../../domain/project/project.ts';
import { groupName } from '../group-name.ts';
import type { Translate } from '../i18n.ts';
import { localsOf } from '../middleware/language.ts';
import type { Services } from '../services.ts';
import { route, type ApiRoute } from './route.ts';
import * as schema from './schemas-cases.ts';
import { projectParams, revision as revisionAnswer } from './schemas.ts';

/** What is known of every case, its groups, and the figures of the measures. */
export const attributeRoutes = (services: Services): ApiRoute[] => [
  ...editingRoutes(services),
  ...readingRoutes(services),
];

function editingRoutes({ workspace }: Services): ApiRoute[] {
  type Run = {
    params: { p: Parameters<typeof workspace.read>[0] };
    actor: { id: string };
    expectedRevision: number | undefined;
  };
  const run = ({ params, actor, expectedRevision }: Run, command: Command) =>
    workspace.execute(params.p, command, actor, expectedRevision);
  const after = async ({ params }: Run, id: AttributeId, revision: number): Promise<object> => ({
    ...found((await workspace.read(params.p)).attributes, id, 'attribute'),
    revision,
  });
  return [
    route({
      method: 'post',
      path: '/projects/:p/attributes',
      summary: 'Make an attribute: text, number, date, choice, or a measure with its scale',
      params: projectParams,
      body: schema.newAttribute,
      response: schema.attributeAnswer,
      status: 201,
      handle: async (input) => {
        const id = workspace.newId<AttributeId>();
        const attribute = { ...input.body, id };
        const { revision } = await run(input, { kind: 'add-attribute', attribute });
        return after(input, id, revision);
      },
    }),
    route({
      method: 'put',
      path: '/projects/:p/attributes/values',
      summary: 'Set values of any number of cases in one step; all are taken or none',
      params: projectParams,
      body: schema.caseValues,
      response: schema.valuesAnswer,
      handle: async (input) => {
        const { revision, events } = await run(input, { kind: 'set-values', ...input.body });
        const changed = events.filter(({ kind }) => kind === 'case-changed').length;
        return { changed, revision };
      },
    }),
    route({
      method: 'patch',
      path: '/projects/:p/attributes/:id',
      summary: 'Change an attribute; values follow its kind, and those that cannot are told',
      params: schema.attributeParams,
      body: schema.attributeChanges,
      response: schema.attributeAnswer,
      handle: async (input) => {
        const { id } = input.params;
        const { renamed = [], unfit, ...changes } = input.body;
        const command = { kind: 'change-attribute', id, changes, renamed, unfit } as const;
        const { revision } = await run(input, command);
        return after(input, id, revision);
      },
    }),
    route({
      method: 'post',
      path: '/projects/:p/attributes/:id/move',
      summary: 'Move an attribute to a place among the others',
      params: schema.attributeParams,
      body: schema.attributeMove,
      response: schema.attributeAnswer,
      handle: async (input) => {
        const { id } = input.params;
        const { index } = input.body;
        const { revision } = await run(input, { kind: 'move-attribute', id, index });
        return after(input, id, revision);
      },
    }),
    route({
      method: 'delete',
      path: '/projects/:p/attributes/:id',
      summary: 'Remove an attribute with its values; can be undone',
      params: schema.attributeParams,
      response: revisionAnswer,
      handle: async (input) => {
        const { revision } = await run(input, { kind: 'remove-attribute', id: input.params.id });
        return { revision };
      },
    }),
  ];
}

function readingRoutes({ workspace }: Services): ApiRoute[] {
  return [
    route({
      method: 'get',
      path: '/projects/:p/attributes',
      summary: 'The attributes in order',
      params: projectParams,
      response: schema.attributesAnswer,
      handle: async ({ params }) => ({
        attributes: attributesInOrder(await workspace.read(params.p)),
      }),
    }),
    route({
      method: 'get',
      path: '/projects/:p/attributes/:id/groups',
      summary: 'The cases by an attribute; those without a value are a group of their own',
      params: schema.attributeParams,
      response: schema.groupsAnswer,
      handle: async ({ params, res }) => {
        const project = await workspace.read(params.p);
        const attribute = found(project.attributes, params.id, 'attribute');
        const { t, language } = localsOf(res);
        return {
          groups: groupsOfAttribute(project, params.id).map((group) => ({
            ...group,
            name: groupName(attribute, group.label, language, t),
          })),
        };
      },
    }),
    route({
      method: 'get',
      path: '/projects/:p/analysis/measures',
      summary: 'NPS, CSAT and CES: score, groups, n and missing of each measure',
      params: projectParams,
      response: schema.measuresAnswer,
      handle: async ({ params, res }) => ({
        measures: measuresJson(await workspace.read(params.p), localsOf(res).t),
      }),
    }),
  ];
}

const measuresJson = (project: Project, t: Translate): object[] =>
  measuresOf(project).map(({ attribute, measure, statistics }) => {
    const { groups, groupOf: _, missingCount, invalidCount, ...figures } = statistics;
    return {
      attributeId: attribute.id,
      name: attribute.name,
      measure,
      ...figures,
      groups: groups.map((one) => ({ ...one, name: t(`measures.groups.${one.group}`) })),
      missing: missingCount,
      invalid: invalidCount,
    };
  });
