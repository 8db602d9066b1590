import { importCodings } from '../../app/import-codings.ts';
import { personOf } from '../person.ts';
import { localsOf } from '../middleware/language.ts';
import { fileOf, upload } from '../middleware/upload.ts';
import { sendFile } from '../files/send-file.ts';
import type { Services } from '../services.ts';
import { route, type ApiRoute } from './route.ts';
import * as schema from './schemas.ts';
import { codingsJson } from './upload-answer.ts';

const CSV = { extension: 'csv', mime: 'text/csv; charset=utf-8' } as const;

export function importRoutes(services: Services): ApiRoute[] {
  const { workspace, codings, limits } = services;
  return [
    route({
      method: 'post',
      path: '/projects/:p/import/codings',
      summary:
        'Import codings from CSV, anchored by their quotes; rows that find no place are listed',
      params: schema.projectParams,
      upload: { field: 'file', parse: upload('file', limits) },
      response: schema.codingsAnswer,
      handle: async ({ params, req, res, actor }) => {
        const file = fileOf(req, 'file');
        const { settings } = await workspace.read(params.p);
        const { rows, problems } = codings.read(file.name, file.bytes);
        const imported = await importCodings(
          workspace,
          params.p,
          rows,
          personOf(services, actor, settings.language),
          actor,
        );
        return codingsJson(imported, problems, localsOf(res).t);
      },
    }),
    route({
      method: 'get',
      path: '/projects/:p/export/excerpts.csv',
      summary: 'Every excerpt, coded or not, as the CSV that the import of codings reads',
      params: schema.projectParams,
      produces: CSV.mime,
      handle: async ({ params, res }) => {
        await sendFile(services, params.p, { kind: 'codings' }, CSV, res);
        return undefined;
      },
    }),
  ];
}
