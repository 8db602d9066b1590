import { interviewTable } from '../../domain/cases/interview-table.ts';
import type { ProjectId } from '../../domain/ids.ts';
import { interviewWords } from '../interview-words.ts';
import { asDownload } from '../files/send-file.ts';
import type { Services } from '../services.ts';
import { route, type ApiRoute } from './route.ts';
import { interviewOf, interviewsAnswer, interviewsChange } from './schemas-interviews.ts';
import { projectParams } from './schemas.ts';

export function interviewRoutes(services: Services): ApiRoute[] {
  const { workspace } = services;
  const answer = async (p: ProjectId): Promise<object> => {
    const project = await workspace.read(p);
    return { ...interviewTable(project), revision: project.revision };
  };
  return [
    route({
      method: 'get',
      path: '/projects/:p/analysis/interviews',
      summary: 'The interview table: duration, words, pages, date and place of each, with sums',
      params: projectParams,
      response: interviewsAnswer,
      handle: ({ params }) => answer(params.p),
    }),
    route({
      method: 'post',
      path: '/projects/:p/interviews',
      summary: 'Say what is known of several interviews, as one step',
      params: projectParams,
      body: interviewsChange,
      response: interviewsAnswer,
      handle: async ({ params, body, actor, expectedRevision }) => {
        const interviews = body.interviews.map(({ id, ...fields }) => ({
          id,
          interview: interviewOf(fields),
        }));
        const command = { kind: 'change-interviews', interviews } as const;
        await workspace.execute(params.p, command, actor, expectedRevision);
        return answer(params.p);
      },
    }),
    route({
      method: 'get',
      path: '/projects/:p/export/interviews.csv',
      summary: 'The interview table as CSV, in the language of the project',
      params: projectParams,
      produces: 'text/csv; charset=utf-8',
      handle: async ({ params, res }) => {
        const project = await workspace.read(params.p);
        const { name, language } = project.settings;
        const words = interviewWords(services.translate(language));
        asDownload(res, name, 'csv');
        res
          .type('text/csv; charset=utf-8')
          .send(services.writeInterviews(interviewTable(project), words, language));
        return undefined;
      },
    }),
  ];
}
