import { importCodings } from '../../app/import-codings.ts';
import { textsOf } from '../../app/texts-of.ts';
import { personOf } from '../person.ts';
import { localsOf } from '../middleware/language.ts';
import { fileOf, upload } from '../middleware/upload.ts';
import { asDownload } from '../send-report.ts';
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
      produces: 'text/csv; charset=utf-8',
      handle: async ({ params, res }) => {
        const texts = await textsOf(workspace, params.p);
        const project = await workspace.read(params.p);
        asDownload(res, project.settings.name, 'csv');
        res
          .type('text/csv; charset=utf-8')
          .send(services.writeCodings(project, (id) => texts.get(id) ?? ''));
        return undefined;
      },
    }),
  ];
}
