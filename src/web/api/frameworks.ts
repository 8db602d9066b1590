import { makeThemes } from '../../app/make-themes.ts';
import { useFramework } from '../../app/use-framework.ts';
import type { FrameworkId } from '../../domain/ids.ts';
import type { Command } from '../../domain/project/commands.ts';
import { found } from '../../domain/project/found.ts';
import { byOrder, type Project } from '../../domain/project/project.ts';
import type { Framework } from '../../domain/project/records.ts';
import { conceptsInOrder } from '../../domain/theory/concepts-in-order.ts';
import { frameworkAnswers, gapsIn } from '../../domain/theory/framework-answers.ts';
import { frameworkMatrix } from '../../domain/theory/framework-matrix.ts';
import {
  conceptsWithoutSource,
  linksWithoutReason,
  originsWithoutConcept,
} from '../../domain/theory/open-list.ts';
import { Rejection } from '../../domain/rejection.ts';
import { localsOf } from '../middleware/language.ts';
import type { Services } from '../services.ts';
import { themeJson } from './answers.ts';
import { route, type ApiRoute } from './route.ts';
import { projectParams, revision } from './schemas.ts';
import * as schema from './schemas-theory.ts';

export function frameworkRoutes(services: Services): ApiRoute[] {
  const { workspace, library } = services;
  type Run = {
    params: { p: Project['id'] };
    actor: { id: string };
    expectedRevision: number | undefined;
  };
  const run = ({ params, actor, expectedRevision }: Run, command: Command) =>
    workspace.execute(params.p, command, actor, expectedRevision);
  const after = async (input: Run, id: FrameworkId): Promise<object> => {
    const project = await workspace.read(input.params.p);
    return {
      ...frameworkJson(project, found(project.frameworks, id, 'framework')),
      revision: project.revision,
    };
  };
  return [
    route({
      method: 'get',
      path: '/library/frameworks',
      summary: 'The frameworks that Teema is shipped with, in the language of the request',
      response: schema.libraryAnswer,
      handle: async ({ res }) => ({ frameworks: await library.list(localsOf(res).language) }),
    }),
    route({
      method: 'get',
      path: '/library/frameworks/:id',
      summary: 'A shipped framework with its concepts and sources',
      params: schema.libraryParams,
      response: schema.libraryFrameworkAnswer,
      handle: async ({ params: { id }, res }) => {
        const framework = await library.get(id, localsOf(res).language);
        if (!framework) throw new Rejection('not-found', 'framework-not-found', { id });
        return framework;
      },
    }),
    route({
      method: 'get',
      path: '/projects/:p/frameworks',
      summary: 'The frameworks of a project, with their concepts from top to bottom',
      params: projectParams,
      response: schema.frameworksAnswer,
      handle: async ({ params }) => {
        const project = await workspace.read(params.p);
        const frameworks = [...project.frameworks.values()].sort(byOrder);
        return { frameworks: frameworks.map((one) => frameworkJson(project, one)) };
      },
    }),
    route({
      method: 'post',
      path: '/projects/:p/frameworks',
      summary: 'Make a framework with its concepts; a concept below another comes after it',
      params: projectParams,
      body: schema.newFramework,
      response: schema.frameworkAnswer,
      status: 201,
      handle: async (input) => {
        const { concepts, ...framework } = input.body;
        const id = framework.id ?? workspace.newId<FrameworkId>();
        await run(input, {
          kind: 'add-framework',
          framework: { ...framework, id },
          concepts,
          sources: [],
        });
        return after(input, id);
      },
    }),
    route({
      method: 'post',
      path: '/projects/:p/frameworks/from-library',
      summary: 'Add a shipped framework with its concepts and sources, in the project’s language',
      params: projectParams,
      body: schema.libraryChoice,
      response: schema.frameworkAnswer,
      status: 201,
      handle: async (input) => {
        const { params, body, actor } = input;
        return after(
          input,
          await useFramework(workspace, library, params.p, body.libraryId, actor),
        );
      },
    }),
    route({
      method: 'get',
      path: '/projects/:p/frameworks/:id',
      summary: 'A framework with its concepts',
      params: schema.frameworkParams,
      response: schema.frameworkAnswer,
      handle: (input) => after({ ...input }, input.params.id),
    }),
    route({
      method: 'patch',
      path: '/projects/:p/frameworks/:id',
      summary: 'Change a framework; of a dimension given up, the concepts go to the one left',
      params: schema.frameworkParams,
      body: schema.frameworkChanges,
      response: schema.frameworkAnswer,
      handle: async (input) => {
        const { id } = input.params;
        await run(input, { kind: 'change-framework', id, changes: input.body });
        return after(input, id);
      },
    }),
    route({
      method: 'post',
      path: '/projects/:p/frameworks/:id/move',
      summary: 'Move a framework to a place in the list',
      params: schema.frameworkParams,
      body: schema.frameworkMove,
      response: schema.frameworkAnswer,
      handle: async (input) => {
        const { id } = input.params;
        await run(input, { kind: 'move-framework', id, ...input.body });
        return after(input, id);
      },
    }),
    route({
      method: 'delete',
      path: '/projects/:p/frameworks/:id',
      summary: 'Remove a framework and its concepts; themes stay, unlinked; can be undone',
      params: schema.frameworkParams,
      response: revision,
      handle: async (input) => {
        const outcome = await run(input, { kind: 'remove-framework', id: input.params.id });
        return { revision: outcome.revision };
      },
    }),
    route({
      method: 'post',
      path: '/projects/:p/frameworks/:id/themes',
      summary:
        'Make themes of the concepts, and types of those of a dimension; those that have one are skipped',
      params: schema.frameworkParams,
      body: schema.themesChoice,
      response: schema.madeAnswer,
      status: 201,
      handle: async ({ params, body, actor, expectedRevision }) => {
        const choice = { frameworkId: params.id, ...body };
        const made = await makeThemes(workspace, params.p, choice, actor, expectedRevision);
        return {
          themeIds: made.themes.map(({ id }) => id),
          typeIds: made.types.map(({ id }) => id),
          skipped: made.skipped.map(({ id, name }) => ({ id, name })),
          revision: made.revision,
        };
      },
    }),
    route({
      method: 'get',
      path: '/projects/:p/frameworks/:id/answers',
      summary: 'What the data say of each concept, and the concepts that nothing answers',
      params: schema.frameworkParams,
      response: schema.theoryAnswer,
      handle: async ({ params }) => answersJson(await workspace.read(params.p), params.id),
    }),
    route({
      method: 'get',
      path: '/projects/:p/analysis/theory',
      summary:
        'What theory leaves open: abductive themes without a rationale, themes from theory without a concept, concepts in use without a source',
      params: projectParams,
      response: schema.openListAnswer,
      handle: async ({ params }) => {
        const project = await workspace.read(params.p);
        return {
          linksWithoutReason: linksWithoutReason(project).map((theme) => themeJson(theme)),
          originsWithoutConcept: originsWithoutConcept(project).map((theme) => themeJson(theme)),
          conceptsWithoutSource: conceptsWithoutSource(project),
        };
      },
    }),
  ];
}

const frameworkJson = (project: Project, framework: Framework): object => ({
  ...framework,
  concepts: conceptsInOrder(project, framework.id).map(({ concept, depth }) => ({
    ...concept,
    depth,
  })),
});

function answersJson(project: Project, id: FrameworkId): object {
  const { dimensions } = found(project.frameworks, id, 'framework');
  const answers = frameworkAnswers(project, id);
  const { rows, columns, cells } = frameworkMatrix(answers);
  return {
    concepts: answers.map(({ concept, depth, themes, types, own, excerpts, cases }) => ({
      ...concept,
      depth,
      themeIds: themes.map((theme) => theme.id),
      typeIds: types.map((type) => type.id),
      ownExcerptCount: own.size,
      excerptCount: excerpts.size,
      caseCount: cases.size,
    })),
    gaps: gapsIn(answers).map(({ concept }) => concept.id),
    matrix:
      dimensions.length < 2
        ? null
        : {
            rows: rows.map(({ concept }) => concept.id),
            columns: columns.map(({ concept }) => concept.id),
            cells: cells.map((row) => row.map((ids) => ids.length)),
          },
  };
}
