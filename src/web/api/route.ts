import type { Request, RequestHandler, Response, Router } from 'express';
import * as z from 'zod';
import type { Actor } from '../../app/workspace.ts';
import { actorOf } from '../middleware/identify.ts';

type Method = 'get' | 'post' | 'patch' | 'put' | 'delete';

/** A route of the API: its schemas check the request and write the OpenAPI document. */
export interface ApiRoute {
  readonly method: Method;
  /** Express path below `/api/v1`. */
  readonly path: string;
  readonly summary: string;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly response?: z.ZodType;
  /** Field name of a multipart upload. */
  readonly upload?: string;
  readonly status: number;
  /** What the body of the answer is, where it is not JSON. */
  readonly produces?: string;
  readonly before: readonly RequestHandler[];
  readonly handle: RequestHandler;
}

interface Input<P, Q, B> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly actor: Actor;
  /** The revision the client believes in (`If-Match`), where it says so. */
  readonly expectedRevision: number | undefined;
  readonly req: Request;
  readonly res: Response;
}

interface Definition<P, Q, B> {
  readonly method: Method;
  readonly path: string;
  readonly summary: string;
  readonly params?: z.ZodType<P>;
  readonly query?: z.ZodType<Q>;
  readonly body?: z.ZodType<B>;
  readonly response?: z.ZodType;
  readonly upload?: { readonly field: string; readonly parse: RequestHandler };
  readonly status?: number;
  readonly produces?: string;
  /** The JSON answer; undefined when the handler has answered by itself. */
  readonly handle: (input: Input<P, Q, B>) => Promise<object | undefined> | object | undefined;
}

export function route<P = unknown, Q = unknown, B = unknown>(
  definition: Definition<P, Q, B>,
): ApiRoute {
  const { params, query, body, upload, status = 200, handle } = definition;
  return {
    method: definition.method,
    path: definition.path,
    summary: definition.summary,
    params,
    query,
    body,
    response: definition.response,
    upload: upload?.field,
    status,
    produces: definition.produces,
    before: upload ? [upload.parse] : [],
    handle: async (req, res) => {
      const answer = await handle({
        params: params ? params.parse(req.params) : (undefined as P),
        query: query ? query.parse(req.query) : (undefined as Q),
        body: body ? body.parse(req.body ?? {}) : (undefined as B),
        // Asked for when it is needed: what is public has nobody to name.
        get actor() {
          return actorOf(res);
        },
        expectedRevision: ifMatch.parse(req.headers['if-match']),
        req,
        res,
      });
      if (answer !== undefined) res.status(status).json(answer);
    },
  };
}

const ifMatch = z
  .string()
  .optional()
  .transform((header, context) => {
    if (header === undefined || header === '*') return undefined;
    const revision = Number(/^(?:W\/)?"?(\d{1,15})"?$/.exec(header)?.[1] ?? NaN);
    if (!Number.isNaN(revision)) return revision;
    context.addIssue({ code: 'custom', message: 'If-Match holds a revision', path: ['If-Match'] });
    return z.NEVER;
  });

export function mount(router: Router, routes: readonly ApiRoute[]): void {
  for (const { method, path, before, handle } of routes) router[method](path, ...before, handle);
}
