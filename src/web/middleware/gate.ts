import { Router, type Request, type RequestHandler } from 'express';
import { ensurePermitted } from '../../app/access.ts';
import type { Workspace } from '../../app/workspace.ts';
import type { Permission } from '../../domain/people/roles.ts';
import { projectParams } from '../api/schemas.ts';
import { actorOf, identityOf } from './identify.ts';

/** What may be seen before signing in. */
const PUBLIC_PAGES = /^\/(sign-in|setup|invitation\/[\w-]+)$/;
const PUBLIC_API = /^\/api\/v1\/(health|openapi\.json)$/;

/** Team mode: whoever has not signed in is led there; a script is told. */
export const signedIn: RequestHandler = (req, res, next) => {
  const path = req.baseUrl + req.path;
  if (identityOf(res).actor || PUBLIC_PAGES.test(path) || PUBLIC_API.test(path)) next();
  else if (isPage(req)) res.redirect(303, `/sign-in?to=${encodeURIComponent(req.originalUrl)}`);
  else actorOf(res);
};

const isPage = (req: Request): boolean =>
  req.method === 'GET' && !req.originalUrl.startsWith('/api/');

/** Addresses below `/projects/` that are no project's. */
const NO_PROJECT = new Set(['new', 'example', 'import']);

/** Lets through what the role of whoever asks permits: in front of every route of a project. */
export function projectGate(workspace: Workspace): Router {
  const router = Router();
  router.use('/projects/:p', (req, res, next) => {
    const { p } = projectParams.parse(req.params);
    if (NO_PROJECT.has(p)) {
      next();
      return;
    }
    const actor = actorOf(res);
    if (workspace.access.roleOf(actor, p) === 'guest' && req.path === '/' && isPage(req)) {
      res.redirect(303, `/projects/${p}/read`);
      return;
    }
    const role = ensurePermitted(workspace.access, actor, p, needOf(req.method, req.path));
    Object.assign(res.locals, { role });
    next();
  });
  return router;
}

const REPORT = /^\/(read|report\.(html|docx|md))\/?$/i;
const REVIEW = /^\/(reviews?|import\/reviews|comments|meetings|undo|redo)(\/|$)/i;
const OWN = /^\/(members|invitations|people|remove|restore)?(\/|$)/i;
/** Ending a round of double coding shows its coders each other's work. */
const END_ROUND = /^\/(rounds\/[^/]+|double\/[^/]+\/(close|remove))\/?$/i;
const LEAVE = /^\/leave\/?$/i;

/**
 * What a request needs before anything of it is carried out; what it does is checked again, command
 * by command.
 *
 * @param path below the project's own address
 */
export function needOf(method: string, path: string): Permission {
  if (LEAVE.test(path)) return 'read-report';
  if (method === 'GET' || method === 'HEAD') return REPORT.test(path) ? 'read-report' : 'read';
  if (REVIEW.test(path)) return 'review';
  if (END_ROUND.test(path)) return 'own';
  return OWN.test(path) && !(path === '/' && method === 'PATCH') ? 'own' : 'code';
}
