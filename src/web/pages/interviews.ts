import { Router } from 'express';
import * as z from 'zod';
import { interviewOf, interviewsChange } from '../api/schemas-interviews.ts';
import { projectChanges, projectParams } from '../api/schemas.ts';
import { actorOf } from '../middleware/identify.ts';
import { localsOf } from '../middleware/language.ts';
import type { Services } from '../services.ts';
import { formatsOf } from '../view-models/formats.ts';
import { interviewsPage } from '../view-models/interviews-page.ts';
import { choice, seeOther } from './form.ts';
import { render } from './render.ts';

const FIELDS = ['duration', 'pages', 'date', 'place'];
const settingsFields = z.object({ wordsPerPage: choice });

export function interviewPages(services: Services): Router {
  const { workspace } = services;
  const router = Router();

  router.get('/projects/:p/interviews', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { t, language } = localsOf(res);
    const project = await workspace.read(p);
    const frame = {
      title: t('nav.interviews'),
      project,
      place: 'transcripts' as const,
      tab: 'interviews',
      styles: ['pages', 'interviews'],
      scripts: ['interviews'],
    };
    const page = interviewsPage(project, t, formatsOf(language));
    render(services, res, 'interviews', frame, { page });
  });

  router.post('/projects/:p/interviews', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { interviews } = interviewsChange.parse({ interviews: rowsOf(req.body) });
    const changed = interviews.map(({ id, ...fields }) => ({ id, interview: interviewOf(fields) }));
    await workspace.execute(p, { kind: 'change-interviews', interviews: changed }, actorOf(res));
    seeOther(res, `/projects/${p}/interviews`);
  });

  router.post('/projects/:p/interviews/settings', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const changes = projectChanges.parse(settingsFields.parse(req.body ?? {}));
    await workspace.execute(p, { kind: 'change-project', changes }, actorOf(res));
    seeOther(res, `/projects/${p}/interviews`);
  });

  return router;
}

/** The cells of a form, `duration.<id>`, by interview. */
function rowsOf(body: unknown): object[] {
  const rows = new Map<string, Record<string, string>>();
  for (const [key, value] of Object.entries((body ?? {}) as Record<string, unknown>)) {
    const [field = '', id = ''] = key.split('.');
    if (typeof value === 'string' && FIELDS.includes(field))
      rows.set(id, { ...rows.get(id), id, [field]: value });
  }
  return [...rows.values()];
}
