import { Router } from 'express';
import { textsOf } from '../../app/texts-of.ts';
import { frequencyQuery, projectParams } from '../api/schemas.ts';
import { localsOf } from '../middleware/language.ts';
import type { Services } from '../services.ts';
import { formatsOf } from '../view-models/formats.ts';
import { frequencyPage } from '../view-models/frequency-page.ts';
import { render } from './render.ts';

export function analysePages(services: Services): Router {
  const { workspace } = services;
  const router = Router();

  router.get('/projects/:p/analyse', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { t, language } = localsOf(res);
    const query = frequencyQuery.catch(frequencyQuery.parse({})).parse(req.query);
    const texts = query.unit === 'words' ? await textsOf(workspace, p) : null;
    const project = await workspace.read(p);
    const frame = {
      title: t('nav.frequencies'),
      project,
      place: 'analyse' as const,
      tab: 'frequencies',
      styles: ['pages', 'analyse'],
      scripts: ['analyse'],
    };
    const textOf = (id: Parameters<NonNullable<typeof texts>['get']>[0]) => texts?.get(id) ?? '';
    const page = frequencyPage(project, query, textOf, t, formatsOf(language));
    render(services, res, 'analyse-frequencies', frame, { page });
  });

  return router;
}
