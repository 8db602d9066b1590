import { Router } from 'express';
import * as z from 'zod';
import { compareCodebooks } from '../../app/compare-codebooks.ts';
import { newVersion, versionChanges, versionParams } from '../api/schemas-codebook.ts';
import { projectParams } from '../api/schemas.ts';
import { actorOf } from '../middleware/identify.ts';
import { localsOf } from '../middleware/language.ts';
import type { Services } from '../services.ts';
import { formatsOf } from '../view-models/formats.ts';
import { versionsPage } from '../view-models/versions-page.ts';
import { line, prose, readForm, seeOther } from './form.ts';
import { render } from './render.ts';

const fields = z.object({ name: line, note: prose });
const point = z.string().max(64).optional().catch(undefined);
const asked = z.object({ from: point, to: point });

/** The versions of the codebook and what changed between two of them. */
export function versionPages(services: Services): Router {
  const { workspace } = services;
  const router = Router();

  router.get('/projects/:p/versions', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { t, language } = localsOf(res);
    const { from, to = 'now' } = asked.parse(req.query);
    const comparison = from ? await compareCodebooks(workspace, p, from, to) : null;
    const project = await workspace.read(p);
    const frame = {
      title: t('nav.versions'),
      project,
      place: 'codebook' as const,
      tab: 'versions',
      styles: ['pages', 'codebook'],
      scripts: ['themes'],
    };
    const page = versionsPage(project, t, formatsOf(language), { from, to, comparison });
    render(services, res, 'versions', frame, { page });
  });

  router.post('/projects/:p/versions', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const version = readForm(fields, newVersion, req.body);
    await workspace.execute(p, { kind: 'add-version', version }, actorOf(res));
    seeOther(res, `/projects/${p}/versions`);
  });

  router.post('/projects/:p/versions/:id', async (req, res) => {
    const { p, id } = versionParams.parse(req.params);
    const changes = readForm(fields, versionChanges, req.body);
    await workspace.execute(p, { kind: 'change-version', id, changes }, actorOf(res));
    seeOther(res, `/projects/${p}/versions`);
  });

  router.post('/projects/:p/versions/:id/remove', async (req, res) => {
    const { p, id } = versionParams.parse(req.params);
    await workspace.execute(p, { kind: 'remove-version', id }, actorOf(res));
    seeOther(res, `/projects/${p}/versions`);
  });

  return router;
}
