import * as z from 'zod';
import { writtenChain } from '../../domain/reduction/chain.ts';
import { asDownload } from '../send-report.ts';
import type { Services } from '../services.ts';
import type { Translate } from '../i18n.ts';
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
        const project = await services.workspace.read(params.p);
        const { name, language } = project.settings;
        const words = { ...columnWords(services.translate(language)), language };
        const file = await format.write(writtenChain(project, query), words);
        asDownload(res, name, format.extension);
        res.type(format.mime).send(typeof file === 'string' ? file : Buffer.from(file));
        return undefined;
      },
    }),
  );

const columnWords = (words: Translate) => ({
  caption: words('reductions.title'),
  original: words('reductions.columns.original'),
  tag: words('reductions.columns.tag'),
  reduced: words('reductions.columns.reduced'),
  subcategory: words('reductions.columns.sub'),
  upper: words('reductions.columns.upper'),
  main: words('reductions.columns.main'),
  uniting: words('reductions.columns.uniting'),
});
