import { answerCheck } from '../../app/check-report.ts';
import type { ProjectId } from '../../domain/ids.ts';
import { entryOf, NO_CHOICE, type ReportText } from '../../domain/project/report-records.ts';
import { quoteForEdit } from '../../domain/reports/quote-for-edit.ts';
import type { Services } from '../services.ts';
import { keptAnswer } from '../files/kept-answer.ts';
import { sendFile } from '../files/send-file.ts';
import { route, type ApiRoute } from './route.ts';
import * as schema from './schemas-report.ts';
import { projectParams } from './schemas.ts';

export function reportRoutes(services: Services): ApiRoute[] {
  const { workspace } = services;
  const sectionOf = async (id: ProjectId, section: string): Promise<object> =>
    sectionAnswer((await workspace.read(id)).report, section);
  return [
    ...services.reportFormats.map((format) =>
      route({
        method: 'get',
        path: `/projects/:p/report.${format.extension}`,
        summary: `The report as ${format.extension}`,
        params: projectParams,
        produces: format.mime,
        handle: async ({ params, res }) => {
          const task = { kind: 'report', extension: format.extension } as const;
          await sendFile(services, params.p, task, format, res);
          return undefined;
        },
      }),
    ),
    route({
      method: 'get',
      path: '/projects/:p/report',
      summary: 'What the report prints, and what was written and chosen for it',
      params: projectParams,
      handle: async ({ params, res }) => {
        res.type('json').send(await keptAnswer(services, params.p, res));
        return undefined;
      },
    }),
    route({
      method: 'put',
      path: '/projects/:p/report',
      summary:
        'Change the title, the introduction, texts (Markdown), sections, their order, edits of quotes, settings or answers; each map that is named is replaced',
      params: projectParams,
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
    route({
      method: 'patch',
      path: '/projects/:p/report/sections/:id',
      summary: 'Change the text (Markdown) of a section or part, or what it shows',
      params: schema.sectionParams,
      body: schema.sectionChanges,
      response: schema.sectionAnswer,
      handle: async ({ params: { p, id }, body, actor, expectedRevision }) => {
        const sections = [{ id, changes: body }];
        const { revision } = await workspace.execute(
          p,
          { kind: 'change-report-sections', sections },
          actor,
          expectedRevision,
        );
        return { ...(await sectionOf(p, id)), revision };
      },
    }),
    route({
      method: 'post',
      path: '/projects/:p/report/sections/:id/move',
      summary: 'Move a section among those beside it',
      params: schema.sectionParams,
      body: schema.moved,
      response: schema.orderAnswer,
      handle: async ({ params: { p, id }, body, actor, expectedRevision }) => {
        const { revision } = await workspace.execute(
          p,
          { kind: 'move-report-section', id, index: body.index },
          actor,
          expectedRevision,
        );
        return { order: (await workspace.read(p)).report.order, revision };
      },
    }),
    route({
      method: 'put',
      path: '/projects/:p/report/quotes/:id',
      summary: 'What is printed of an excerpt: words left out, words put in for clarity',
      params: schema.quoteParams,
      body: schema.edits,
      response: schema.quoteAnswer,
      handle: async ({ params: { p, id }, body, actor, expectedRevision }) => {
        const { revision } = await workspace.execute(
          p,
          { kind: 'edit-quote', excerptId: id, edits: body.edits },
          actor,
          expectedRevision,
        );
        return { ...quoteForEdit(await workspace.read(p), id), revision };
      },
    }),
    route({
      method: 'put',
      path: '/projects/:p/report/answers/:key',
      summary: 'Say why what a check found is meant so; null takes it back',
      params: schema.answerParams,
      body: schema.answer,
      handle: async ({ params: { p, key }, body: { answer }, actor, expectedRevision }) => ({
        ...{ key, answer },
        revision: await answerCheck(workspace, p, { key, answer }, actor, expectedRevision),
      }),
    }),
  ];
}

const sectionAnswer = (report: ReportText, id: string): object => ({
  id,
  text: entryOf(report.texts, id) ?? '',
  ...(entryOf(report.sections, id) ?? NO_CHOICE),
});
