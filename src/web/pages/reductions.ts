import { Router } from 'express';
import * as z from 'zod';
import { childrenByParent } from '../../domain/codebook/tree.ts';
import type { ThemeId } from '../../domain/ids.ts';
import { found } from '../../domain/project/found.ts';
import { chainQuery } from '../api/reductions.ts';
import { excerptChanges, excerptParams, projectParams, themeParams } from '../api/schemas.ts';
import { actorOf } from '../middleware/identify.ts';
import { localsOf } from '../middleware/language.ts';
import type { Services } from '../services.ts';
import { reductionsPage, restOfReductions } from '../view-models/reductions-page.ts';
import { idOrNone, line, prose, readForm, seeOther } from './form.ts';
import { render } from './render.ts';
import { rowsQuery, sendRest } from './rest.ts';

const reductionFields = z.object({ reduction: prose });
const themeId = idOrNone.transform((id) => id as ThemeId | null);
const regroupFields = z.object({ from: themeId, to: themeId });
const moveFields = z.object({ to: themeId });
/** Which row or theme the address asks to put elsewhere, where no script opens the dialog. */
const asked = z
  .object({ row: line, from: line, group: line })
  .catch({ row: '', from: '', group: '' });

export function reductionPages(services: Services): Router {
  const { workspace } = services;
  const router = Router();

  router.get('/projects/:p/reductions', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { t, language } = localsOf(res);
    const project = await workspace.read(p);
    const filter = chainQuery.catch({ unreduced: false }).parse(req.query);
    const { rows, revision } = z.object(rowsQuery).parse(req.query);
    if (rows === 'rest') {
      sendRest(res, project, { revision }, () => restOfReductions(project, filter, t, language));
      return;
    }
    const frame = {
      title: t('nav.reductions'),
      project,
      place: 'codebook' as const,
      tab: 'reductions',
      styles: ['pages', 'reductions'],
      scripts: ['reductions'],
    };
    const asks = { filter, rows };
    const page = reductionsPage(project, asks, services.reductionFormats, t, language);
    render(services, res, 'reductions', frame, { page, regroup: asked.parse(req.query) });
  });

  router.post('/projects/:p/reductions/:id', async (req, res) => {
    const { p, id } = excerptParams.parse(req.params);
    const { reduction } = readForm(reductionFields, excerptChanges, req.body);
    await workspace.execute(
      p,
      { kind: 'change-excerpt', id, changes: { reduction: reduction?.trim() ?? null } },
      actorOf(res),
    );
    seeOther(res, `/projects/${p}/reductions`);
  });

  router.post('/projects/:p/reductions/:id/theme', async (req, res) => {
    const { p, id } = excerptParams.parse(req.params);
    const { from, to } = regroupFields.parse(req.body ?? {});
    const { excerpts, themes } = await workspace.read(p);
    const { themeIds } = found(excerpts, id, 'excerpt');
    if (to) {
      found(themes, to, 'theme');
      const regrouped = from ? themeIds.map((one) => (one === from ? to : one)) : [...themeIds, to];
      const changes = { themeIds: [...new Set(regrouped)] };
      await workspace.execute(p, { kind: 'change-excerpt', id, changes }, actorOf(res));
    }
    seeOther(res, `/projects/${p}/reductions`);
  });

  router.post('/projects/:p/reductions/themes/:id/move', async (req, res) => {
    const { p, id } = themeParams.parse(req.params);
    const { to } = moveFields.parse(req.body ?? {});
    const { themes } = await workspace.read(p);
    const index = (childrenByParent(themes).get(to) ?? []).filter((one) => one.id !== id).length;
    await workspace.execute(p, { kind: 'move-theme', id, parentId: to, index }, actorOf(res));
    seeOther(res, `/projects/${p}/reductions`);
  });

  return router;
}
