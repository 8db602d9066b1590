import { Router } from 'express';
import * as z from 'zod';
import { reportChanges } from '../api/schemas-report.ts';
import { checkReport } from '../../app/check-report.ts';
import { projectParams } from '../api/schemas.ts';
import { actorOf } from '../middleware/identify.ts';
import { localsOf } from '../middleware/language.ts';
import type { Services } from '../services.ts';
import { formatsOf } from '../view-models/formats.ts';
import { checksBeside } from '../view-models/report-checks.ts';
import { reportPage } from '../view-models/report-page.ts';
import { REPORT_PARTS_ASKED } from '../view-models/report-part.ts';
import { line, prose, readForm, seeOther } from './form.ts';
import { render } from './render.ts';
import { rowsQuery, sendRestOf } from './rest.ts';

const headFields = z.object({ title: line, introduction: prose });
/** Whose choices are shown beside the sheet, and which of its quotes is being edited. */
const reportQuery = z
  .object({
    section: z.string().max(64).optional(),
    quote: z.string().max(64).optional(),
    from: z.string().max(64).optional(),
    ...rowsQuery,
    rows: z.enum(REPORT_PARTS_ASKED).optional().catch(undefined),
  })
  .catch({});

/** What draws a part of the page that is asked for alone; the others are pages. */
const PARTIALS = {
  first: null,
  all: null,
  rest: 'report-sections',
  section: 'report-sections',
  table: 'report-table-rows',
} as const;

export function reportPages(services: Services): Router {
  const { workspace, translate, reportFormats } = services;
  const router = Router();

  router.get('/projects/:p/report', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { t, language: own } = localsOf(res);
    const asked = reportQuery.parse(req.query);
    const partial = PARTIALS[asked.rows ?? 'first'];
    const checks = partial ? [] : await checkReport(workspace, p);
    const project = await workspace.read(p);
    const { language } = project.settings;
    const words = translate(language);
    const sheet = reportPage(project, asked, reportFormats, words, formatsOf(language), t);
    if (partial) {
      const locals = { t, language: own, page: sheet, table: sheet.table };
      sendRestOf(res, project, asked, partial, locals);
      return;
    }
    const frame = {
      title: t('nav.report'),
      project,
      place: 'report' as const,
      styles: ['pages', 'charts', 'report', 'report-checks'],
      scripts: ['report'],
    };
    const page = {
      ...sheet,
      checks: checksBeside(project, checks, { t, words }),
    };
    render(services, res, 'report', frame, { page });
  });

  router.post('/projects/:p/report', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const changes = readForm(headFields, reportChanges, req.body);
    await workspace.execute(p, { kind: 'change-report', changes }, actorOf(res));
    seeOther(res, `/projects/${p}/report`);
  });

  return router;
}
