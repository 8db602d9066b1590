import { Router } from 'express';
import * as z from 'zod';
import { stepTo, STEPS } from '../../domain/codebook/step.ts';
import type { ThemeId } from '../../domain/ids.ts';
import { LOCAL_ACTOR } from '../api/route.ts';
import { newTheme, projectParams, themeChanges, themeParams } from '../api/schemas.ts';
import { localsOf } from '../middleware/language.ts';
import type { Services } from '../services.ts';
import { formatsOf } from '../view-models/formats.ts';
import { themesPage } from '../view-models/themes-page.ts';
import { choice, idOrNone, line, prose, readForm, seeOther } from './form.ts';
import { render } from './render.ts';

const newThemeFields = z.object({
  name: line,
  label: line,
  parentId: idOrNone,
  definition: prose,
});
const themeFields = z.object({
  name: line,
  label: line,
  definition: prose,
  include: prose,
  exclude: prose,
  colour: choice,
});
const step = z.object({ to: z.enum(STEPS) });

export function themePages(services: Services): Router {
  const { workspace } = services;
  const router = Router();

  router.get('/projects/:p/themes', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { t, language } = localsOf(res);
    const project = await workspace.read(p);
    const frame = {
      title: t('nav.themes'),
      project,
      place: 'codebook' as const,
      styles: ['pages'],
      scripts: ['themes'],
    };
    const page = themesPage(project, t, formatsOf(language));
    render(services, res, 'themes', frame, { page });
  });

  router.post('/projects/:p/themes', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const theme = readForm(newThemeFields, newTheme, req.body);
    const id = workspace.newId<ThemeId>();
    await workspace.execute(p, { kind: 'add-theme', theme: { ...theme, id } }, LOCAL_ACTOR);
    seeOther(res, `/projects/${p}/themes#theme-${id}`);
  });

  router.post('/projects/:p/themes/:id', async (req, res) => {
    const { p, id } = themeParams.parse(req.params);
    const changes = readForm(themeFields, themeChanges, req.body);
    await workspace.execute(p, { kind: 'change-theme', id, changes }, LOCAL_ACTOR);
    seeOther(res, `/projects/${p}/themes#theme-${id}`);
  });

  router.post('/projects/:p/themes/:id/move', async (req, res) => {
    const { p, id } = themeParams.parse(req.params);
    const { to } = step.parse(req.body ?? {});
    const place = stepTo((await workspace.read(p)).themes, id, to);
    if (place) await workspace.execute(p, { kind: 'move-theme', id, ...place }, LOCAL_ACTOR);
    seeOther(res, `/projects/${p}/themes#theme-${id}`);
  });

  router.post('/projects/:p/themes/:id/remove', async (req, res) => {
    const { p, id } = themeParams.parse(req.params);
    await workspace.execute(p, { kind: 'remove-theme', id }, LOCAL_ACTOR);
    seeOther(res, `/projects/${p}/themes`);
  });

  return router;
}
