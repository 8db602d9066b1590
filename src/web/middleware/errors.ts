import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { Rejection } from '../../domain/rejection.ts';
import { problemOf, said, type Problem } from '../problem.ts';
import { localsOf } from './language.ts';
import { render } from '../pages/render.ts';
import type { Services } from '../services.ts';

export const notFound: RequestHandler = (req) => {
  throw new Rejection('not-found', 'page-not-found', { path: req.path });
};

/** The one place where errors become answers: problem+json for the API, a page for people. */
export function errors(services: Services): ErrorRequestHandler {
  return (error, req, res, next) => {
    const { t } = localsOf(res);
    const known = problemOf(error, t);
    if (!known || known.status >= 500) services.onError(error);
    if (res.headersSent) {
      next(error);
      return;
    }
    const problem = known ?? said(t, 500, 'unforeseen', {});
    if (wantsJson(req)) sendProblem(res, problem);
    else
      render(services, res.status(problem.status), 'error', { title: problem.title }, { problem });
  };
}

const wantsJson = (req: Request): boolean =>
  req.path.startsWith('/api/') || req.originalUrl.startsWith('/api/');

function sendProblem(res: Response, { status, code, title, detail, errors: list }: Problem): void {
  res
    .status(status)
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: `urn:teema:problem:${code}`,
        title,
        status,
        detail,
        ...(list ? { errors: list } : {}),
      }),
    );
}
