import { countedTable } from '../../app/count-table.ts';
import type { Services } from '../services.ts';
import { route, type ApiRoute } from './route.ts';
import { frequenciesAnswer, frequencyQuery, selectionOf } from './schemas-frequencies.ts';
import { projectParams } from './schemas.ts';

export const frequencyRoutes = ({ workspace }: Services): ApiRoute[] => [
  route({
    method: 'get',
    path: '/projects/:p/analysis/frequencies',
    summary: 'How much was coded, or which share of the words: any two dimensions, filtered',
    params: projectParams,
    query: frequencyQuery,
    response: frequenciesAnswer,
    handle: async ({ params, query }) => {
      const { rows, columns, unit } = query;
      const options = { rows, columns, unit, only: selectionOf(query) };
      const { table } = await countedTable(workspace, params.p, options);
      return { unit, ...table };
    },
  }),
];
