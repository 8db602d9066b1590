import type { Response } from 'express';
import type { Directory } from '../../app/people/directory.ts';
import type { Workspace } from '../../app/workspace.ts';
import type { ProjectId } from '../../domain/ids.ts';
import { permits } from '../../domain/people/roles.ts';
import { identityOf } from '../middleware/identify.ts';
import type { Services } from '../services.ts';
import { streamEvents } from '../live/stream-events.ts';
import { route, type ApiRoute } from './route.ts';
import * as schema from './schemas.ts';

export function historyRoutes({ workspace, directory }: Services): ApiRoute[] {
  const step = (direction: 'undo' | 'redo'): ApiRoute =>
    route({
      method: 'post',
      path: `/projects/:p/${direction}`,
      summary: direction === 'undo' ? 'Take back the last step' : 'Do again what was taken back',
      params: schema.projectParams,
      handle: async ({ params, actor }) => {
        const { step: taken, events, revision } = await workspace[direction](params.p, actor);
        const about = { kind: taken.command, at: taken.at, events: events.length };
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
        await streamEvents(workspace, params.p, since, res);
        return undefined;
      },
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
