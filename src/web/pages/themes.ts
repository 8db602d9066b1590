import { Router, type Response } from 'express';
import * as z from 'zod';
import { stepTo, STEPS } from '../../domain/codebook/step.ts';
import type { ProjectId, ThemeId } from '../../domain/ids.ts';
import type { Command } from '../../domain/project/commands.ts';
import { id, newTheme, projectParams, themeParams } from '../api/schemas.ts';
import { actorOf } from '../middleware/identify.ts';
import { localsOf } from '../middleware/language.ts';
import type { Services } from '../services.ts';
import { formatsOf } from '../view-models/formats.ts';
import { restOfThemes, themesPage } from '../view-models/themes-page.ts';
import { idOrNone, line, prose, readForm, seeOther } from './form.ts';
import { render } from './render.ts';
import { rowsQuery, sendRest } from './rest.ts';
import { changesOf } from './theme-form.ts';

const newThemeFields = z.object({
  name: line,
  label: line,
  parentId: idOrNone,
  definition: prose,
});
const step = z.object({ to: z.enum(STEPS) });
const asked = z.object({
  theme: id<ThemeId>().optional().catch(undefined),
  into: id<ThemeId>().optional().catch(undefined),
  do: z.enum(['merge', 'split', 'remove']).optional().catch(undefined),
  q: z.string().max(200).optional().catch(undefined),
  words: z.string().max(200).optional().catch(undefined),
  all: z.string().optional().catch(undefined),
  part: z.string().optional().catch(undefined),
  ...rowsQuery,
});

/** The tree of themes with the details of one of them. */
export function themePages(services: Services): Router {
  const { workspace } = services;
  const router = Router();
  const run = async (res: Response, p: ProjectId, command: Command): Promise<void> => {
    await workspace.execute(p, command, actorOf(res));
  };

  router.get('/projects/:p/themes', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { t, language } = localsOf(res);
    const project = await workspace.read(p);
    const query = asked.parse(req.query);
    if (query.rows === 'rest') {
      sendRest(res, project, query, () =>
        restOfThemes(project, t, formatsOf(language), { theme: query.theme, filter: query.q }),
      );
      return;
    }
    // A theme that was merged is gone; its page goes on as that of the other.
    const gone = query.theme !== undefined && !project.themes.has(query.theme);
    const page = themesPage(project, t, formatsOf(language), {
      theme: gone ? query.into : query.theme,
      task: gone ? undefined : query.do,
      into: gone ? undefined : query.into,
      filter: query.q,
      words: query.words,
      allExcerpts: query.all !== undefined,
      detailsOnly: query.part === 'details',
      rows: query.rows,
    });
    const frame = {
      title: t('nav.themes'),
      project,
      place: 'codebook' as const,
      styles: ['pages', 'codebook'],
      scripts: ['themes'],
    };
    render(services, res, 'themes', frame, { page });
  });

  router.post('/projects/:p/themes', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const theme = readForm(newThemeFields, newTheme, req.body);
    const id = workspace.newId<ThemeId>();
    await run(res, p, { kind: 'add-theme', theme: { ...theme, id } });
    seeOther(res, `/projects/${p}/themes?theme=${id}#theme-${id}`);
  });

  router.post('/projects/:p/themes/:id', async (req, res) => {
    const { p, id } = themeParams.parse(req.params);
    const changes = changesOf(await workspace.read(p), id, req.body);
    await run(res, p, { kind: 'change-theme', id, changes });
    seeOther(res, `/projects/${p}/themes?theme=${id}#theme-${id}`);
  });

  router.post('/projects/:p/themes/:id/move', async (req, res) => {
    const { p, id } = themeParams.parse(req.params);
    const { to } = step.parse(req.body ?? {});
    const place = stepTo((await workspace.read(p)).themes, id, to);
    if (place) await run(res, p, { kind: 'move-theme', id, ...place });
    seeOther(res, `/projects/${p}/themes?theme=${id}#theme-${id}`);
  });

  router.post('/projects/:p/themes/:id/remove', async (req, res) => {
    const { p, id } = themeParams.parse(req.params);
    const parent = (await workspace.read(p)).themes.get(id)?.parentId;
    await run(res, p, { kind: 'remove-theme', id });
    seeOther(res, `/projects/${p}/themes${parent ? `?theme=${parent}#theme-${parent}` : ''}`);
  });

  return router;
}
