import * as z from 'zod';
import { sendFile } from '../files/send-file.ts';
import type { Services } from '../services.ts';
import { route, type ApiRoute } from './route.ts';
import { projectParams } from './schemas.ts';

export const chainQuery = z.object({
  theme: z.string().max(64).optional(),
  unreduced: z
    .string()
    .optional()
    .transform((value) => value === '1'),
});

export const reductionRoutes = (services: Services): ApiRoute[] =>
  services.reductionFormats.map((format) =>
    route({
      method: 'get',
      path: `/projects/:p/export/reductions.${format.extension}`,
      summary: `The reduction chain, from excerpt to uniting category, as ${format.extension}`,
      params: projectParams,
      query: chainQuery,
      produces: format.mime,
      handle: async ({ params, query, res }) => {
        const task = { kind: 'reductions', extension: format.extension, filter: query } as const;
        await sendFile(services, params.p, task, format, res);
        return undefined;
      },
    }),
  );
