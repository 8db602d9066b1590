import { Router, type Request } from 'express';
import { projectParams } from '../api/schemas.ts';
import { actorOf } from '../middleware/identify.ts';
import type { Services } from '../services.ts';
import { seeOther } from './form.ts';

export function historyPages({ workspace }: Services): Router {
  const router = Router();
  for (const direction of ['undo', 'redo'] as const)
    router.post(`/projects/:p/${direction}`, async (req, res) => {
      const { p } = projectParams.parse(req.params);
      await workspace[direction](p, actorOf(res));
      seeOther(res, cameFrom(req) ?? `/projects/${p}`);
    });
  return router;
}

/** The page of ours that the form stood on. */
function cameFrom(req: Request): string | null {
  const referer = req.get('Referer');
  if (!referer || !URL.canParse(referer)) return null;
  const { host, pathname, search } = new URL(referer);
  return host === req.get('Host') ? pathname + search : null;
}
