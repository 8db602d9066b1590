import type { Response } from 'express';
import { overwrittenBy } from '../../app/overwritten-by.ts';
import type { Directory } from '../../app/people/directory.ts';
import type { Workspace } from '../../app/workspace.ts';
import type { ProjectId } from '../../domain/ids.ts';
import { permits } from '../../domain/people/roles.ts';
import { identityOf } from '../middleware/identify.ts';
import type { Services } from '../services.ts';
import { enter } from '../live/enter.ts';
import { Feed } from '../live/feed.ts';
import { Presence } from '../live/presence.ts';
import { streamEvents } from '../live/stream-events.ts';
import { route, type ApiRoute } from './route.ts';
import * as schema from './schemas.ts';

export function historyRoutes(services: Services): ApiRoute[] {
  const { workspace, directory } = services;
  const presence = new Presence();
  const feed = new Feed(workspace);
  const step = (direction: 'undo' | 'redo'): ApiRoute =>
    route({
      method: 'post',
      path: `/projects/:p/${direction}`,
      summary: direction === 'undo' ? 'Take back the last step' : 'Do again what was taken back',
      params: schema.projectParams,
      body: schema.undoStep,
      handle: async ({ params, body, actor }) => {
        const { step: first } = schema.undoStep.parse(body);
        const taken = await (direction === 'undo'
          ? workspace.undo(params.p, actor, first)
          : workspace.redo(params.p, actor));
        const { step, events, revision } = taken;
        const about = { kind: step.command, at: step.at, events: events.length };
        return direction === 'undo' ? { undone: about, revision } : { redone: about, revision };
      },
    });
  return [
    step('undo'),
    step('redo'),
    route({
      method: 'get',
      path: '/projects/:p/events',
      summary: 'Server-sent events: every change, once it is on disk, from a revision on',
      params: schema.projectParams,
      query: schema.eventsQuery,
      produces: 'text/event-stream',
      handle: async ({ params, query, req, res }) => {
        const last = Number(req.headers['last-event-id']);
        const since = Number.isInteger(last) && last > 0 ? last : query.since;
        if (directory) endWithAccess(directory, workspace, params.p, res);
        const project = await workspace.read(params.p);
        await streamEvents(workspace, feed, params.p, since, res, (show) =>
          enter(services, presence, project, query, req, res, show),
        );
        return undefined;
      },
    }),
    route({
      method: 'get',
      path: '/projects/:p/overwritten',
      summary: 'Which words of others one’s own changes after a revision took the place of',
      params: schema.projectParams,
      query: schema.overwrittenQuery,
      response: schema.overwrittenAnswer,
      handle: async ({ params, query, actor }) => ({
        overwritten: await overwrittenBy(workspace, params.p, actor, query.since),
      }),
    }),
  ];
}

/** Whoever signs out, or is no longer in the project, hears no more of it. */
function endWithAccess(
  directory: Directory,
  { access }: Workspace,
  project: ProjectId,
  res: Response,
): void {
  const { actor, isStill } = identityOf(res);
  const unwatch = directory.subscribe(() => {
    const role = actor && access.roleOf(actor, project);
    if (!isStill() || !role || !permits(role, 'read')) res.destroy();
  });
  res.on('close', unwatch);
}
