import { Router, type Request } from 'express';
import * as z from 'zod';
import { matrixQuery, summaryBody, summaryParams } from '../api/schemas-matrix.ts';
import { projectParams } from '../api/schemas.ts';
import { actorOf } from '../middleware/identify.ts';
import { localsOf } from '../middleware/language.ts';
import { keptName, personOf } from '../person.ts';
import type { Services } from '../services.ts';
import { formatsOf } from '../view-models/formats.ts';
import { matrixPage, matrixPane } from '../view-models/matrix-page.ts';
import { paneIn } from './analyse-pane.ts';
import { prose, readForm, seeOther } from './form.ts';
import { render } from './render.ts';

const summaryFields = z.object({ text: prose });

export function matrixPages(services: Services): Router {
  const { workspace } = services;
  const router = Router();

  router.get('/projects/:p/analyse/matrix', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { t, language } = localsOf(res);
    const query = asked(req);
    const { spot, all } = paneIn(req);
    const project = await workspace.read(p);
    const pane = matrixPane(project, query, spot, all, language, t);
    const files = services.summaryFormats;
    const formats = formatsOf(language);
    const page = matrixPage(project, query, { spot, pane }, files, language, t, formats);
    const frame = {
      title: t('nav.matrix'),
      project,
      place: 'analyse' as const,
      tab: 'matrix',
      styles: ['pages', 'analyse'],
      scripts: ['analyse'],
    };
    render(services, res, 'analyse-matrix', frame, { page });
  });

  /** The quotes of a cell and its summary alone, for a page that is there already. */
  router.get('/projects/:p/analyse/matrix/quotes', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { t, language } = localsOf(res);
    const { spot, all } = paneIn(req);
    const project = await workspace.read(p);
    const pane = matrixPane(project, asked(req), spot, all, language, t);
    res.set('Cache-Control', 'no-store').render('partials/quotes-pane', { t, language, pane });
  });

  router.post('/projects/:p/analyse/matrix/:theme/:case', async (req, res) => {
    const { p, theme: themeId, case: caseId } = summaryParams.parse(req.params);
    const { text } = readForm(summaryFields, summaryBody, req.body);
    const actor = actorOf(res);
    const { language } = (await workspace.read(p)).settings;
    const by = personOf(services, actor, language, keptName(req));
    await workspace.execute(p, { kind: 'write-summary', themeId, caseId, text, by }, actor);
    const [, search = ''] = req.originalUrl.split('?');
    seeOther(res, `/projects/${p}/analyse/matrix?${search}`);
  });

  return router;
}

const asked = (req: Request) => matrixQuery.catch(matrixQuery.parse({})).parse(req.query);
