import { reportModel } from '../../domain/reports/report-model.ts';
import type { Services } from '../services.ts';
import { sendReport } from '../send-report.ts';
import { route, type ApiRoute } from './route.ts';
import * as schema from './schemas.ts';

export function analysisRoutes(services: Services): ApiRoute[] {
  const { workspace } = services;
  return [
    ...services.reportFormats.map((format) =>
      route({
        method: 'get',
        path: `/projects/:p/report.${format.extension}`,
        summary: `The report as ${format.extension}`,
        params: schema.projectParams,
        produces: format.mime,
        handle: async ({ params, res }) => {
          await sendReport(services, params.p, format, res);
          return undefined;
        },
      }),
    ),
    route({
      method: 'get',
      path: '/projects/:p/report',
      summary: 'What the report prints, and the texts written for it',
      params: schema.projectParams,
      handle: async ({ params }) => {
        const project = await workspace.read(params.p);
        return { ...project.report, model: reportModel(project), revision: project.revision };
      },
    }),
    route({
      method: 'put',
      path: '/projects/:p/report',
      summary: 'Change the title, the introduction or the texts of the themes (Markdown)',
      params: schema.projectParams,
      body: schema.reportChanges,
      handle: async ({ params, body, actor, expectedRevision }) => {
        const { revision } = await workspace.execute(
          params.p,
          { kind: 'change-report', changes: body },
          actor,
          expectedRevision,
        );
        return { ...(await workspace.read(params.p)).report, revision };
      },
    }),
  ];
}
