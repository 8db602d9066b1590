import { Router } from 'express';
import * as z from 'zod';
import { found } from '../../domain/project/found.ts';
import { reportChanges } from '../api/schemas-report.ts';
import { projectParams, themeParams } from '../api/schemas.ts';
import { actorOf } from '../middleware/identify.ts';
import { localsOf } from '../middleware/language.ts';
import type { Services } from '../services.ts';
import { formatsOf } from '../view-models/formats.ts';
import { reportPage } from '../view-models/report-page.ts';
import { line, prose, readForm, seeOther } from './form.ts';
import { render } from './render.ts';

const headFields = z.object({ title: line, introduction: prose });
const textFields = z.object({ text: prose });

export function reportPages(services: Services): Router {
  const { workspace, translate, reportFormats } = services;
  const router = Router();

  router.get('/projects/:p/report', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { t } = localsOf(res);
    const project = await workspace.read(p);
    const { language } = project.settings;
    const frame = {
      title: t('nav.report'),
      project,
      place: 'report' as const,
      styles: ['pages'],
      scripts: ['report'],
    };
    const page = reportPage(project, reportFormats, translate(language), formatsOf(language), t);
    render(services, res, 'report', frame, { page });
  });

  router.post('/projects/:p/report', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const changes = readForm(headFields, reportChanges, req.body);
    await workspace.execute(p, { kind: 'change-report', changes }, actorOf(res));
    seeOther(res, `/projects/${p}/report`);
  });

  router.post('/projects/:p/report/texts/:id', async (req, res) => {
    const { p, id } = themeParams.parse(req.params);
    const { text } = textFields.parse(req.body ?? {});
    const { themes, report } = await workspace.read(p);
    found(themes, id, 'theme');
    const changes = reportChanges.parse({ texts: { ...report.texts, [id]: text } });
    await workspace.execute(p, { kind: 'change-report', changes }, actorOf(res));
    seeOther(res, `/projects/${p}/report#t-${id}`);
  });

  return router;
}
