import { Router, type Response } from 'express';
import * as z from 'zod';
import { createProject } from '../../app/create-project.ts';
import { listProjects } from '../../app/list-projects.ts';
import { openExample } from '../../app/open-example.ts';
import { newProject, projectParams } from '../api/schemas.ts';
import { personOf } from '../person.ts';
import { actorOf } from '../middleware/identify.ts';
import { localsOf } from '../middleware/language.ts';
import type { Services } from '../services.ts';
import { formatsOf } from '../view-models/formats.ts';
import { homePage } from '../view-models/home-page.ts';
import { emptySettings, projectForm, type ProjectForm } from '../view-models/project-form.ts';
import { seeOther } from './form.ts';
import { projectFields, projectFieldsError } from './project-fields.ts';
import { render } from './render.ts';

export function homePages(services: Services): Router {
  const { workspace } = services;
  const router = Router();

  router.get('/', async (req, res) => {
    const { t, language } = localsOf(res);
    const { removed: justRemoved } = z.object({ removed: z.string().optional() }).parse(req.query);
    const page = homePage(await listProjects(workspace, actorOf(res)), t, formatsOf(language), {
      justRemoved,
      isTeam: services.directory !== null,
      folder: services.dataFolder,
    });
    const frame = { title: t('home.title'), styles: ['pages'], scripts: ['home'] };
    render(services, res, 'home', frame, { page });
  });

  router.get('/projects/new', (_req, res) => {
    const { t, language } = localsOf(res);
    showNewProject(services, res, projectForm(emptySettings(language), t));
  });

  router.post('/projects', async (req, res) => {
    const { t } = localsOf(res);
    const fields = projectFields.parse(req.body ?? {});
    const settings = newProject.safeParse(fields);
    if (settings.success)
      seeOther(res, `/projects/${await createProject(workspace, settings.data, actorOf(res))}`);
    else {
      const form = projectForm(fields, t, projectFieldsError(settings.error, t));
      showNewProject(services, res.status(422), form);
    }
  });

  router.post('/projects/example', async (_req, res) => {
    const { language } = localsOf(res);
    const coder = personOf(services, actorOf(res), language);
    const id = await openExample(workspace, services, language, coder, actorOf(res));
    seeOther(res, `/projects/${id}`);
  });

  router.post('/projects/:p/remove', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    await workspace.remove(p, actorOf(res));
    seeOther(res, `/?removed=${p}`);
  });

  router.post('/projects/:p/restore', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    await workspace.restore(p, actorOf(res));
    seeOther(res, '/');
  });

  return router;
}

function showNewProject(services: Services, res: Response, form: ProjectForm): void {
  const frame = { title: localsOf(res).t('home.new'), styles: ['pages'], scripts: ['home'] };
  render(services, res, 'new-project', frame, { form });
}
