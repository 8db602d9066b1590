import { countedTable } from '../../app/count-table.ts';
import type { FigureFormat } from '../../formats/tables/registry.ts';
import { localsOf } from '../middleware/language.ts';
import { asDownload } from '../send-report.ts';
import type { Services } from '../services.ts';
import { namedTable } from '../table-words.ts';
import { figureTable } from '../view-models/figure-table.ts';
import { route, type ApiRoute } from './route.ts';
import {
  frequenciesAnswer,
  frequencyQuery,
  selectionOf,
  tableQuery,
} from './schemas-frequencies.ts';
import { projectParams } from './schemas.ts';

export const frequencyRoutes = (services: Services): ApiRoute[] => [
  route({
    method: 'get',
    path: '/projects/:p/analysis/frequencies',
    summary: 'How much was coded, or which share of the words: any two dimensions, filtered',
    params: projectParams,
    query: frequencyQuery,
    response: frequenciesAnswer,
    handle: async ({ params, query, res }) => {
      const { rows, columns, unit } = query;
      const options = { rows, columns, unit, only: selectionOf(query) };
      const { project, table } = await countedTable(services.workspace, params.p, options);
      const { t, language } = localsOf(res);
      return { unit, ...namedTable(project, table, options, language, t) };
    },
  }),
  ...services.figureFormats.map((format) => fileRoute(services, format)),
];

/** The table as the page shows it: sorted, in percent, without what is hidden. */
const fileRoute = ({ workspace, translate }: Services, format: FigureFormat): ApiRoute =>
  route({
    method: 'get',
    path: `/projects/:p/analysis/frequencies.${format.extension}`,
    summary: `A table of the analysis as ${format.extension}, in the project's language`,
    params: projectParams,
    query: tableQuery,
    produces: format.mime,
    handle: async ({ params, query, res }) => {
      const { rows, columns, unit } = query;
      const options = { rows, columns, unit, only: selectionOf(query) };
      const { project, table } = await countedTable(workspace, params.p, options);
      const { name, language } = project.settings;
      const t = translate(language);
      const named = namedTable(project, table, options, language, t);
      const file = await format.write(figureTable(project, named, query, t));
      asDownload(res, name, format.extension);
      res.type(format.mime).send(typeof file === 'string' ? file : Buffer.from(file));
      return undefined;
    },
  });
