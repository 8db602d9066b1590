import { Router } from 'express';
import * as z from 'zod';
import { answerCheck, checkReport, hideIdentifier } from '../../app/check-report.ts';
import { checkAnswer, checkParams } from '../api/schemas-report-checks.ts';
import { projectParams } from '../api/schemas.ts';
import { actorOf } from '../middleware/identify.ts';
import { localsOf } from '../middleware/language.ts';
import type { Services } from '../services.ts';
import { checksHref, reportChecksView } from '../view-models/report-checks.ts';
import { prose, seeOther } from './form.ts';
import { render } from './render.ts';

const answerFields = z.object({ answer: prose });
const hideFields = z.object({ word: z.string().min(1).max(100) });
const page = z.coerce.number().int().min(1).max(10_000).catch(1);
const back = z.object({ from: z.enum(['report', 'checks']).default('report'), page });

export function reportCheckPages(services: Services): Router {
  const { workspace, translate } = services;
  const router = Router();
  const pageOf = (p: string, body: unknown): string => {
    const { from, page: at } = back.parse(body ?? {});
    return from === 'checks' ? checksHref(p, at) : `/projects/${p}/report#checks`;
  };

  router.get('/projects/:p/report/checks', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { t } = localsOf(res);
    const checks = await checkReport(workspace, p);
    const project = await workspace.read(p);
    const words = translate(project.settings.language);
    const frame = {
      title: t('report-checks.title'),
      project,
      place: 'report' as const,
      tab: 'report-checks',
      styles: ['pages', 'report-checks'],
      scripts: ['report'],
    };
    const at = page.parse(req.query['page']);
    const view = reportChecksView(project, checks, { t, words, from: 'checks', page: at });
    render(services, res, 'report-checks', frame, { page: { checks: view } });
  });

  router.post('/projects/:p/report/checks/:id', async (req, res) => {
    const { p, id: key } = checkParams.parse(req.params);
    const { answer } = checkAnswer.parse(answerFields.parse(req.body ?? {}));
    await answerCheck(workspace, p, { key, answer }, actorOf(res));
    seeOther(res, pageOf(p, req.body));
  });

  router.post('/projects/:p/report/checks/:id/hide', async (req, res) => {
    const { p, id: key } = checkParams.parse(req.params);
    const { word } = hideFields.parse(req.body ?? {});
    await hideIdentifier(workspace, p, { key, word }, actorOf(res));
    seeOther(res, pageOf(p, req.body));
  });

  return router;
}
