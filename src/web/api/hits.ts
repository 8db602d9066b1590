import { codeHits } from '../../app/code-hits.ts';
import { personOf } from '../person.ts';
import type { Services } from '../services.ts';
import { route, type ApiRoute } from './route.ts';
import { hitsToCode } from './schemas-hits.ts';
import { projectParams } from './schemas.ts';

/** Coding from the concordance. */
export const hitRoutes = (services: Services): ApiRoute[] => [
  route({
    method: 'post',
    path: '/projects/:p/analysis/concordance/code',
    summary: 'Code the passages around places of the concordance, in one step',
    params: projectParams,
    body: hitsToCode,
    handle: async ({ params, body, actor, expectedRevision }) => {
      const { coder, q, case: caseId, match, by, ...rest } = body;
      const { settings } = await services.workspace.read(params.p);
      return codeHits(
        services.workspace,
        params.p,
        { ...rest, options: { words: q, match, by, caseId } },
        personOf(services, actor, settings.language, coder),
        actor,
        expectedRevision,
      );
    },
  }),
];
