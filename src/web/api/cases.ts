import { caseHoldings } from '../../domain/cases/case-holdings.ts';
import type { CaseId } from '../../domain/ids.ts';
import type { Command } from '../../domain/project/commands.ts';
import { found } from '../../domain/project/found.ts';
import { casesInOrder } from '../../domain/project/project.ts';
import type { Services } from '../services.ts';
import { route, type ApiRoute } from './route.ts';
import * as cases from './schemas-cases.ts';
import * as schema from './schemas.ts';

export function caseRoutes({ workspace }: Services): ApiRoute[] {
  type Run = {
    params: { p: Parameters<typeof workspace.read>[0] };
    actor: { id: string };
    expectedRevision: number | undefined;
  };
  const run = ({ params, actor, expectedRevision }: Run, command: Command) =>
    workspace.execute(params.p, command, actor, expectedRevision);
  const after = async ({ params }: Run, id: CaseId, revision: number): Promise<object> => ({
    ...found((await workspace.read(params.p)).cases, id, 'case'),
    revision,
  });
  return [
    route({
      method: 'get',
      path: '/projects/:p/cases',
      summary: 'The cases in interview order, with their values by attribute and what each has',
      params: schema.projectParams,
      response: schema.casesAnswer,
      handle: async ({ params }) => {
        const project = await workspace.read(params.p);
        const holdings = caseHoldings(project);
        return {
          cases: casesInOrder(project).map((one) => {
            const { transcripts, excerpts } = holdings(one.id);
            return {
              ...one,
              transcriptIds: transcripts.map(({ id }) => id),
              excerptCount: excerpts.length,
            };
          }),
        };
      },
    }),
    route({
      method: 'post',
      path: '/projects/:p/cases',
      summary: 'Make a case that has no transcript yet',
      params: schema.projectParams,
      body: cases.newCase,
      response: schema.caseAnswer,
      status: 201,
      handle: async (input) => {
        const id = input.body.id ?? workspace.newId<CaseId>();
        const { revision } = await run(input, { kind: 'add-case', ...input.body, id });
        return after(input, id, revision);
      },
    }),
    route({
      method: 'patch',
      path: '/projects/:p/cases/:id',
      summary: 'Rename a case, give it types, say why it stands outside them, write a memo',
      params: schema.caseParams,
      body: schema.caseChanges,
      response: schema.caseAnswer,
      handle: async (input) => {
        const { id } = input.params;
        const { revision } = await run(input, { kind: 'change-case', id, ...input.body });
        return after(input, id, revision);
      },
    }),
    route({
      method: 'post',
      path: '/projects/:p/cases/:id/merge',
      summary: 'Make two spellings one: all that the case has goes to the other, whose values stay',
      params: schema.caseParams,
      body: cases.caseMerge,
      response: schema.caseAnswer,
      handle: async (input) => {
        const { into } = input.body;
        const { revision } = await run(input, { kind: 'merge-case', id: input.params.id, into });
        return after(input, into, revision);
      },
    }),
    route({
      method: 'delete',
      path: '/projects/:p/cases/:id',
      summary: 'Remove a case that no transcript is of; can be undone',
      params: schema.caseParams,
      response: schema.revision,
      handle: async (input) => {
        const { revision } = await run(input, { kind: 'remove-case', id: input.params.id });
        return { revision };
      },
    }),
  ];
}
