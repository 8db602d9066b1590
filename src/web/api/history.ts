import type { Services } from '../services.ts';
import { streamEvents } from '../live/stream-events.ts';
import { route, type ApiRoute } from './route.ts';
import * as schema from './schemas.ts';

export function historyRoutes({ workspace }: Services): ApiRoute[] {
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
        await streamEvents(workspace, params.p, since, res);
        return undefined;
      },
    }),
  ];
}
