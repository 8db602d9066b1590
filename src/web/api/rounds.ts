import { newRound } from '../../app/new-round.ts';
import { resolvePassages, takeAgreed } from '../../app/resolve-passages.ts';
import type { Actor } from '../../app/workspace.ts';
import { roundPassages } from '../../domain/double-coding/round-passages.ts';
import { isOpen, roundsInOrder } from '../../domain/double-coding/rounds.ts';
import type { ProjectId, RoundId } from '../../domain/ids.ts';
import { found } from '../../domain/project/found.ts';
import type { Round } from '../../domain/project/round-records.ts';
import type { RoundCommand } from '../../domain/project/round-commands.ts';
import { consensusName, keptName, personOf } from '../person.ts';
import type { Services } from '../services.ts';
import type { Request } from 'express';
import { route, type ApiRoute } from './route.ts';
import * as rounds from './schemas-rounds.ts';
import { projectParams, revision as revisionAnswer } from './schemas.ts';

/** Double coding: rounds, who has finished, and what the coders agree on. */
export function roundRoutes(services: Services): ApiRoute[] {
  const { workspace } = services;
  const nameOf = async (p: ProjectId, actor: Actor, req: Request, given?: string) =>
    personOf(services, actor, (await workspace.read(p)).settings.language, given ?? keptName(req));
  const answer = async (p: ProjectId, id: RoundId): Promise<object> => {
    const project = await workspace.read(p);
    return { ...roundJson(found(project.rounds, id, 'round')), revision: project.revision };
  };
  const run = async (p: ProjectId, id: RoundId, command: RoundCommand, actor: Actor) => {
    await workspace.execute(p, command, actor);
    return answer(p, id);
  };
  return [
    route({
      method: 'get',
      path: '/projects/:p/rounds',
      summary: 'The rounds of double coding, newest first',
      params: projectParams,
      response: rounds.roundsAnswer,
      handle: async ({ params }) => {
        const project = await workspace.read(params.p);
        return { rounds: roundsInOrder(project).map(roundJson), revision: project.revision };
      },
    }),
    route({
      method: 'post',
      path: '/projects/:p/rounds',
      summary: 'Begin a round: until all have finished, its coders see their own work only',
      params: projectParams,
      body: rounds.newRound,
      response: rounds.roundAnswer,
      status: 201,
      handle: async ({ params: { p }, body, actor, req }) => {
        const by = await nameOf(p, actor, req, body.by);
        const { language } = (await workspace.read(p)).settings;
        const consensus = consensusName(services, language, body.name);
        const { id } = await newRound(workspace, p, { ...body, by, consensus }, actor);
        return answer(p, id);
      },
    }),
    route({
      method: 'get',
      path: '/projects/:p/rounds/:id',
      summary: 'A round with its passages: who marked what, and what was decided',
      params: rounds.roundParams,
      response: rounds.roundWithPassages,
      handle: async ({ params: { p, id } }) => {
        const project = await workspace.read(p);
        const round = found(project.rounds, id, 'round');
        const passages = roundPassages(project, round).map(({ marked, isAgreed, ...rest }) => ({
          ...rest,
          marked: Object.fromEntries(marked),
          agreed: isAgreed,
        }));
        return { ...roundJson(round), passages, revision: project.revision };
      },
    }),
    route({
      method: 'post',
      path: '/projects/:p/rounds/:id/done',
      summary: 'Say that a coder has finished, or has not after all',
      params: rounds.roundParams,
      body: rounds.doneBody,
      response: rounds.roundAnswer,
      handle: async ({ params: { p, id }, body, actor, req }) => {
        const coder = await nameOf(p, actor, req, body.coder);
        return run(p, id, { kind: 'finish-coding', id, coder, done: body.done }, actor);
      },
    }),
    route({
      method: 'patch',
      path: '/projects/:p/rounds/:id',
      summary: 'End a round before all have finished, or let it run again',
      params: rounds.roundParams,
      body: rounds.closeBody,
      response: rounds.roundAnswer,
      handle: async ({ params: { p, id }, body, actor }) =>
        run(p, id, { kind: 'close-round', id, closed: body.closed }, actor),
    }),
    route({
      method: 'delete',
      path: '/projects/:p/rounds/:id',
      summary: 'Remove a round and its decisions; all codings stay; can be undone',
      params: rounds.roundParams,
      response: revisionAnswer,
      handle: async ({ params: { p, id }, actor }) => ({
        revision: (await workspace.execute(p, { kind: 'remove-round', id }, actor)).revision,
      }),
    }),
    route({
      method: 'post',
      path: '/projects/:p/rounds/:id/decisions',
      summary: 'Decide whose marks become the consensus, or take all that everybody marked alike',
      params: rounds.roundParams,
      body: rounds.decisionsBody,
      response: revisionAnswer,
      status: 201,
      handle: async ({ params: { p, id }, body, actor, req }) => {
        const by = await nameOf(p, actor, req, body.by);
        const revision =
          'agreed' in body
            ? await takeAgreed(workspace, p, id, by, actor)
            : await resolvePassages(workspace, p, id, body.decisions, by, actor);
        return { revision };
      },
    }),
    route({
      method: 'delete',
      path: '/projects/:p/rounds/:id/decisions/:d',
      summary: 'Take back a decision and what it put into the consensus',
      params: rounds.decisionParams,
      response: revisionAnswer,
      handle: async ({ params: { p, d }, actor }) => ({
        revision: (await workspace.execute(p, { kind: 'reopen-passage', id: d }, actor)).revision,
      }),
    }),
  ];
}

const roundJson = (round: Round): object => ({ ...round, open: isOpen(round) });
