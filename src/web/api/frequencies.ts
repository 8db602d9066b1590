import { countedTable } from '../../app/count-table.ts';
import type { FigureFormat } from '../../formats/tables/registry.ts';
import { localsOf } from '../middleware/language.ts';
import { sendFile } from '../files/send-file.ts';
import type { Services } from '../services.ts';
import { namedTable } from '../table-words.ts';
import { hasUndefined } from '../view-models/table-figures.ts';
import { route, type ApiRoute } from './route.ts';
import {
  frequenciesAnswer,
  frequencyQuery,
  tableOptions,
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
      const options = tableOptions(query);
      const { project, table } = await countedTable(services.workspace, params.p, options);
      const { t, language } = localsOf(res);
      return {
        unit: query.unit,
        ...namedTable(project, table, options, language, t),
        nullReason: hasUndefined(table) ? ('no-speech' as const) : null,
      };
    },
  }),
  ...services.figureFormats.map((format) => fileRoute(services, format)),
];

/** The table as the page shows it: sorted, in percent, without what is hidden. */
const fileRoute = (services: Services, format: FigureFormat): ApiRoute =>
  route({
    method: 'get',
    path: `/projects/:p/analysis/frequencies.${format.extension}`,
    summary: `A table of the analysis as ${format.extension}, in the project's language`,
    params: projectParams,
    query: tableQuery,
    produces: format.mime,
    handle: async ({ params, query, res }) => {
      const task = { kind: 'frequencies', extension: format.extension, query } as const;
      await sendFile(services, params.p, task, format, res);
      return undefined;
    },
  });
