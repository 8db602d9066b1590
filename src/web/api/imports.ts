import { importCodings } from '../../app/import-codings.ts';
import { defaultCoder } from '../default-coder.ts';
import { localsOf } from '../middleware/language.ts';
import { fileOf, upload } from '../middleware/upload.ts';
import type { Services } from '../services.ts';
import { route, type ApiRoute } from './route.ts';
import * as schema from './schemas.ts';
import { codingsJson } from './upload-answer.ts';

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
          defaultCoder(services, settings.language),
          actor,
        );
        return codingsJson(imported, problems, localsOf(res).t);
      },
    }),
  ];
}
