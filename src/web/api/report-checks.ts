import { answerCheck, checkReport } from '../../app/check-report.ts';
import { localsOf } from '../middleware/language.ts';
import type { Services } from '../services.ts';
import { checkWords } from '../view-models/report-checks.ts';
import { route, type ApiRoute } from './route.ts';
import * as schema from './schemas-report-checks.ts';
import { projectParams } from './schemas.ts';

export function reportCheckRoutes({ workspace }: Services): ApiRoute[] {
  return [
    route({
      method: 'get',
      path: '/projects/:p/report/checks',
      summary:
        'What in the report is to be looked at before it is handed in: claims that are not coded, what may identify, and more; warnings first',
      params: projectParams,
      response: schema.checksAnswer,
      handle: async ({ params, res }) => {
        const checks = await checkReport(workspace, params.p);
        const { revision } = await workspace.read(params.p);
        const { t } = localsOf(res);
        return {
          checks: checks.map((check) => {
            const { key: id, kind, level, sectionId, excerptId, span, facts, answer } = check;
            const { title, detail } = checkWords(check, t);
            return { id, kind, level, title, detail, sectionId, excerptId, span, facts, answer };
          }),
          revision,
        };
      },
    }),
    route({
      method: 'put',
      path: '/projects/:p/report/checks/:id',
      summary: 'Say why what a check found is meant so; null takes it back',
      params: schema.checkParams,
      body: schema.checkAnswer,
      response: schema.answered,
      handle: async ({ params: { p, id: key }, body: { answer }, actor, expectedRevision }) => ({
        id: key,
        answer,
        revision: await answerCheck(workspace, p, { key, answer }, actor, expectedRevision),
      }),
    }),
  ];
}
