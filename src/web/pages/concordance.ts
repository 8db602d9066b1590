import { Router, type Response } from 'express';
import { codeHits } from '../../app/code-hits.ts';
import { concordanceOf } from '../../app/words-of.ts';
import type { Actor } from '../../app/workspace.ts';
import type { ProjectId } from '../../domain/ids.ts';
import { Rejection } from '../../domain/rejection.ts';
import { concordanceQuery, concordanceSearch } from '../api/schemas-analysis.ts';
import { hitsForm, hitsShown, hitsToCode, type HitsSent } from '../api/schemas-hits.ts';
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
import { orSaidAbove } from './said-above.ts';

/** Words in their context, and the coding of the places that were looked at. */
export function concordancePages(services: Services): Router {
  const { workspace } = services;
  const router = Router();

  /** @param form what was sent and could not be carried out */
  async function show(p: ProjectId, res: Response, asked: unknown, form?: HitsSent): Promise<void> {
    const query = concordanceQuery.catch(concordanceQuery.parse({})).parse(asked);
    const found = await concordanceOf(workspace, p, concordanceSearch(query));
    const project = await workspace.read(p);
    const { t, language } = localsOf(res);
    const context = { project, t, formats: formatsOf(language) };
    const page = concordancePage(context, query, found, hitsShown.parse(asked), form);
    const frame = {
      title: t('nav.concordance'),
      project,
      place: 'analyse' as const,
      tab: 'concordance',
      styles: ['pages', 'analyse', 'charts'],
      scripts: ['analyse', 'charts'],
    };
    render(services, res, 'analyse-concordance', frame, { page });
  }

  router.get('/projects/:p/analyse/concordance', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    if (await areWordsCounted(services, p, 'concordance', res)) await show(p, res, req.query);
  });

  router.post('/projects/:p/analyse/concordance', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { back, body } = hitsForm.parse(req.body ?? {});
    const search = new URLSearchParams(back);
    await orSaidAbove(
      res,
      (problem) => show(p, res, Object.fromEntries(search), { ...body, problem }),
      async () => {
        const { excerptCount, revision } = await code(p, body, actorOf(res));
        search.set('coded', String(excerptCount));
        search.set('at', String(revision));
        seeOther(res, `/projects/${p}/analyse/concordance?${search.toString()}`);
      },
    );
  });

  async function code(p: ProjectId, body: unknown, actor: Actor) {
    const { q, case: caseId, match, by, ...rest } = hitsToCode.parse(body);
    const { settings, themes } = await workspace.read(p);
    // The page is there though the theme is gone: it can be said on it.
    const gone = rest.themeIds.find((id) => !themes.has(id));
    if (gone) throw new Rejection('conflict', 'theme-not-found', { id: gone });
    const hits = { ...rest, options: { words: q, match, by, caseId } };
    const coder = personOf(services, actor, settings.language);
    return codeHits(workspace, p, hits, coder, actor);
  }

  return router;
}
