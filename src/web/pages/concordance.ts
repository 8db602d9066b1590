import { Router } from 'express';
import { codeHits } from '../../app/code-hits.ts';
import { concordanceOf } from '../../app/words-of.ts';
import { concordanceQuery, concordanceSearch } from '../api/schemas-analysis.ts';
import { hitsForm, hitsShown, hitsToCode } from '../api/schemas-hits.ts';
import { projectParams } from '../api/schemas.ts';
import { actorOf } from '../middleware/identify.ts';
import { localsOf } from '../middleware/language.ts';
import { personOf } from '../person.ts';
import type { Services } from '../services.ts';
import { concordancePage } from '../view-models/analysis/concordance.ts';
import { formatsOf } from '../view-models/formats.ts';
import { areWordsCounted } from './counting.ts';
import { seeOther } from './form.ts';
import { render } from './render.ts';

/** Words in their context, and the coding of the places that were looked at. */
export function concordancePages(services: Services): Router {
  const { workspace } = services;
  const router = Router();

  router.get('/projects/:p/analyse/concordance', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    if (!(await areWordsCounted(services, p, 'concordance', res))) return;
    const query = concordanceQuery.catch(concordanceQuery.parse({})).parse(req.query);
    const found = await concordanceOf(workspace, p, concordanceSearch(query));
    const project = await workspace.read(p);
    const { t, language } = localsOf(res);
    const context = { project, t, formats: formatsOf(language) };
    const page = concordancePage(context, query, found, hitsShown.parse(req.query));
    const frame = {
      title: t('nav.concordance'),
      project,
      place: 'analyse' as const,
      tab: 'concordance',
      styles: ['pages', 'analyse', 'charts'],
      scripts: ['analyse', 'charts'],
    };
    render(services, res, 'analyse-concordance', frame, { page });
  });

  router.post('/projects/:p/analyse/concordance', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { back, body } = hitsForm.parse(req.body ?? {});
    const { q, case: caseId, match, by, ...rest } = hitsToCode.parse(body);
    const actor = actorOf(res);
    const { settings } = await workspace.read(p);
    const hits = { ...rest, options: { words: q, match, by, caseId } };
    const coder = personOf(services, actor, settings.language);
    const { excerptCount, revision } = await codeHits(workspace, p, hits, coder, actor);
    const search = new URLSearchParams(back);
    search.set('coded', String(excerptCount));
    search.set('at', String(revision));
    seeOther(res, `/projects/${p}/analyse/concordance?${search.toString()}`);
  });

  return router;
}
