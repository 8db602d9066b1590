import { Router } from 'express';
import * as z from 'zod';
import {
  caseChanges,
  caseParams,
  excerptChanges,
  excerptParams,
  projectParams,
} from '../api/schemas.ts';
import { profileValues } from '../api/schemas-types.ts';
import { actorOf } from '../middleware/identify.ts';
import { localsOf } from '../middleware/language.ts';
import type { Services } from '../services.ts';
import { formatsOf } from '../view-models/formats.ts';
import { outsidePage } from '../view-models/types-outside.ts';
import { profilesPage } from '../view-models/types-profiles.ts';
import { prose, readForm, seeOther } from './form.ts';
import { render } from './render.ts';

const reasonFields = z.object({ deviantReason: prose });

/** The profiles of the cases and what lies outside the types; before the page of a type. */
export function typeReadingPages(services: Services): Router {
  const { workspace } = services;
  const router = Router();
  const frame = {
    place: 'types' as const,
    styles: ['pages', 'types', 'charts'],
    scripts: ['types'],
  };

  router.get('/projects/:p/types/profiles', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { t, language } = localsOf(res);
    const { values } = profileValues.catch(profileValues.parse({})).parse(req.query);
    const project = await workspace.read(p);
    const page = profilesPage(project, values, t, formatsOf(language));
    const own = { ...frame, title: t('nav.profiles'), project, tab: 'profiles' };
    render(services, res, 'types-profiles', own, { page });
  });

  router.get('/projects/:p/types/outside', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { t, language } = localsOf(res);
    const project = await workspace.read(p);
    const page = outsidePage(project, t, formatsOf(language));
    const own = { ...frame, title: t('nav.outside'), project, tab: 'outside' };
    render(services, res, 'types-outside', own, { page });
  });

  router.post('/projects/:p/types/outside/excerpts/:id', async (req, res) => {
    const { p, id } = excerptParams.parse(req.params);
    const { deviantReason } = readForm(reasonFields, excerptChanges, req.body);
    const changes = { deviant: true, ...(deviantReason === undefined ? {} : { deviantReason }) };
    await workspace.execute(p, { kind: 'change-excerpt', id, changes }, actorOf(res));
    seeOther(res, `/projects/${p}/types/outside`);
  });

  router.post('/projects/:p/types/outside/cases/:id', async (req, res) => {
    const { p, id } = caseParams.parse(req.params);
    const { deviantReason } = readForm(reasonFields, caseChanges, req.body);
    await workspace.execute(p, { kind: 'change-case', id, deviantReason }, actorOf(res));
    seeOther(res, `/projects/${p}/types/outside`);
  });

  return router;
}
