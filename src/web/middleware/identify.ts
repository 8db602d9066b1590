import type { RequestHandler, Response } from 'express';
import type { Actor } from '../../app/workspace.ts';

/** Local mode has one person at the keyboard. */
const LOCAL_ACTOR: Actor = { id: 'local' };

/** Says on whose behalf a request acts. */
export const identify: RequestHandler = (_req, res, next) => {
  Object.assign(res.locals, { actor: LOCAL_ACTOR });
  next();
};

/** Who asked. */
export const actorOf = (res: Response): Actor => (res.locals as { actor: Actor }).actor;
