import { summaryMatrix } from '../../domain/analysis/summary-matrix.ts';
import { summaryId } from '../../domain/project/summary-records.ts';
import type { SummaryFormat } from '../../formats/tables/registry.ts';
import { sendFile } from '../files/send-file.ts';
import { keptName, personOf } from '../person.ts';
import type { Services } from '../services.ts';
import { route, type ApiRoute } from './route.ts';
import * as schema from './schemas-matrix.ts';
import { projectParams } from './schemas.ts';

/** The framework matrix: what each interviewee says of each theme, in the researcher's words. */
export const matrixRoutes = (services: Services): ApiRoute[] => [
  route({
    method: 'get',
    path: '/projects/:p/analysis/matrix',
    summary: 'The summary and the number of excerpts of each theme and interviewee',
    params: projectParams,
    query: schema.matrixQuery,
    response: schema.matrixAnswer,
    handle: async ({ params, query }) => {
      const project = await services.workspace.read(params.p);
      const { themes, cases, ...matrix } = summaryMatrix(project, schema.matrixOptions(query));
      return {
        themes: themes.map(({ theme: { id, name, label }, depth }) => ({ id, name, label, depth })),
        cases: cases.map(({ record: { id, name }, group }) => ({ id, name, group })),
        ...matrix,
      };
    },
  }),
  route({
    method: 'put',
    path: '/projects/:p/matrix/:theme/:case',
    summary: 'Write the summary of a theme and an interviewee; blank takes it away',
    params: schema.summaryParams,
    body: schema.summaryBody,
    response: schema.summaryAnswer,
    handle: async ({ params, body, actor, expectedRevision, req }) => {
      const { p, theme: themeId, case: caseId } = params;
      const project = await services.workspace.read(p);
      const by = personOf(services, actor, project.settings.language, keptName(req));
      const command = { kind: 'write-summary', themeId, caseId, text: body.text, by } as const;
      const { revision } = await services.workspace.execute(p, command, actor, expectedRevision);
      const { summaries } = await services.workspace.read(p);
      const { text = '', updatedAt = null } = summaries.get(summaryId(themeId, caseId)) ?? {};
      return { themeId, caseId, text, updatedAt, revision };
    },
  }),
  ...services.summaryFormats.map((format) => fileRoute(services, format)),
];

const fileRoute = (services: Services, format: SummaryFormat): ApiRoute =>
  route({
    method: 'get',
    path: `/projects/:p/analysis/matrix.${format.extension}`,
    summary: `The framework matrix as ${format.extension}, in the project's language`,
    params: projectParams,
    query: schema.matrixQuery,
    produces: format.mime,
    handle: async ({ params, query, res }) => {
      const options = schema.matrixOptions(query);
      const task = { kind: 'matrix', extension: format.extension, options } as const;
      await sendFile(services, params.p, task, format, res);
      return undefined;
    },
  });
