import type { Router } from 'express';
import { strFromU8, unzipSync } from 'fflate';
import type request from 'supertest';
import { apiRoutes } from '../../src/web/api/api.ts';
import { pages } from '../../src/web/pages/pages.ts';
import type { Services } from '../../src/web/services.ts';

export interface Tried {
  /** In capitals. */
  readonly method: string;
  /** With its parameters: `/projects/:p/…`. */
  readonly path: string;
}

interface Layer {
  readonly route?: {
    /** Several where pages of one kind share a route. */
    readonly path: string | readonly string[];
    readonly methods: Readonly<Record<string, boolean>>;
  };
  readonly handle: { readonly stack?: readonly Layer[] };
}

const routesOf = (router: Router | { readonly stack?: readonly Layer[] }): Tried[] =>
  ((router as { stack?: readonly Layer[] }).stack ?? []).flatMap(({ route, handle }) =>
    route
      ? Object.keys(route.methods).flatMap((method) =>
          [route.path].flat().map((path) => ({ method: method.toUpperCase(), path })),
        )
      : routesOf(handle),
  );

/** Every route of the API and of the pages. */
export const allRoutes = (services: Services): Tried[] => [
  ...apiRoutes(services).map(({ method, path }) => ({
    method: method.toUpperCase(),
    path: `/api/v1${path}`,
  })),
  ...routesOf(pages(services)),
];

/** Every route of a project. */
export const projectRoutes = (services: Services): Tried[] =>
  allRoutes(services).filter(({ path }) => path.includes('/projects/:p'));

/**
 * Every address of a project that can be read, with every id in every place for one; without the
 * stream of changes, which does not end.
 *
 * @param base `/projects/<id>`
 * @param query what is asked besides, by those that need no id
 */
export const readableAddresses = (
  services: Services,
  base: string,
  ids: readonly string[],
  query: string,
): string[] =>
  projectRoutes(services)
    .filter(({ method, path }) => method === 'GET' && !path.endsWith('/events'))
    .flatMap(({ path }) => {
      const whole = path.replace('/projects/:p', base);
      return whole.includes('/:')
        ? ids.map((id) => whole.replace(/:\w+/g, id))
        : [whole, `${whole}?${query}`];
    });

/** What an answer says, also inside an archive. */
export async function answerText(asked: request.Test): Promise<string> {
  const { body, headers } = await asked
    .redirects(1)
    .buffer(true)
    .parse((res, done) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('end', () => done(null, Buffer.concat(chunks)));
    });
  const bytes = body as Buffer;
  if (bytes.subarray(0, 2).toString() !== 'PK') return bytes.toString() + JSON.stringify(headers);
  return Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join('\n');
}
